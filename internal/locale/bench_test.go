package locale

import "testing"

// What the first question about each file costs, the decoding included.
func BenchmarkLoad(b *testing.B) {
	loads := []struct {
		name string
		load func()
	}{
		{"countries", func() { load[Country]("countries.json") }},
		{"memberships", func() { load[membership]("memberships.json") }},
		{"adequacy", func() { load[Adequacy]("adequacy.json") }},
		{"regions_azure", func() { load[Region]("regions_azure.json") }},
		{"subtags", func() { load[subtag]("subtags.json") }},
	}
	for _, l := range loads {
		b.Run(l.name, func(b *testing.B) {
			for b.Loop() {
				l.load()
			}
		})
	}
}

func BenchmarkInEEA(b *testing.B) {
	for b.Loop() {
		InEEA("IE", "2026-09-01")
	}
}
