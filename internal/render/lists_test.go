package render_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/render"
)

func TestSubprocessorsOfAnExample(t *testing.T) {
	asCSV, asJSON := render.New(example(t, "monta")).Subprocessors()
	rows, err := csv.NewReader(bytes.NewReader(asCSV)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list render.RecipientList
	if err := json.Unmarshal(asJSON, &list); err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(list.Recipients)+1 {
		t.Errorf("%d rows below the head, %d recipients in JSON", len(rows)-1, len(list.Recipients))
	}
	if !slices.ContainsFunc(rows, func(row []string) bool { return slices.Contains(row, "Apple (by access; iphone)") }) {
		t.Error("no row says on which platform Apple has access to data")
	}
	var got []render.Recipient
	for _, r := range list.Recipients {
		if r.Name == "Firebase" && r.Role == "push notifications" || strings.Contains(r.Address, "subscription") || r.Name == "Elastic Cloud" {
			got = append(got, r)
		}
	}
	want := []render.Recipient{
		{
			Address: "subprocessor.elastic_cloud", Name: "Elastic Cloud", Manages: []string{"Elasticsearch"},
		},
		{
			Address: "subprocessor.firebase.engagement.push_notifications", Name: "Firebase", Company: "Google",
			Role: "push notifications", Purposes: []string{"push notifications"}, PassedOn: []render.Onward{{Company: "Apple", Form: "access", Platforms: []string{"iphone"}}},
		},
		{
			Address: "subprocessor.subscription_sellers.engagement.subscription", Name: "service providers that sell subscriptions",
			Kind: "recipient_class", Role: "subscription", Purposes: []string{"selling subscriptions"},
			Data: []string{"name", "postal address", "phone number", "e-mail address"}, DataOpen: true, Minimised: true,
			Condition: "while a subscription is pending or active",
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSubprocessorsAreTextInASpreadsheet(t *testing.T) {
	m := snippet(t, `
subprocessor "tricky" {
  label = "=HYPERLINK(\"https://example.com\")"
  since = "2024-05-01"
}
`)
	asCSV, _ := render.New(m).Subprocessors()
	rows, err := csv.NewReader(bytes.NewReader(asCSV)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := rows[1][0]; !strings.HasPrefix(got, "'=") {
		t.Errorf("the cell is %q, and a spreadsheet would compute it", got)
	}
}

// TestARoleWithoutALabel holds a role that nobody has named to be called by its purposes in
// a language that the name of its block is not in.
func TestARoleWithoutALabel(t *testing.T) {
	m := snippet(t, `
policy "acme" {
  title     = "Data policy"
  languages = ["en", "de"]
}
purpose "mail" {
  label = "sending mail"
}
subprocessor "post" {
  engagement "outgoing_mail" {
    purposes = [purpose.mail]
  }
}
translation "de" {
  of    = purpose.mail
  label = "Versand von E-Mail"
}
`)
	for language, want := range map[string]string{"en": "outgoing mail", "de": "Versand von E-Mail"} {
		if got := render.In(m, language).Recipients().Recipients[0].Role; got != want {
			t.Errorf("%s: the role is %q, want %q", language, got, want)
		}
	}
}

func TestSubprocessorsOfNobody(t *testing.T) {
	asCSV, asJSON := render.New(snippet(t, "")).Subprocessors()
	if n := bytes.Count(asCSV, []byte("\n")); n != 1 {
		t.Errorf("%d lines, want the head alone", n)
	}
	if !bytes.Contains(asJSON, []byte(`"recipients": []`)) {
		t.Errorf("JSON without an empty list: %s", asJSON)
	}
}
