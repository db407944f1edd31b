package diag

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

type junitReport struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    string        `xml:"line,attr,omitempty"`
	Failure *junitFailure `xml:"failure,omitempty"`
	Output  *junitText    `xml:"system-out,omitempty"`
}

type junitFailure struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	junitText
}

type junitText struct {
	Escaped string `xml:",innerxml"`
}

// WriteJUnit writes findings as a report of tests, for servers that show
// nothing else: a suite for each file, a case for each finding. Only an error
// fails its case. Where there are no findings one case says that it passed,
// since most servers take a report without cases for a broken one.
func WriteJUnit(w io.Writer, list List, o Options) error {
	report := junitReport{Tests: max(len(list)+len(o.Passed), 1), Failures: list.Count(Error)}
	suites := map[string]int{}
	for _, d := range list {
		c := o.junitCase(d)
		i, ok := suites[c.Class]
		if !ok {
			i = len(report.Suites)
			suites[c.Class] = i
			report.Suites = append(report.Suites, junitSuite{Name: c.Class})
		}
		s := &report.Suites[i]
		s.Cases = append(s.Cases, c)
		s.Tests++
		if c.Failure != nil {
			s.Failures++
		}
	}
	if len(o.Passed) > 0 {
		report.Suites = append(report.Suites, passedSuite(o.Passed))
	}
	if len(report.Suites) == 0 {
		passed := junitCase{Class: unplaced, Name: "no findings"}
		report.Suites = []junitSuite{{Name: unplaced, Tests: 1, Cases: []junitCase{passed}}}
	}
	return writeXML(w, report)
}

// passedSuite lists tests that passed.
func passedSuite(names []string) junitSuite {
	suite := junitSuite{Name: "tests", Tests: len(names)}
	for _, name := range names {
		suite.Cases = append(suite.Cases, junitCase{Class: suite.Name, Name: cleanLine(name)})
	}
	return suite
}

// unplaced is the name of the suite of findings that stand in no file.
const unplaced = "policy"

func (o Options) junitCase(d *Diagnostic) junitCase {
	c := junitCase{Class: unplaced, Name: strings.TrimSpace(cleanLine(string(d.Code) + " " + d.Summary))}
	if !d.Span.IsZero() {
		c.File = fileName(o.Folder, d.Span.File.Name)
		c.Class = c.File
		c.Line = strconv.Itoa(d.Span.File.Position(int(d.Span.Start)).Line)
	}
	text := o.junitText(d)
	if d.Severity == Error {
		c.Failure = &junitFailure{Type: cleanLine(string(d.Code)), Message: cleanLine(d.Summary), junitText: text}
	} else {
		c.Output = &text
	}
	return c
}

// junitText returns the finding as it is printed for people.
func (o Options) junitText(d *Diagnostic) junitText {
	var b bytes.Buffer
	t := TextOptions{Folder: o.Folder}
	text := "\n" + strings.Join(newPrinter(t, d).print(d), "\n") + "\n"
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		panic(err) // a bytes.Buffer takes everything
	}
	// Line breaks stay as they are: the report is read by people too.
	return junitText{strings.ReplaceAll(b.String(), "&#xA;", "\n")}
}

func writeXML(w io.Writer, value any) error {
	b, err := xml.MarshalIndent(value, "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(append([]byte(xml.Header), b...), '\n'))
	return err
}
