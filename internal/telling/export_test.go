package telling

// Attributes calls visit for the attributes that are told of kinds of block.
func Attributes(visit func(kind, attr string)) {
	for _, table := range []map[string][]string{introduces, identifies} {
		for kind, attrs := range table {
			for _, attr := range attrs {
				visit(kind, attr)
			}
		}
	}
	for kind, attr := range sense {
		visit(kind, attr)
	}
}
