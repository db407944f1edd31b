package suggest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	blocks = strings.Fields("policy organization contact actor term category purpose activity condition region vendor " +
		"subprocessor system data_store flow transfer retention backup encryption access measure right principle claim " +
		"requirement exception procedure document waiver moved privity variable locals module")
	attributes = strings.Fields("label technology edition vendor hosted_by managed_by backend topology failover regions " +
		"holds uses examples functions standards permanent note")
	regions   = strings.Fields("eu-west-1 eu-west-2 eu-west-3 eu-central-1 eu-north-1 us-east-1 us-east-2 us-west-1 us-west-2 europe-west4")
	bounds    = strings.Fields("exact at_most under at_least indefinite unspecified")
	common    = strings.Fields("label note because strength qualifier coverage only open_ended when unless until")
	vendors   = strings.Fields("aws google stripe twilio sendgrid cloudflare mongodb_atlas")
	countries = strings.Fields("DE IE FR US GB IN ID IS IT")
)

//nolint:misspell // misspelt names are what is tested
func TestNearest(t *testing.T) {
	tests := []struct {
		word       string
		candidates []string
		want       string // empty: nothing
	}{
		// What people do not see.
		{"Vendor", blocks, "vendor"},
		{"DATA_STORE", blocks, "data_store"},
		{"data-store", blocks, "data_store"},
		{"data store", blocks, "data_store"},
		{"datastore", blocks, "data_store"},
		{"dataStore", blocks, "data_store"},
		{"sub_processor", blocks, "subprocessor"},
		{"sub-processor", blocks, "subprocessor"},
		{"hostedBy", attributes, "hosted_by"},
		{"at-most", bounds, "at_most"},
		{"eu-west-01", regions, "eu-west-1"},
		{"eu_west_1", regions, "eu-west-1"},
		{"EU-WEST-002", regions, "eu-west-2"},
		{"europe-west-4", regions, "europe-west4"},
		{"de", countries, "DE"},
		{"_vendor", blocks, "vendor"},

		// Singular and plural.
		{"vendors", blocks, "vendor"},
		{"policies", blocks, "policy"},
		{"categories", blocks, "category"},
		{"accesses", blocks, "access"},
		{"region", attributes, "regions"},
		{"hold", attributes, "holds"},
		{"local", blocks, "locals"},
		{"data_stores", blocks, "data_store"},

		// The same words in another order.
		{"store_data", blocks, "data_store"},
		{"west-eu-1", regions, "eu-west-1"},

		// Slips.
		{"vednor", blocks, "vendor"},
		{"vvednor", blocks, "vendor"},
		{"evndor", blocks, "vendor"},
		{"endor", blocks, "vendor"},
		{"regoin", blocks, "region"},
		{"catagory", blocks, "category"},
		{"organisation", blocks, "organization"},
		{"subproccesor", blocks, "subprocessor"},
		{"retension", blocks, "retention"},
		{"encyrption", blocks, "encryption"},
		{"requirment", blocks, "requirement"},
		{"lable", attributes, "label"},
		{"lbl", attributes, ""},
		{"tecnology", attributes, "technology"},
		{"indefinate", bounds, "indefinite"},
		{"eu-wset-1", regions, "eu-west-1"},
		{"us-wets-2", regions, "us-west-2"},
		{"asw", vendors, "aws"},
		{"awss", vendors, "aws"},
		{"awz", vendors, "aws"},
		{"awd", vendors, "aws"},
		{"sqk", []string{"sql"}, "sql"},
		{"stirpe", vendors, "stripe"},
		{"googel", vendors, "google"},
		{"qualifer", common, "qualifier"},
		{"untill", common, "until"},
		{"becuase", common, "because"},

		// A part for the whole, and the whole for a part.
		{"sub", blocks, "subprocessor"},
		{"org", blocks, "organization"},
		{"encrypt", blocks, "encryption"},
		{"mongodb", vendors, "mongodb_atlas"},
		{"retention_period", blocks, "retention"},
		{"stripe_payments", vendors, "stripe"},
		{"uppercase", []string{"lower", "upper", "replace"}, "upper"},
		{"regional", blocks, "region"},

		// Nothing: too short, too far, another number, too many to choose from.
		{"", blocks, ""},
		{"id", []string{"ip", "it"}, ""},
		{"DX", countries, ""},
		{"awq", vendors, ""},
		{"aez", vendors, ""},
		{"why", []string{"who"}, ""},
		{"gcp", []string{"gdp", "aws"}, ""},
		{"all", []string{"any", "ale"}, ""},
		{"amazon", vendors, ""},
		{"sender", blocks, ""},
		{"engagement", blocks, ""},
		{"notice", blocks, ""},
		{"segment", blocks, ""},
		{"name", []string{"game", "same", "fame"}, ""},
		{"process", blocks, ""},
		{"frankfurt", regions, ""},
		{"eu-west-4", regions, ""},
		{"us-east-3", regions, ""},
		{"eu-west", regions, ""},
		{"con", blocks, ""},
		{"do", blocks, ""},
		{"purple_elephant", blocks, ""},
		{"termination", blocks, ""},
		{"rightful", []string{"rig", "righ"}, ""},
		{"aws_gateway_and_more", vendors, ""},
		{"vendor", []string{"vendor"}, ""},
		{"vendor", nil, ""},
		{"日本", []string{"日光"}, ""},
		{"12", []string{"13"}, ""},

		// Ties are broken alike whatever the order.
		{"stote", []string{"store", "stole", "stone"}, "stole"},
		{"access_rule", []string{"access", "access_rules"}, "access_rules"},
		{"größe", []string{"grösse", "größen"}, "größen"},
	}
	for _, tt := range tests {
		for _, order := range [][]string{tt.candidates, reversed(tt.candidates)} {
			got, ok := Nearest(tt.word, order)
			if got != tt.want || ok != (tt.want != "") {
				t.Errorf("Nearest(%q, …) = %q, %t, want %q", tt.word, got, ok, tt.want)
			}
		}
	}
}

func reversed(s []string) []string {
	r := slices.Clone(s)
	slices.Reverse(r)
	return r
}

// TestSlipsAreFound misspells every name of the language once and expects it
// back: two neighbours swapped, a letter left out, doubled or replaced.
func TestSlipsAreFound(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for _, name := range blocks {
		if len(name) < 5 {
			continue
		}
		for range 20 {
			i := 1 + random.IntN(len(name)-2)
			for _, word := range []string{
				name[:i] + name[i+1:i+2] + name[i:i+1] + name[i+2:],
				name[:i] + name[i+1:],
				name[:i] + name[i:i+1] + name[i:],
				name[:i] + "q" + name[i+1:],
			} {
				if got, _ := Nearest(word, blocks); got != name && word != name {
					t.Errorf("Nearest(%q) = %q, want %q", word, got, name)
				}
			}
		}
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"abcd", "abcd", 0},
		{"abcd", "abdc", 1},
		{"bacd", "abcd", 1},
		{"badc", "abcd", 2},
		{"xbacd", "abcd", 2},
		{"abcdx", "badc", 3},
		{"aab", "aba", 1},
		{"engagement", "exception", 8},
	}
	for _, tt := range tests {
		if got := distance([]rune(tt.a), []rune(tt.b)); got != tt.want {
			t.Errorf("distance(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

// TestDistanceOfRandomWords compares the distance with the textbook's, which
// tries every place for a swap: it is never smaller, and a single edit is never
// missed.
func TestDistanceOfRandomWords(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	word := func() []rune {
		w := make([]rune, 1+random.IntN(9))
		for i := range w {
			w[i] = rune('a' + random.IntN(4))
		}
		return w
	}
	for range 20_000 {
		a, b := word(), word()
		got, least := distance(a, b), textbook(a, b)
		if got < least || least <= 1 && got != least || got > least+len(a)/2 {
			t.Fatalf("distance(%q, %q) = %d, and %d edits do", string(a), string(b), got, least)
		}
	}
}

// textbook is the distance by optimal string alignment.
func textbook(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			replaced := d[i-1][j-1]
			if a[i-1] != b[j-1] {
				replaced++
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, replaced)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

func FuzzNearest(f *testing.F) {
	f.Add("vednor", "vendor", "vendors")
	f.Add("eu-west-01", "eu-west-1", "\xff")
	f.Fuzz(func(t *testing.T, word, a, b string) {
		x, okX := Nearest(word, []string{a, b})
		y, okY := Nearest(word, []string{b, a})
		if x != y || okX != okY {
			t.Errorf("the order matters: %q, %q", x, y)
		}
		if okX && (x == word || x != a && x != b) {
			t.Errorf("Nearest(%q) = %q, which is no candidate but itself", word, x)
		}
	})
}

func BenchmarkNearest(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		candidates := make([]string, n)
		for i := range candidates {
			candidates[i] = fmt.Sprintf("%s_%s_%d", blocks[i%len(blocks)], attributes[i%len(attributes)], i)
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				Nearest("vendor_tehcnology_77", candidates)
			}
		})
	}
}

func TestBeside(t *testing.T) {
	for pair, want := range map[string]bool{
		"qw": true, "as": true, "sz": true, "sx": true, "sw": true, "se": true, "zs": true, "pl": true, "bg": true, "bh": true,
		"qs": false, "sc": false, "zw": false, "ss": false, "qe": false, "1q": false, "éz": false,
	} {
		r := []rune(pair)
		if beside(r[0], r[1]) != want || beside(r[1], r[0]) != want {
			t.Errorf("%s: want %t", pair, want)
		}
	}
}
