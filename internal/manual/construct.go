package manual

// A construct is a part of the language that is no block and no attribute. It
// is described here because no declaration could say it.
type construct struct {
	name  string
	other []string // what else one may look for it as
	page  string
}

// constructs are explained under their name. What another tool calls a thing
// leads to what it is here.
var constructs = []construct{
	{"for_each", []string{"each", "count", "dynamic", "repetition"}, `# for_each

A block at the top level that has for_each stands for several: one for each key of a map, or for each text of a list. In it, each.key and each.value are the key and what it stands for.

    region "office" {
      for_each = { dublin = "IE", paris = "FR" }
      label    = each.key
      country  = each.value
    }

One of them is region.office["dublin"], all of them are values(region.office). A module can be repeated in the same way; a policy, and a block inside another, cannot. There is no count: an element that is known by its place would be renamed when one before it goes.
`},
	{"template", []string{"templates", "interpolation", "for", "if"}, `# Templates

A text in quotes, or in a heredoc, can hold values: ${…} puts in a text, a number, true or false.

    title = "${organization.acme.label}: data policy"

%{ for } repeats what stands up to %{ endfor }, and %{ if } keeps what stands up to %{ else } or %{ endif }. A ~ at the edge takes away the line break and the blanks beside it. They are most useful in the prose of a document.

    before = <<-TEXT
      Our products are:

      %{ for product in local.products ~}
      - ${product}
      %{ endfor ~}
    TEXT
`},
	{"var", nil, `# var

var.NAME is the value of the variable NAME of this folder. See also: privity explain variable, privity help variables.
`},
	{"local", nil, `# local

local.NAME is a value that a locals block of this folder gives a name. See also: privity explain locals.
`},
}

func explainConstruct(name string) (string, bool) {
	for _, c := range constructs {
		if c.name == name {
			return c.page, true
		}
		for _, other := range c.other {
			if other == name {
				return c.page, true
			}
		}
	}
	return "", false
}
