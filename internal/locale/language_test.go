package locale

import (
	"strings"
	"testing"
)

func TestLanguageName(t *testing.T) {
	tests := []struct{ tag, want string }{
		{"en", "English"},
		{"EN", "English"},
		{"fil", "Filipino"},
		{"de-CH", "German (Switzerland)"},
		{"de-ch", "German (Switzerland)"},
		{"pt-BR", "Portuguese (Brazil)"},
		{"zh-Hant-HK", "Chinese (Traditional, Hong Kong)"},
		{"zh-hans", "Chinese (Simplified)"},
		{"sr-Latn", "Serbian (Latin)"},
		{"es-419", "Spanish (Latin America)"},
		{"ca-valencia", "Catalan (Valencian)"},
		{"de-AT-1996", "German (Austria, German orthography of 1996)"},
	}
	for _, test := range tests {
		if got, ok := LanguageName(test.tag); !ok || got != test.want {
			t.Errorf("LanguageName(%q) = %q, %v, want %q", test.tag, got, ok, test.want)
		}
	}
}

func TestLanguageNameRefuses(t *testing.T) {
	tags := []string{
		"", "-", "en-", "-en", "e", "english", "xx", "und", "en_US", "en US",
		"en-UK", "en-EU", "de-CH-Latn", "de-CH-AT", "de-Latn-Cyrl", "de-1996-CH", "de-1996-1996",
		"de-Xxxx", "en-x-private", "en-u-ca-gregory", "de-é", "de-éé",
	}
	for _, tag := range tags {
		if got, ok := LanguageName(tag); ok {
			t.Errorf("LanguageName(%q) = %q, want none", tag, got)
		}
	}
}

func TestOfficialLanguagesOfTheUnionAreKnown(t *testing.T) {
	official := "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv"
	for tag := range strings.FieldsSeq(official) {
		if _, ok := LanguageName(tag); !ok {
			t.Errorf("%s is not known", tag)
		}
	}
}

func FuzzLanguageName(f *testing.F) {
	f.Add("zh-Hant-HK")
	f.Add("-\xff-")
	f.Fuzz(func(t *testing.T, tag string) {
		name, ok := LanguageName(tag)
		if ok != (name != "") {
			t.Errorf("LanguageName(%q) = %q, %v", tag, name, ok)
		}
	})
}
