// Package locale holds the reference data that the compiler needs to judge a
// description: countries and their subdivisions, who belongs to the European
// Union and the European Economic Area and since when, which adequacy
// decisions of the European Commission stand, the regions of the large cloud
// providers, and the subtags of BCP 47 with their English names. For the
// languages in which pages are written it holds how each writes dates, numbers,
// lengths of time and lists, and what it calls countries and languages; see [In].
//
// The data is embedded. Nothing is looked up at run time, so a policy is judged
// alike on every machine. Facts of law change with time, therefore every
// question about them takes the date it is asked for, and every file in data
// says the day on which it was right and where it comes from; see [Sources].
//
// # Dates
//
// Dates are calendar dates in the form 2006-01-02. A period includes both its
// ends: the United Kingdom is a member of the Union up to and including
// 2020-01-31. A period without an end has none known yet. A date that is not a
// calendar date lies in no period.
//
// # Where the data comes from
//
//	countries.json      codes and English names of CLDR, for the 249 countries of ISO 3166-1
//	subtags.json        languages, scripts, variants and areas of CLDR
//	tongues.json        dates, numbers, units, lists and quotation marks of CLDR; see generate/names.json for the rest
//	names.json          countries and languages in every language, of CLDR
//	subdivisions.json   ISO 3166-2, kept by hand, its codes compared with CLDR's
//	memberships.json    treaties of accession and the EEA Agreement, kept by hand
//	adequacy.json       the Official Journal of the European Union, kept by hand
//	recognitions.json   decisions of other countries on adequacy, kept by hand
//	rights.json         rights that laws give people, and their terms, kept by hand
//	consent_ages.json   ages of consent under Article 8 of the GDPR, kept by hand
//	limits.json         figures that laws and authorities set, kept by hand
//	regions_aws.json    kept by hand, codes and names compared with the SDK of AWS
//	regions_azure.json  kept by hand from the provider's list of locations
//	regions_gcp.json    kept by hand from the provider's list of regions
//
// The files that hold facts of law carry a field "checked" for every entry:
// "source" where the instrument, or a publication that cites it, was read when
// the entry was written, and "knowledge" where it was not. The files of regions
// carry it where one entry was checked less well than the file's source says.
//
// Names from CLDR are under the Unicode License v3, which asks that its notice
// accompany them.
//
// Kosovo is not in ISO 3166-1 and has no entry; its usual code, XK, is one that
// the standard leaves to private agreement.
//
// # How to refresh it
//
// Edit the file in data by hand where it is kept by hand, and set its as_of to
// the day on which the source was read. For what CLDR and the SDK of AWS
// publish, raise the pinned versions in gen/package.json, then:
//
//	npm install --prefix internal/locale/generate
//	go generate ./internal/locale
//
// The generator writes what is derived, compares what is kept by hand with what
// it can be compared with, and brings every file into its canonical form: one
// entry a line, in order. The tests need none of this; they check the committed
// files alone.
package locale

//go:generate go run ./generate
