package english

// A Deed is what the holder of a right can do, around the data that it is about:
// "have … deleted".
type Deed struct {
	Before, After string
	// Data stands for the data where nothing closer is said; empty where the deed
	// is about no data.
	Data string
	// Place is the preposition before the places that the data is in.
	Place string
}

// Right is the deed of a right (schema enum "right_kind"), for a holder in the
// given person.
func Right(kind string, p Person) Deed {
	d := deed(kind, p)
	d.Place = "in"
	if kind == "erasure" {
		d.Place = "from"
	}
	return d
}

func deed(kind string, p Person) Deed {
	about := " about them"
	whose := "their"
	if p == You {
		about, whose = " about you", "your"
	}
	switch kind {
	case "information":
		return Deed{Before: "be told what is done with", After: "and when that changes", Data: about}
	case "access":
		return Deed{Before: "ask which", After: "is held, and see it", Data: about}
	case "rectification":
		return Deed{Before: "have", After: "corrected or changed", Data: about}
	case "erasure":
		return Deed{Before: "have", After: "deleted", Data: about}
	case "restriction":
		return Deed{Before: "have the processing of", After: "restricted", Data: about}
	case "portability":
		return Deed{Before: "export", Data: about}
	case "objection":
		return Deed{Before: "object to the processing of", Data: about}
	case "human_decision":
		return Deed{Before: "ask that a decision is not made by a machine alone"}
	case "withdraw_consent":
		return Deed{Before: "withdraw " + whose + " consent"}
	case "opt_out":
		return Deed{Before: "opt out of", After: "being sold or shared for advertising", Data: about}
	case "limit_use":
		return Deed{Before: "have the use of sensitive", After: "limited", Data: about}
	case "complaint":
		return Deed{Before: "complain to a supervisory authority"}
	}
	return Deed{Before: "change " + whose + " preferences on the collection of", Data: about}
}
