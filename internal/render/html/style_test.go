package html

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/privity/privity/internal/render/tree"
)

// colours returns the colours that a part of the style sheet sets.
func colours(t *testing.T, css string) map[string]string {
	t.Helper()
	block, _, ok := strings.Cut(css, "}")
	if !ok {
		t.Fatal("the rule does not end")
	}
	found := map[string]string{}
	for _, m := range regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(block, -1) {
		found[m[1]] = m[2]
	}
	return found
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Text has a contrast of 4.5 in light and in dark, as WCAG 2.2 asks in 1.4.3.
func TestContrast(t *testing.T) {
	css := string(Style())
	_, lightPart, _ := strings.Cut(css, ":root {")
	_, darkPart, _ := strings.Cut(css, "prefers-color-scheme: dark) {")
	light, dark := colours(t, lightPart), colours(t, darkPart)
	for name, c := range light {
		if dark[name] == "" {
			dark[name] = c
		}
	}
	for scheme, c := range map[string]map[string]string{"light": light, "dark": dark} {
		for _, text := range []string{"ink", "quiet", "link", "visited", "hover"} {
			for _, behind := range []string{"paper", "tint", "mark"} {
				if got := contrast(t, c[text], c[behind]); got < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", scheme, text, behind, got)
				}
			}
		}
		if got := contrast(t, c["focus-ink"], c["focus"]); got < 4.5 {
			t.Errorf("%s: the focus has a contrast of %.2f", scheme, got)
		}
	}
}

func TestStyleLoadsNothing(t *testing.T) {
	for _, word := range []string{"url(", "@import", "@font-face", "http:", "https:", "expression", "!important"} {
		if strings.Contains(string(Style()), word) {
			t.Errorf("the style sheet holds %q", word)
		}
	}
}

// A rem is 16 px unless the reader asks for another size.
func TestNoTextIsSmall(t *testing.T) {
	screen, _, _ := strings.Cut(string(Style()), "/* Paper */")
	for _, m := range regexp.MustCompile(`(?m)^(.*)\bfont(?:-size)?: ([0-9.]+)rem`).FindAllStringSubmatch(screen, -1) {
		size, err := strconv.ParseFloat(m[2], 64)
		if err != nil {
			t.Fatal(err)
		}
		if size < 1 && !strings.HasPrefix(m[1], ".columns-") {
			t.Errorf("%s is smaller than 16 px", m[0])
		}
	}
}

// What is inserted and what is deleted can be read as well, on screens of either
// kind.
func TestContrastOfRedline(t *testing.T) {
	style, err := redlineStyle(&tree.Document{})
	if err != nil {
		t.Fatal(err)
	}
	css := string(style)
	parts := strings.Split(css, ":root {")
	if len(parts) != 7 {
		t.Fatalf("the style sheet sets colours %d times", len(parts)-1)
	}
	light, dark := colours(t, parts[1]), colours(t, parts[2])
	for name, more := range map[string][2]map[string]string{
		"light": {light, colours(t, parts[4])}, "dark": {dark, colours(t, parts[5])},
	} {
		for _, behind := range []string{"inserted", "deleted"} {
			for _, text := range []string{"ink", "quiet"} {
				if got := contrast(t, more[0][text], more[1][behind]); got < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", name, text, behind, got)
				}
			}
			if got := contrast(t, more[1][behind+"-line"], more[1][behind]); got < 3 {
				t.Errorf("%s: the line of what is %s has a contrast of %.2f", name, behind, got)
			}
		}
	}
}
