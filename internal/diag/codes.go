package diag

// A Code names a kind of finding. It never changes its meaning; a code that is
// retired is not given away again.
type Code string

// The codes, by what they concern: 00 the input, 01 syntax, 02 the schema, 03
// references, 04 scalar values, 05 evaluation, 06 variables and modules, 07 the
// consistency of what is described, 08 documents, 09 the rules that judge it.
const (
	FileTooLarge      Code = "PV0001"
	FileNotText       Code = "PV0002"
	FileControlChar   Code = "PV0003"
	FileHiddenMark    Code = "PV0004"
	TooManyFiles      Code = "PV0005"
	NestedTooDeep     Code = "PV0006"
	TooManyTokens     Code = "PV0007"
	ExpressionTooLong Code = "PV0008"
	NoPolicyFiles     Code = "PV0009"
	FileUnreadable    Code = "PV0010"
	IdentifierForm    Code = "PV0011"

	SyntaxError Code = "PV0101"

	UnknownBlock       Code = "PV0201"
	UnknownAttribute   Code = "PV0202"
	MissingAttribute   Code = "PV0203"
	DuplicateBlock     Code = "PV0204"
	DuplicateAttribute Code = "PV0205"
	WrongLabels        Code = "PV0206"
	MissingBlock       Code = "PV0207"
	ExclusiveAttribute Code = "PV0208"
	RequiredVersion    Code = "PV0209"
	BlockPlace         Code = "PV0210"
	NameForm           Code = "PV0211"

	UnknownReference   Code = "PV0301"
	WrongReferenceKind Code = "PV0302"
	NotAReference      Code = "PV0303"
	ReferenceCycle     Code = "PV0304"
	InstanceNeeded     Code = "PV0305"
	RepeatedReference  Code = "PV0306"

	WrongType        Code = "PV0401"
	UnknownEnumValue Code = "PV0402"
	BadDuration      Code = "PV0403"
	BadFrequency     Code = "PV0404"
	BadDate          Code = "PV0405"
	ImpossibleDate   Code = "PV0406"
	UnknownCountry   Code = "PV0407"
	UnknownLanguage  Code = "PV0408"
	BadEmail         Code = "PV0409"
	BadURL           Code = "PV0410"
	BadMarkdown      Code = "PV0411"
	NumberOutOfRange Code = "PV0412"
	EmptyValue       Code = "PV0413"

	ValueCycle          Code = "PV0501"
	UnknownFunction     Code = "PV0502"
	FunctionCall        Code = "PV0503"
	NotAllowed          Code = "PV0504"
	UnknownName         Code = "PV0505"
	NoSuchElement       Code = "PV0506"
	ExpressionTooCostly Code = "PV0507"
	ForEachValue        Code = "PV0508"

	UndeclaredVariable Code = "PV0601"
	VariableNotSet     Code = "PV0602"
	VariableValue      Code = "PV0603"
	UnusedVariable     Code = "PV0604"
	UnusedLocal        Code = "PV0605"
	ModuleSource       Code = "PV0606"
	ModuleCycle        Code = "PV0607"
	ModuleArgument     Code = "PV0608"
	VariableFile       Code = "PV0609"

	RegionCountry     Code = "PV0701"
	UnknownRegion     Code = "PV0702"
	LabelCollision    Code = "PV0703"
	RetentionPeriod   Code = "PV0704"
	BackupDisabled    Code = "PV0705"
	ContactAddress    Code = "PV0706"
	EmptyCondition    Code = "PV0707"
	UnusedDeclaration Code = "PV0708"
	DateOrder         Code = "PV0709"
	OptionalDuty      Code = "PV0710"

	SectionTwice Code = "PV0802"
	DocumentPath Code = "PV0803"

	TranslationLanguage Code = "PV0804"
	NotTranslatable     Code = "PV0805"
	StaleTranslation    Code = "PV0806"
	MissingTranslation  Code = "PV0807"
	TranslationSource   Code = "PV0808"

	SectionEmpty Code = "PV0811"
	LayoutUnfit  Code = "PV0812"

	RuleSyntax     Code = "PV0901"
	RuleName       Code = "PV0902"
	RuleIdle       Code = "PV0903"
	RuleMetadata   Code = "PV0904"
	RuleFailed     Code = "PV0905"
	RuleResult     Code = "PV0906"
	NoRules        Code = "PV0907"
	WaiverExpired  Code = "PV0908"
	WaiverUnused   Code = "PV0909"
	IgnoreComment  Code = "PV0910"
	UnknownRule    Code = "PV0911"
	RuleNotAllowed Code = "PV0912"
	TestFailed     Code = "PV0913"
)
