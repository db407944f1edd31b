package cli

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/policy"
	"github.com/privity/privity/internal/revision"
)

// A former policy is what --new-since compares with.
type former struct {
	model *model.Model
	found diag.List // what was wrong with it before the rules judged it
	lack  string    // why there is no model, in a sentence; empty where there is one
}

// addedSince returns the findings that a policy has now and did not have at a
// reference. Both are judged by the same rules, as of the same day, and each
// with its own waivers.
func (s *session) addedSince(ref string, run *judging, set *policy.Set, now *model.Model, found diag.List) (diag.List, error) {
	s.work().at("reading " + ref)
	before, err := s.former(ref)
	if err != nil {
		return nil, err
	}
	if before.model == nil {
		s.note("%s, so every finding counts as new.", before.lack)
		return found, nil
	}
	s.work().at("judging " + ref)
	report, err := set.Check(before.model, policy.Options{AsOf: run.asOf.orToday(), Only: run.only, Limits: s.ruleLimits()})
	if err != nil {
		return nil, err
	}
	earlier := slices.Concat(before.found, report.Findings)
	added := diag.Added(earlier, found, formerAddress(now))
	if n := len(found) - len(added); n > 0 {
		s.note("%s left out, which the policy had at %s.", counted(n, "finding"), ref)
	}
	return added, nil
}

// formerAddress returns a function that tells where a block stood before the
// moves that a policy announces.
func formerAddress(m *model.Model) func(string) string {
	moves := map[string]string{}
	for _, b := range m.All("moved") {
		if to := b.Ref("to"); to != nil {
			moves[to.Address] = b.Get("from").Value.String()
		}
	}
	return func(address string) string {
		for holder := address; holder != ""; holder = parentAddress(holder) {
			if from, ok := moves[holder]; ok {
				return from + address[len(holder):]
			}
		}
		return address
	}
}

// parentAddress returns the address of the block that one may stand in, or of
// something that it stands in.
func parentAddress(address string) string {
	if at := strings.LastIndexByte(address, '.'); at > 0 {
		return address[:at]
	}
	return ""
}

// former reads the policy at a reference: a manifest, or a revision of git.
func (s *session) former(ref string) (former, error) {
	if isFile(ref) {
		published, err := s.manifestSide(ref)
		if err != nil {
			return former{}, err
		}
		return former{model: published.model}, nil
	}
	tree, err := revision.Open(context.Background(), ".", ref, s.fileLimits())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return former{lack: "There was no policy in this folder at " + ref}, nil
	case err != nil:
		return former{}, s.unreachable(ref, err)
	}
	inputs, _, err := s.inputs()
	if err != nil {
		return former{}, err
	}
	read, found := lang.Load(tree, lang.Options{Files: s.fileLimits(), Syntax: s.syntaxLimits(), Inputs: inputs, Version: Version})
	found = judge(read, found)
	if read == nil || read.Model == nil {
		return former{lack: "At " + ref + " the policy could not be read: " + found[0].Summary}, nil
	}
	return former{model: read.Model, found: found}, nil
}

// unreachable says why a revision cannot be had, and what to do about it.
func (s *session) unreachable(ref string, err error) error {
	var unknown *revision.UnknownError
	switch {
	case errors.As(err, &unknown) && unknown.Shallow:
		return fail(unknown.Error()+" in this clone, which was made without the history", "fetch it first: git fetch --unshallow; or, in a workflow, check out with fetch-depth: 0")
	case errors.As(err, &unknown):
		return fail(unknown.Error(), "it is a branch, a tag or a commit of this repository, or a manifest.json"+meant(ref, unknown.Known))
	case errors.Is(err, revision.ErrNotRepository):
		return fail("the folder is not in a git repository, so there is no revision "+ref, "name a manifest.json that build wrote, or run this where the policy's repository is")
	case errors.Is(err, revision.ErrNoGit):
		return fail("git is needed to read the revision "+ref+", and is not installed here", "install it, or name a manifest.json that build wrote")
	case errors.Is(err, revision.ErrTooLarge):
		return fail("the folder at "+ref+" holds more than is read", "raise the limits with --limits")
	}
	return fail("the revision "+ref+" cannot be read: "+reason(err), "")
}
