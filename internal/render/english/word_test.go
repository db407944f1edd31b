package english

import "testing"

// forms checks a function from words to words against a table.
func forms(t *testing.T, name string, f func(string) string, want map[string]string) {
	t.Helper()
	for in, out := range want {
		if got := f(in); got != out {
			t.Errorf("%s(%q) = %q, want %q", name, in, got, out)
		}
	}
}

func TestGerund(t *testing.T) {
	forms(t, "Gerund", Gerund, map[string]string{
		"store":                       "storing",
		"build customer profiles":     "building customer profiles",
		"track metadata":              "tracking metadata",
		"use data":                    "using data",
		"permanently store data":      "permanently storing data",
		"put it away":                 "putting it away",
		"log access":                  "logging access",
		"see data":                    "seeing data",
		"be told":                     "being told",
		"tie a knot":                  "tying a knot",
		"submit a form":               "submitting a form",
		"transfer data":               "transferring data",
		"copy files":                  "copying files",
		"enter data":                  "entering data",
		"visit a page":                "visiting a page",
		"fix faults":                  "fixing faults",
		"show a notice":               "showing a notice",
		"keep data":                   "keeping data",
		"free memory":                 "freeing memory",
		"quit":                        "quitting",
		"apply the patch":             "applying the patch",
		"read":                        "reading",
		"scan files":                  "scanning files",
		"wipe":                        "wiping",
		"anonymise":                   "anonymising",
		"never fully delete the data": "never fully deleting the data",
	})
}

func TestThird(t *testing.T) {
	forms(t, "Third", Third, map[string]string{
		"store data": "stores data", "process data": "processes data", "copy data": "copies data", "delay": "delays",
		"be": "is", "be told": "is told", "have access": "has access", "go": "goes", "push": "pushes", "fix": "fixes",
		"watch": "watches", "permanently keep": "permanently keeps",
	})
}

func TestParticiple(t *testing.T) {
	forms(t, "Participle", Participle, map[string]string{
		"store": "stored", "delete": "deleted", "send": "sent", "keep data": "kept data", "put": "put", "copy": "copied",
		"log": "logged", "encrypt": "encrypted", "write": "written", "transfer": "transferred", "push": "pushed",
		"process": "processed", "read": "read", "build": "built", "hash": "hashed", "securely wipe": "securely wiped",
		"split": "split", "employ": "employed", "understand": "understood", "withdraw": "withdrawn",
	})
}

func TestPassive(t *testing.T) {
	tests := []struct {
		phrase, modal, want string
		ok                  bool
	}{
		{"parse the file", "", "the file is parsed", true},
		{"send the data to the servers", "", "the data is sent to the servers", true},
		{"send the data to the servers", "must", "the data must be sent to the servers", true},
		{"delete all files", "", "all files are deleted", true},
		{"permanently delete the account", "", "the account is permanently deleted", true},
		{"store the upload in the database", "should", "the upload should be stored in the database", true},
		{"back up the data daily", "", "", false},
		{"back up all files", "", "all files are backed up", true},
		{"wipe out", "", "", false},
		{"push", "", "", false},
		{"securely push", "", "", false},
		{"hash and store the file", "", "", false},
		{"check that nothing is left", "", "", false},
		{"wait for approval", "", "", false},
	}
	for _, tt := range tests {
		got, ok := Passive(tt.phrase, tt.modal)
		if got != tt.want || ok != tt.ok {
			t.Errorf("Passive(%q, %q) = %q, %t, want %q, %t", tt.phrase, tt.modal, got, ok, tt.want, tt.ok)
		}
	}
}

func TestPlural(t *testing.T) {
	forms(t, "Plural", Plural, map[string]string{
		"user": "users", "company": "companies", "employee": "employees", "users": "users", "person": "people",
		"key": "keys", "business": "businesses", "branch": "branches", "box": "boxes", "staff": "staff", "child": "children",
		"account holder": "account holders", "employee of a customer": "employees of a customer", "anyone else": "anyone else", "young person": "young people", "virus": "viruses",
		"": "",
	})
}

func TestArticle(t *testing.T) {
	forms(t, "Article", Article, map[string]string{
		"day": "a day", "hour": "an hour", "organizational measure": "an organizational measure", "user": "a user",
		"EU country": "an EU country", "European company": "a European company", "one-off job": "a one-off job",
		"unit": "a unit", "uninvited guest": "an uninvited guest", "e-mail": "an e-mail",
	})
}

func TestDefinite(t *testing.T) {
	forms(t, "Definite", Definite, map[string]string{
		"user database": "the user database", "the Acme app": "the Acme app", "Aurora": "Aurora", "our servers": "our servers",
		"iPhone app": "iPhone app", "ElastiCache": "ElastiCache", "all services": "all services", "your app": "your app",
		"anyone else": "anyone else", "application logs": "the application logs", "another app": "another app", "": "",
		"IP address": "the IP address", "PI": "PI", "GPS Tracker": "GPS Tracker", "S3 bucket": "S3 bucket",
	})
}

func TestIsDocument(t *testing.T) {
	for title, want := range map[string]bool{
		"Acme privacy policy": true, "Privacy policy of Acme": true, "Data standard": true, "Handling of personal data": false,
		"Our privacy policy": false, "The policy": false, "": false,
	} {
		if got := IsDocument(title); got != want {
			t.Errorf("IsDocument(%q) = %v, want %v", title, got, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for n, want := range map[int]string{0: "0", 1: "one", 2: "two", 12: "twelve", 13: "13", 999: "999", 1000: "1,000", 1234567: "1,234,567"} {
		if got := Number(n); got != want {
			t.Errorf("Number(%d) = %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int]string{0: "no stores", 1: "one store", 2: "two stores", 40: "40 stores"} {
		if got := Count(n, "store", "stores"); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestNumber3(t *testing.T) {
	for phrase, want := range map[string]Person{
		"the data": It, "uploads": They, "chat messages": They, "e-mail address": It, "names and ages": They,
		"people": They, "access": It, "status": It, "analysis": It, "photos": They,
	} {
		if got := Number3(phrase); got != want {
			t.Errorf("Number3(%q) = %d, want %d", phrase, got, want)
		}
	}
}

func TestBecause(t *testing.T) {
	forms(t, "Because", Because, map[string]string{
		"the law asks for it": "because the law asks for it", "to reach a goal": "to reach a goal",
		"so that nobody is harmed": "so that nobody is harmed", "because it must be": "because it must be",
		"tokens expire": "because tokens expire",
	})
}

func TestTo(t *testing.T) {
	forms(t, "To", To, map[string]string{
		"keep data to a minimum": "to keep data to a minimum", "finding faults early": "for finding faults early",
		"to run the service": "to run the service", "for accountability": "for accountability", "bring data back": "to bring data back",
	})
}

func TestToward(t *testing.T) {
	forms(t, "Toward", Toward, map[string]string{
		"send the data": "to", "securely store the file": "in", "parse the file": "", "copy it": "to", "fetch the data": "from",
	})
}

func TestIsUncounted(t *testing.T) {
	for phrase, want := range map[string]bool{
		"operational data": true, "personally identifiable information (PII)": true, "files that contain it": true,
		"data with us": true, "e-mail address": false, "the data": false, "your data": false, "Notes": false,
		"name and addresses": false, "": false,
	} {
		if got := IsUncounted(phrase); got != want {
			t.Errorf("IsUncounted(%q) = %t, want %t", phrase, got, want)
		}
	}
}
