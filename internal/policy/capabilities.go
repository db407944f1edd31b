package policy

import (
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// allowed are the functions that rules may call: those whose result follows from
// their arguments alone, and that stop when they are told to. Left out, besides
// what reaches the network, the clock, the environment or chance, are functions
// that decode foreign formats, of which a policy holds none, and bits.lsh,
// graph.reachable_paths and strings.render_template, which cannot be stopped.
const allowed = `
	assign eq equal neq lt lte gt gte internal.member_2 internal.member_3 internal.print internal.template_string internal.test_case print
	plus minus mul div rem abs ceil floor round numbers.range numbers.range_step to_number format_int
	count sum product max min sort
	array.concat array.flatten array.reverse array.slice
	and or intersection union
	object.filter object.get object.keys object.remove object.subset object.union object.union_n json.filter json.remove
	concat contains endswith indexof indexof_n lower replace split sprintf startswith substring upper
	strings.any_prefix_match strings.any_suffix_match strings.count strings.replace_n strings.reverse strings.split_n
	trim trim_left trim_prefix trim_right trim_space trim_suffix
	regex.find_all_string_submatch_n regex.find_n regex.is_valid regex.match regex.replace regex.split glob.match glob.quote_meta
	is_array is_boolean is_null is_number is_object is_set is_string type_name
	walk graph.reachable rego.metadata.rule rego.metadata.chain
	time.add_date time.clock time.date time.diff time.format time.parse_duration_ns time.parse_ns time.parse_rfc3339_ns time.weekday
	semver.compare semver.is_valid units.parse units.parse_bytes uri.is_valid uri.parse`

// every lists the functions that OPA has.
var every = sync.OnceValue(func() *ast.Capabilities { return ast.CapabilitiesForThisVersion() })

// capabilities are what rules can do: the allowed functions, no network.
var capabilities = sync.OnceValue(func() *ast.Capabilities {
	c := *every()
	names := strings.Fields(allowed)
	c.Builtins = slices.DeleteFunc(slices.Clone(c.Builtins), func(b *ast.Builtin) bool { return !slices.Contains(names, b.Name) })
	c.AllowNet = []string{}
	return &c
})

// isRefused reports whether OPA has the function and rules may not call it.
func isRefused(name string) bool {
	return slices.ContainsFunc(every().Builtins, func(b *ast.Builtin) bool { return b.Name == name }) &&
		!slices.Contains(strings.Fields(allowed), name)
}
