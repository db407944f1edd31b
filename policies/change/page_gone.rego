# METADATA
# title: A page that was published stays where it is
# description: |
#   Contracts, consent forms and applications link to the pages of a policy. A
#   page that is gone, or has another name, leaves them with a link that leads
#   nowhere, and information has to be easy to find.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 12(1)}
# custom: {id: PP031, severity: warning}
package privity.change.page_gone

warn contains {
	"at": c.address,
	"msg": sprintf("is not published any more as %s.html, to which others may link", [page(c)]),
	"fix": "Keep the document, or put a redirect where the page was.",
} if {
	some c in input.changes
	c.class in {"document.removed", "document.renamed", "document.replaced", "document.merged"}
}

# page(c) is the name of the page that is gone.
page(c) := trim_prefix(object.get(c, "was", c.address), "document.")
