package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReferencesTo holds that each attribute that refers to a block or to a part of
// it is found once, wherever its block was written.
func TestReferencesTo(t *testing.T) {
	m := load(t)
	for address, want := range map[string][]string{
		"data_store.users": {
			"data_store.users.backup.applies_to: data_store.users",
			"data_store.users.retention.logs.applies_to: data_store.users",
			"data_store.users.retention.events.applies_to: data_store.users",
			"retention.both.applies_to: data_store.users",
			"retention.part.applies_to: data_store.users.segment.special",
		},
		"region.ireland":    {"data_store.users.regions: region.ireland"},
		"policy.example":    nil,
		"organization.acme": {"policy.example.organization: organization.acme"},
	} {
		var got []string
		for _, r := range m.ReferencesTo(m.Lookup(address)) {
			got = append(got, r.ID()+": "+r.Target.Address)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", address, diff)
		}
	}
}
