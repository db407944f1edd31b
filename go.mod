module github.com/privity/privity

go 1.26
