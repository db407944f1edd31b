package diag

// Severity returns what a finding of this kind does to the outcome. A code that
// is none of ours, such as that of a team's own rule, is an error until the
// rule says otherwise.
func (c Code) Severity() Severity {
	switch c {
	case RepeatedReference, UnusedVariable, UnusedLocal, UnusedDeclaration, WaiverUnused,
		StaleTranslation, MissingTranslation, TranslationSource, LanguageUnspoken:
		return Warning
	}
	return Error
}
