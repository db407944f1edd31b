package render_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/render"
)

// TestWhoKeepsDataReceivesIt holds the company of a store to be on the lists of those
// who receive data, unless a subprocessor of that company receives all that is in it.
func TestWhoKeepsDataReceivesIt(t *testing.T) {
	m := snippet(t, `
vendor "cloud" {
  label = "Cloud"
}
vendor "host" {
  label = "Host"
}
vendor "backups" {
  label = "Backups"
}
region "ireland" {
  country = "IE"
}
data_store "users" {
  vendor  = vendor.cloud
  regions = [region.ireland]
  holds   = [category.name]
}
data_store "files" {
  vendor  = vendor.cloud
  regions = [region.ireland]
  holds   = [category.name, category.photo]
}
data_store "queue" {
  hosted_by = vendor.host
}
data_store "archive" {
  vendor = vendor.backups
  holds  = [category.name]
}
data_store "own" {}
data_store "managed" {
  vendor    = vendor.backups
  hosted_by = vendor.host
  holds     = [category.name]
}
system "app" {
  hosted_by = vendor.host
}
subprocessor "archive" {
  vendor = vendor.backups
  engagement "keeping" {
    data = [category.name, category.photo]
  }
}`)
	want := []render.Recipient{
		{
			Address: "vendor.cloud", Name: "Cloud", Company: "Cloud", Kind: "named", Role: "keeping data", Keeps: []string{"users", "files"},
			Data: []string{"name", "photo"}, Regions: []string{"ireland"}, Countries: []string{"IE"},
		},
		{Address: "vendor.host", Name: "Host", Company: "Host", Kind: "named", Role: "keeping data", Keeps: []string{"queue", "managed"}, Data: []string{"name"}},
		{Address: "vendor.host", Name: "Host", Company: "Host", Kind: "named", Role: "hosting systems", Hosts: []string{"app"}},
	}
	if diff := cmp.Diff(want, render.New(m).Recipients().Recipients[1:]); diff != "" {
		t.Error(diff)
	}
	printed := pages(t, m)
	for _, row := range []string{
		"| Cloud | Keeping data in the users and the files | Name and photo | Ireland |", "| Host | Keeping data in the queue and the managed | Name |",
		"[One outside service](subprocessors.md) and [two companies that keep data](subprocessors.md) receive or handle data.",
	} {
		if !strings.Contains(printed, row) {
			t.Errorf("no page says %q", row)
		}
	}
	if strings.Contains(printed, "| Backups | Keeping data") {
		t.Error("a company is listed twice for the same data")
	}
}

// TestWhoHostsSystemsIsARecipient holds the company that hosts a system to be on the
// lists of those who receive data and on the map, unless a subprocessor is its own.
func TestWhoHostsSystemsIsARecipient(t *testing.T) {
	m := snippet(t, `
vendor "cloud" {
  label = "Cloud"
}
vendor "mail" {
  label = "Mail"
}
region "ireland" {
  country = "IE"
}
system "forwarding" {
  label     = "our forwarding"
  hosted_by = vendor.cloud
  regions   = [region.ireland]
}
system "newsletter" {
  hosted_by = vendor.mail
}
subprocessor "mail" {
  vendor = vendor.mail
  engagement "newsletter" {}
}`)
	want := render.Recipient{
		Address: "vendor.cloud", Name: "Cloud", Company: "Cloud", Kind: "named", Role: "hosting systems",
		Hosts: []string{"our forwarding"}, Regions: []string{"ireland"}, Countries: []string{"IE"},
	}
	list := render.New(m).Recipients().Recipients
	if diff := cmp.Diff(want, list[len(list)-1]); diff != "" {
		t.Error(diff)
	}
	printed := pages(t, m)
	for _, row := range []string{
		"| Cloud | Hosting our forwarding |", "| Our forwarding (Cloud) | Ireland |", "and [one company that hosts systems](subprocessors.md)",
	} {
		if !strings.Contains(printed, row) {
			t.Errorf("no page says %q", row)
		}
	}
	if strings.Contains(printed, "Hosting the newsletter") {
		t.Error("a company is listed twice")
	}
}
