// Package structure has no code. Its tests hold what no other package can
// hold about itself: which package may import which, what lies in the top
// folder, and what no file of the repository may contain.
package structure
