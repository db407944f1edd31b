package english

import (
	"testing"

	"github.com/privity/privity/internal/render/tree"
)

func TestConditions(t *testing.T) {
	saved := Event("a form is saved")
	sent := Event("a form is sent")
	pending := State("a subscription is pending")
	active := State("a subscription is active")
	off, notReady := State("GPS is disabled"), State("GPS is not ready")
	rides, services := State("the user has made rides"), State("the user has used services")
	asked := Event("a client explicitly asks for it").With(tree.T("to reach a goal"))
	tests := []struct {
		name string
		got  tree.Text
		want string
	}{
		{"nothing", When(), ""},
		{"an event", When(saved), "when a form is saved"},
		{"a state", When(pending), "while a subscription is pending"},
		{"states that begin alike", When(pending, active), "while a subscription is pending or active"},
		{"states that begin alike, one denied", When(off, notReady), "while GPS is disabled or not ready"},
		{"events that begin alike", When(saved, sent), "when a form is saved or sent"},
		{"states that differ", When(pending, off), "while a subscription is pending or GPS is disabled"},
		{"a state and an event", When(pending, saved), "while a subscription is pending or when a form is saved"},
		{"three", When(pending, active, State("a subscription is ending")), "while a subscription is pending, active or ending"},
		{"a reason", When(asked), "when a client explicitly asks for it to reach a goal"},
		{"unless", Unless(asked), "unless a client explicitly asks for it to reach a goal"},
		{"unless one of two", Unless(pending, active), "unless a subscription is pending or active"},
		{"until", Until(Event("the upload is deleted")), "until the upload is deleted"},
		{"nothing to wait for", Until(), ""},
		{"all of", When(AllOf(pending, off)), "while a subscription is pending and GPS is disabled"},
		{"all of, alike", When(AllOf(rides, services)), "while the user has made rides and used services"},
		{"any of", When(AnyOf(rides, services)), "while the user has made rides or used services"},
		{"not", When(Not(active)), "while a subscription is not active"},
		{"not what is denied", When(Not(notReady)), "while GPS is ready"},
		{"not an event", When(Not(Event("the user pays"))), "when it is not so that the user pays"},
		{"neither", When(AllOf(Not(rides), Not(services))), "while the user has neither made rides nor used services"},
		{"not any", When(Not(AnyOf(pending, off))), "while it is not so that a subscription is pending or GPS is disabled"},
		{"by name", When(Named(tree.T("legal hold"))), "when “legal hold” applies"},
		{"no verb in common", When(State("we host it"), State("we sell it")), "while we host it or we sell it"},
		{"the same", When(pending, pending), "while a subscription is pending or pending"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tree.Concat(tt.got); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestNegate(t *testing.T) {
	forms(t, "Negate", Negate, map[string]string{
		"a subscription is active": "a subscription is not active", "GPS is not ready": "GPS is ready",
		"the user has paid": "the user has not paid", "the user pays": "it is not so that the user pays",
		"data can be read": "data can not be read",
	})
}

func TestSubjects(t *testing.T) {
	us := Subject{Text: tree.T("we"), Person: We}
	anyone := Subject{Text: tree.T("anyone else"), Person: It}
	users := Subject{Text: tree.T("users"), Person: They}
	if got := tree.Concat(us.Object()); got != "us" {
		t.Errorf("the object of we is %q", got)
	}
	if got := tree.Concat(users.Object()); got != "users" {
		t.Errorf("the object of users is %q", got)
	}
	both := Subjects(us, users)
	if got := tree.Concat(both.Text); got != "we and users" || both.Person != They {
		t.Errorf("both are %q, person %d", got, both.Person)
	}
	if denied, ok := anyone.Denied(); !ok || tree.Concat(denied.Text) != "no one else" {
		t.Errorf("a denial of %q is %q, %t", tree.Concat(anyone.Text), tree.Concat(denied.Text), ok)
	}
	if _, ok := users.Denied(); ok {
		t.Error("users are not denied by a word")
	}
}
