package manual

import (
	"strings"
	"testing"
)

func TestConstructs(t *testing.T) {
	for topic, want := range map[string]string{"for_each": "each.key", "count": "There is no count", "template": "%{ for }", "var": "variable"} {
		if page, ok, _ := Explain(topic); !ok || !strings.Contains(page, want) {
			t.Errorf("Explain(%q) does not speak of %q", topic, want)
		}
	}
}
