package lang

import (
	"errors"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
)

// overflow reports that there is more than may be read. Nothing else is read.
func (c *compiler) overflow(s *scope, code diag.Code, summary string) {
	s.unreadable = true
	c.root.unreadable = true
	c.full = true
	c.report(diag.New(code, source.Span{File: source.NewFile(s.dir, nil)}, summary).
		Because("That is the limit on what is read. If the policy is honest, raise the limits with --limits."))
}

func noFiles(s *scope, err error) *diag.Diagnostic {
	at := source.Span{File: source.NewFile(s.dir, nil)}
	if err != nil && !source.IsMissing(err) {
		return diag.New(diag.FileUnreadable, at, "the folder cannot be read").Because(whyUnreadable(err))
	}
	if s.parent != nil {
		return nil // the module's source is at fault, and said so
	}
	return diag.New(diag.NoPolicyFiles, at, "there is no policy here").
		Because("A policy is a folder of files that end in .hcl. Go to that folder, name it with -C DIR, or begin one with `privity init`.")
}

var flawCodes = map[source.Flaw]diag.Code{
	source.FlawTooLarge: diag.FileTooLarge, source.FlawNotRegular: diag.FileUnreadable,
	source.FlawEncoding: diag.FileNotText, source.FlawControl: diag.FileControlChar, source.FlawBidi: diag.FileHiddenMark,
}

var flawAdvice = map[source.Flaw]string{
	source.FlawTooLarge:   "Split it into several files of the same folder; they are read as one. If the size is honest, raise the limits with --limits.",
	source.FlawNotRegular: "A policy consists of ordinary files. Replace the link or device by the file itself.",
	source.FlawEncoding:   "Policies are text in UTF-8. Save the file in that encoding.",
	source.FlawControl:    "Control characters cannot be seen and change what programs make of the text. Delete it.",
	source.FlawBidi:       "Such marks make a line read otherwise than it is stored, so that a reviewer approves what is not there. Delete it.",
}

func unreadable(name string, err error) *diag.Diagnostic {
	var flaw *source.FlawError
	if !errors.As(err, &flaw) {
		return diag.New(diag.FileUnreadable, source.Span{File: source.NewFile(name, nil)}, "the file cannot be read").
			Because(whyUnreadable(err))
	}
	return flawFinding("the file", flaw.Span, flaw)
}

// flawFinding reports a file or a text with something in it that no policy may have.
func flawFinding(what string, span source.Span, flaw *source.FlawError) *diag.Diagnostic {
	return diag.New(flawCodes[flaw.Flaw], span, what+" "+flawVerb(flaw)+" "+flaw.Detail).Because(flawAdvice[flaw.Flaw])
}

func flawVerb(flaw *source.FlawError) string {
	if flaw.Flaw == source.FlawControl || flaw.Flaw == source.FlawBidi {
		return "contains"
	}
	return "is"
}

// whyUnreadable says why something that is there cannot be read. Package os has no
// name for its error of paths that lead out of a root.
func whyUnreadable(err error) string {
	if plain := plainError(err); plain != "path escapes from parent" {
		return "The system says: " + plain + "."
	}
	return "It is a link that leads out of the folder of the policy. Such links are not followed; put what it leads to in its place."
}

// plainError returns the innermost message of an error, without the path and
// the operation that Go puts before it.
func plainError(err error) string {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err.Error()
		}
		err = inner
	}
}
