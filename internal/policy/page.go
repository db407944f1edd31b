package policy

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"golang.org/x/tools/txtar"
)

// The names of the two policies in the archive beside a rule: one that breaks it
// and one that keeps it.
const (
	BadExample  = "bad.hcl"
	GoodExample = "good.hcl"

	// FormerExample is, for a rule on changes, the version before both.
	FormerExample = "before.hcl"
)

// wanting matches a comment that a test reads.
var wanting = regexp.MustCompile(` # want (\S+)(?: "[^"]*")?`)

// Page returns what there is to say about a rule, as Markdown. The examples of
// rules that come with privity stand in archives beside them, in the file system
// given.
func (r *Rule) Page(archives fs.FS) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s: %s\n\n", r.ID, r.heading())
	if r.Description != "" {
		fmt.Fprintf(&b, "%s\n\n", r.Description)
	}
	fmt.Fprintf(&b, "%s\n", r.standing())
	bad, good, former := r.examples(archives)
	switch {
	case bad == "" || good == "":
	case former != "":
		fmt.Fprintf(&b, "\nBefore the change:\n\n```hcl\n%s```\n\nThis is found:\n\n```hcl\n%s```\n\nThis is not:\n\n```hcl\n%s```\n", former, bad, good)
	default:
		fmt.Fprintf(&b, "\nThis is found:\n\n```hcl\n%s```\n\nThis is not:\n\n```hcl\n%s```\n", bad, good)
	}
	if len(r.Citations) > 0 {
		b.WriteString("\nIt rests on:\n\n")
		compared := comparisons(archives)
		for _, c := range r.Citations {
			fmt.Fprintf(&b, "- [%s](%s)%s\n", c.Title, c.URL, compared[c.Title])
		}
	}
	return b.String()
}

// Pages returns the pages on all rules by the names of their files, with one,
// README.md, that lists them.
func (s *Set) Pages(archives fs.FS) map[string]string {
	pages := map[string]string{}
	var list strings.Builder
	list.WriteString("# Rules\n\nThe rules that `privity check` runs, and those on changes, which `privity plan` runs.\nThose that belong to a law are in force where the policy's regimes name it.\n\n| Rule | Finds | In force | Says |\n| --- | --- | --- | --- |\n")
	for _, r := range s.rules {
		name := string(r.ID) + ".md"
		pages[name] = r.Page(archives)
		inForce := "always"
		if len(r.Regimes) > 0 {
			inForce = strings.Join(r.Regimes, ", ")
		}
		if r.Change {
			inForce += ", in plan"
		}
		fmt.Fprintf(&list, "| [%s](%s) | %s | %s | %s |\n", r.ID, name, article(r.Severity().String()), inForce, r.heading())
	}
	list.WriteString("\nWhat they rest on, and what it was compared with, is told in [citations](citations.md).\n")
	pages["README.md"], pages["citations.md"] = list.String(), s.citationsPage(archives)
	return pages
}

func (r *Rule) heading() string {
	if r.Title == "" {
		return r.Package
	}
	return r.Title
}

// standing says how grave a finding is and when the rule is in force.
func (r *Rule) standing() string {
	s := "What it finds is " + article(r.Severity().String()) + "."
	if len(r.Regimes) > 0 {
		s += " It is in force where the policy's regimes name " + either(r.Regimes) + "."
	}
	if r.Change {
		s += " It judges a change, not a policy: `privity plan` runs it."
	}
	return s
}

// either joins words of which one is enough: "a, b or c".
func either(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

func article(word string) string {
	if strings.ContainsRune("aeiou", rune(word[0])) {
		return "an " + word
	}
	return "a " + word
}

// examples returns the policies of the archive beside the rule; they are empty
// where there is none.
func (r *Rule) examples(archives fs.FS) (bad, good, former string) {
	if !r.Bundled || archives == nil {
		return "", "", ""
	}
	content, err := fs.ReadFile(archives, strings.TrimSuffix(r.File, path.Ext(r.File))+".txtar")
	if err != nil {
		return "", "", ""
	}
	for _, f := range txtar.Parse(content).Files {
		switch f.Name {
		case BadExample:
			bad = wanting.ReplaceAllString(string(f.Data), " # $1")
		case GoodExample:
			good = string(f.Data)
		case FormerExample:
			former = wanting.ReplaceAllString(string(f.Data), " # $1")
		}
	}
	return bad, good, former
}
