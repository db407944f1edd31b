package diag

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", file, diff)
	}
}

// at returns the span of the nth occurrence (from one) of text in a file.
func at(t testing.TB, f *source.File, text string, nth int) source.Span {
	t.Helper()
	from := 0
	for {
		i := strings.Index(string(f.Bytes[from:]), text)
		if i < 0 {
			t.Fatalf("%s does not contain %q %d times", f.Name, text, nth)
		}
		if nth--; nth == 0 {
			return source.Span{File: f, Start: int32(from + i), End: int32(from + i + len(text))}
		}
		from += i + 1
	}
}

func point(s source.Span) source.Span {
	s.Start = s.End
	return s
}

var stores = source.NewFile("stores.hcl", []byte(`data_store "users" {
  label      = "User database"
  technology = "PostgreSQL"
  vendor     = vendor.amazon
  regions    = [region.ireland, region.ireland]

  retention {
    period = "30 days"
    bound  = "indefinite"
  }
}

vendor "aws" {
  label = "AWS"
}
`))

var others = source.NewFile("vendors.hcl", []byte(`vendor "aws" {
	label	= "Amazon Web Services"
}
`))

type textCase struct {
	name    string
	options TextOptions
	list    List
}

func textCases(t testing.TB) []textCase {
	return []textCase{
		{"reference", TextOptions{}, List{
			New(UnknownReference, at(t, stores, "vendor.amazon", 1), `there is no vendor "amazon"`).
				Labelled("not declared").
				Because(`A reference names a block of this policy by its kind and its name. The vendors here are aws.`).
				Relating(at(t, stores, `"aws"`, 1), "the nearest name is here").
				Replacing(at(t, stores, "amazon", 1), "aws", "write `vendor.aws`"),
		}},
		{"color", TextOptions{Color: true}, List{
			New(RepeatedReference, at(t, stores, "region.ireland", 2), "region.ireland stands twice in this list").
				Labelled("again").
				Relating(at(t, stores, "region.ireland", 1), "first here").
				Replacing(at(t, stores, ", region.ireland", 1), "", "remove one of them"),
		}},
		{"two_files", TextOptions{Folder: "privacy"}, List{
			New(DuplicateBlock, at(t, others, `vendor "aws"`, 1), `vendor "aws" is declared twice`).
				Labelled("declared again").
				Relating(at(t, stores, `vendor "aws"`, 1), "first declared here").
				Because("Every vendor has a name of its own, so that a reference means one thing."),
		}},
		{"multiline", TextOptions{}, List{
			New(RetentionPeriod, at(t, stores, "{\n    period = \"30 days\"\n    bound  = \"indefinite\"\n  }", 1), "a retention without end has a period").
				Labelled("these two contradict each other").
				Relating(at(t, stores, `"30 days"`, 1), "ends after 30 days").
				Relating(at(t, stores, `"indefinite"`, 1), "never ends"),
			New(MissingAttribute, at(t, stores, "vendor \"aws\" {\n  label = \"AWS\"\n}", 1), "a block of three lines").
				Labelled("all of it"),
		}},
		{"tabs", TextOptions{}, List{
			New(WrongType, at(t, others, `"Amazon Web Services"`, 1), "a line with tabs").Labelled("here"),
			New(WrongType, at(t, others, "\t", 2), "the tab itself").Labelled("one tab"),
		}},
		wideCase(t), hostileCase(t), longCase(t), manyCase(t), cycleCase(t), mendCase(t),
		{"nowhere", TextOptions{}, List{
			New(NoPolicyFiles, source.Span{}, "the folder holds no policy").
				Because("A policy is one or more files whose names end in .hcl.\n\nRun this to write a first one:\n    privity init privacy"),
			New(FileTooLarge, source.Span{File: source.NewFile("big.hcl", nil)}, "the file is too large"),
			New(SyntaxError, source.Span{File: source.NewFile("open.hcl", []byte("vendor \"a\" {\n")), Start: 13, End: 13}, "the block is not closed").Labelled("expected `}`"),
		}},
		{"quiet", TextOptions{Least: Error}, List{
			New(UnusedLocal, at(t, stores, "users", 1), "an unused local"),
			New(WrongType, at(t, stores, "users", 1), "an error"),
		}},
		{"limit", TextOptions{Limit: 2}, List{
			New(UnusedLocal, at(t, stores, "users", 1), "first warning"),
			New(UnusedLocal, at(t, stores, "users", 1), "second warning"),
			New(UnusedLocal, at(t, stores, "users", 1), "third warning"),
			New(WrongType, at(t, stores, "users", 1), "an error that may not be hidden"),
		}},
	}
}

func wideCase(t testing.TB) textCase {
	f := source.NewFile("wide.hcl", []byte("label = \"東京 データ\" + x\nlabel = \"cafe\u0301 \u0928\u0940\" + x\nlabel = \"👩‍👧 👍🏽 ❤️\" + x\nlabel = \"ﷺ שלום\" + x\n"))
	var list List
	for n := range 4 {
		list.Add(New(NotAllowed, at(t, f, "+", n+1), "arithmetic is not part of the language").Labelled("here"))
	}
	list.Add(New(WrongType, at(t, f, "京 デ", 1), "wide characters are underlined whole"))
	return textCase{"wide", TextOptions{}, list}
}

func hostileCase(t testing.TB) textCase {
	f := source.NewFile("evil\x1b[2J\n::error::.hcl", []byte("  ::set-output name=a::b \x1b[31m\u202e ##[group]x ##vso[task] \xff\x00 end\r\n"))
	return textCase{"hostile", TextOptions{}, List{
		New(FileControlChar, at(t, f, "\x1b", 1), "::error::\x1b[2Jred\u202e ##[error]\n::warning::").
			Labelled("::x\u2066\n::y").
			Because("A first sentence.\n::error file=a::b\n   ::notice::c ##vso[task.complete] d").
			Relating(at(t, f, "end", 1), "\x9b31m::z\a").
			Replacing(at(t, f, "end", 1), "\x1b]0;title\a ##[command]\n::stop-commands::x\n", "::add-mask::y"),
	}}
}

func longCase(t testing.TB) textCase {
	body := strings.Repeat("word ", 60) + "WRONG " + strings.Repeat("more ", 60)
	f := source.NewFile("long.hcl", []byte("body = \""+body+"\"\nnote = \""+strings.Repeat("x", 10000)+"WRONG"+strings.Repeat("y", 10000)+"\"\n"))
	return textCase{"long", TextOptions{Width: 80}, List{
		New(BadMarkdown, at(t, f, "WRONG", 1), "clipped on both sides").Labelled("here"),
		New(BadMarkdown, at(t, f, "body", 1), "clipped behind").Labelled("a label that is much too long to stand behind its caret, and therefore goes below it, where it is wrapped at the margin"),
		New(BadMarkdown, at(t, f, "more \"", 1), "clipped before").Labelled("at the end").Relating(at(t, f, "body", 1), "out of sight"),
		New(BadMarkdown, at(t, f, body, 1), "wider than the screen").Labelled("all this"),
		New(BadMarkdown, at(t, f, "WRONG", 2), strings.Repeat("long summary ", 40)).Because(strings.Repeat("Sentence after sentence. ", 60) + strings.Repeat("z", 300)),
	}}
}

func manyCase(t testing.TB) textCase {
	var list List
	for n := range 123 {
		list.Add(New(WrongType, at(t, stores, "users", 1), "finding "+strconv.Itoa(n)))
	}
	return textCase{"many", TextOptions{Limit: 3}, list}
}

func cycleCase(t testing.TB) textCase {
	var b strings.Builder
	for n := range 12 {
		b.WriteString("locals {\n  step_" + strconv.Itoa(n) + " = local.step_" + strconv.Itoa((n+1)%12) + "\n}\n\n\n")
	}
	f := source.NewFile("locals.hcl", []byte(b.String()))
	d := New(ValueCycle, at(t, f, "local.step_1", 1), "step_0 is defined by itself").Labelled("needs step_1").
		Because("The value of each needs that of the next, and the last needs the first. Write one of them out.")
	for n := 1; n < 12; n++ {
		d.Relating(at(t, f, "local.step_"+strconv.Itoa((n+1)%12), 1), "step_"+strconv.Itoa(n)+" needs the next")
	}
	return textCase{"cycle", TextOptions{}, List{d}}
}

func mendCase(t testing.TB) textCase {
	insert := New(MissingAttribute, at(t, stores, `vendor "aws"`, 1), "label is missing").
		Replacing(point(at(t, stores, "vendor \"aws\" {", 1)), "\n  label = \"AWS\"\n  country = \"US\"", "add the attributes")
	remove := New(UnusedDeclaration, at(t, stores, `"aws"`, 1), "nothing uses vendor aws").
		Replacing(at(t, stores, "vendor \"aws\" {\n  label = \"AWS\"\n}\n", 1), "", "remove the block")
	two := New(NameForm, at(t, stores, `"users"`, 1), "two edits in a fix")
	two.Fixes = []Fix{{"rename it", []Edit{
		{at(t, stores, `"PostgreSQL"`, 1), `"postgres"`},
		{at(t, stores, `"users"`, 1), `"people"`},
		{at(t, stores, `data_store`, 1), `store`},
	}}}
	return textCase{"mend", TextOptions{}, List{insert, remove, two}}
}

func TestText(t *testing.T) {
	for _, c := range textCases(t) {
		t.Run(c.name, func(t *testing.T) {
			var b bytes.Buffer
			if err := WriteText(&b, c.list, c.options); err != nil {
				t.Fatal(err)
			}
			golden(t, "text/"+c.name+".txt", b.Bytes())
			if !c.options.Color {
				inert(t, b.String())
			}
		})
	}
}

// inert fails where text would act on a terminal, mislead a reader, or be
// executed by a runner.
func inert(t testing.TB, text string) {
	t.Helper()
	for _, r := range text {
		if r != '\n' && r != zeroWidthJoiner && r != zeroWidthNonJoiner && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) {
			t.Fatalf("U+%04X is printed in %q", r, text)
		}
	}
	for _, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") || strings.Contains(line, "##vso[") {
			t.Fatalf("a runner would execute %q", line)
		}
	}
}
