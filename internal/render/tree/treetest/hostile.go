package treetest

import "strings"

// Hostile returns strings that were thought up to become something else than text:
// markup, links that act, or structure. They are the same at every call.
func Hostile() []string {
	all := append([]string{}, markup...)
	all = append(all, structure...)
	for _, u := range Addresses() {
		all = append(all, u, "["+"x]("+u+")", "<"+u+">", `<a href="`+u+`">x</a>`)
	}
	return all
}

// Addresses returns addresses that no page may link to, in disguises.
func Addresses() []string {
	var all []string
	for _, s := range []string{
		"javascript", "vbscript", "data", "blob", "file", "intent", "ms-msdt", "ms-officecmd", "search-ms", "jar", "view-source",
		"livescript", "mocha", "about", "chrome", "ftp", "ws", "filesystem", "android-app", "shell", "callto", "sms", "x", "tel+x", "h-ttps",
	} {
		rest := ":alert(1)"
		if s == "data" {
			rest = ":text/html,<script>alert(1)</script>"
		}
		all = append(all, s+rest, strings.ToUpper(s)+rest, strings.ToUpper(s[:1])+s[1:]+rest)
	}
	return append(all,
		"\x01javascript:alert(1)", " javascript:alert(1)", "\tjavascript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
		"java\r\nscript:alert(1)", "javascript\t:alert(1)", "javascript :alert(1)", "\u00a0javascript:alert(1)", "\u2028javascript:alert(1)",
		"javascript&colon;alert(1)", "javascript&#58;alert(1)", "javascript&#x3a;alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)",
		"java&Tab;script:alert(1)", "java&NewLine;script:alert(1)", "\\javascript:alert(1)", "javascript\\:alert(1)", "jav\u00adascript:alert(1)",
		"j\u200davascript:alert(1)", "\ufeffjavascript:alert(1)", "javascript:\u0000alert(1)", "java\x00script:alert(1)", "javascript://example.com/%0aalert(1)",
		"//example.com/x", "///example.com/x", "\\\\example.com\\x", "/\\example.com/x", "\\/example.com", "http:example.com", "https:/example.com",
		"https:\\\\example.com", "http:///", "http://", "mailto:", "tel:", "//example.com:80", "https://exa mple.com", "https://[::1", "%zz", "https://example.com/%",
		"https://example.com/\u202egnp.exe", "https://user\n@example.com",
	)
}

var markup = []string{
	"<script>alert(1)</script>", "<SCRIPT SRC=//example.com></SCRIPT>", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script\n>alert(1)</script\n>",
	"</title><script>alert(1)</script>", "</style><script>alert(1)</script>", "</textarea><script>alert(1)</script>", "--><script>alert(1)</script>",
	"]]><script>alert(1)</script>", "<![CDATA[<script>alert(1)</script>]]>", "<!--<script>alert(1)</script>-->", "<!-- x --!><img src=x onerror=alert(1)>",
	"<img src=x onerror=alert(1)>", "<img src=\"x\" onerror='alert(1)'/>", "<image href=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg/onload=alert(1)>",
	"<svg><script>alert(1)</script></svg>", "<svg><a xlink:href=\"javascript:alert(1)\">x</a></svg>", "<svg><use href=\"data:image/svg+xml,x#x\"/></svg>",
	"<svg><animate onbegin=alert(1) attributeName=x>", "<svg><foreignObject><iframe src=javascript:alert(1)></foreignObject></svg>",
	"<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style>",
	"<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<object data=javascript:alert(1)></object>",
	"<embed src=javascript:alert(1)>", "<applet code=x></applet>", "<base href=//example.com/>", "<link rel=stylesheet href=//example.com/x.css>",
	"<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">", "<style>@import '//example.com/x.css';</style>", "<style>body{background:url(//example.com)}</style>",
	"<p style=\"background:url(//example.com)\">x</p>", "<div style=width:expression(alert(1))>x</div>", "<body onload=alert(1)>", "<input autofocus onfocus=alert(1)>",
	"<select autofocus onfocus=alert(1)>", "<textarea autofocus onfocus=alert(1)>", "<keygen autofocus onfocus=alert(1)>", "<video><source onerror=alert(1)></video>",
	"<video src=x onerror=alert(1)>", "<audio src=x onerror=alert(1)>", "<details open ontoggle=alert(1)>", "<marquee onstart=alert(1)>", "<form action=javascript:alert(1)><button>x</button></form>",
	"<button formaction=javascript:alert(1)>x</button>", "<isindex action=javascript:alert(1)>", "<a href=javascript:alert(1)>x</a>", "<a href=\"jAvAsCrIpT:alert(1)\">x</a>",
	"<a href=x onclick=alert(1)>x</a>", "<a href='x' onmouseover='alert(1)'>x</a>", "<x onclick=alert(1)>x</x>", "<template><script>alert(1)</script></template>",
	"<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>", "<table background=javascript:alert(1)>", "<frameset onload=alert(1)>", "<xmp><script>alert(1)</script></xmp>",
	"<plaintext>", "<portal src=x>", "<dialog open>x</dialog>", "\"><script>alert(1)</script>", "'><script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)",
	"` onmouseover=`alert(1)", "x\" style=\"color:red", "x' id='page-main", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;", "&amp;lt;b&amp;gt;",
	"&copy", "&copy;", "&notit;", "&#0;", "&#x110000;", "&ThisIsNot;", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "\u2039script\u203a", "\uff1cscript\uff1e", "<\u0000script>alert(1)</script>",
	"<%= 7*7 %>", "<?php echo 1 ?>", "<?xml version=\"1.0\"?>", "<!DOCTYPE html>", "<!ENTITY x \"y\">", "{{constructor.constructor('alert(1)')()}}", "{{7*7}}", "${7*7}", "#{7*7}", "{% include /etc/passwd %}",
	"{%raw%}", "{# x #}", "{x}", "{<b/>}", "{/* x */}", "{: .x onclick=y}", "{#id}", "{{% x %}}", "{{< x >}}", "{{{x}}}", "[[x]]", "[%x%]", "@{x}", "::set-output name=x::y", "##[command]x",
	"<b>x</b>", "<br>", "<u>", "</p>", "</main></body></html>", "a<b", "a<b>c", "1 < 2", "<", ">", "<>", "</", "<!", "<?", "<a", "\x00", "\x1b[31mred", "a\u202eb\u202c", "\ufeff", "\ufffe", "\xff\xfe", "\xc0\xbc", "\xed\xa0\x80",
}

var structure = []string{
	"# heading", "###### heading", "####### no heading", "#", "#hash", "heading #", "heading ##", "#\ttab", "=====", "-----", "---", "***", "___", "* * *", "- - -", "+++", "- item", "+ item", "* item", "-", "+", "*",
	"-item", "1. item", "1) item", "12345678. item", "0. item", "1986. A great year", "1.", "1)", "1.5", "> quote", ">quote", ">>", "    code", "\tcode", "```", "```js", "~~~", "`code`", "``co`de``", "`", "``", "` `",
	"| a | b |", "a | b", "|", "\\|", "--- | ---", "|---|", ":--", ":-: | :-:", "| a |\n| - |\n| b |", "a\n| - |", "*a*", "**a**", "***a***", "_a_", "__a__", "a_b_c", "a*b*c", "_", "__", "**", "*a", "a*", "~a~", "~~a~~", "==a==", "^a^", "~",
	"[a](b)", "![a](b)", "![", "!", "[a][b]", "[a]", "[a]: b", "[a]: <javascript:alert(1)>", "[^1]", "[^1]: note", "[ ] task", "[x] task", "[", "]", "](x)", "[](x)", "[a](<b>)", "(a)", "<https://example.com>", "<a@example.com>",
	"https://example.com", "www.example.com", "a@example.com", "\\", "\\\\", "\\*a\\*", "a\\", "\\\na", "a  \nb", "a\nb", "a\n\nb", "a\r\rb", "a\u2028b", "a\u0085b", "\n", " ", "  a  ", "a\tb", "$a$", "$$a$$", "$5 and $6", "\\(a\\)", "\\[a\\]",
	":smile:", ":::note", "::: x", ": definition", ":", "term\n: definition", "*[HTML]: x", "!!! note", "%% x", "export default 1", "import x from 'y'", "export", "& more", "AT&T", "&", "&;", "&#", "&x", "a&b;c", "a & b;", "“quoted”", "a – b",
	"\u00a0", "\u00a0a\u00a0", "a\u00a0b", "日本語", "**日本語**", "مرحبا", "é́", "👩‍👩‍👧", "a.b.c", "data_store.users", "__init__", "snake_case_name", "C#", "C #", "F# ", "\"", "'", "100%", "%", "a;b", "!important", "(c)", "...", "1-2", "2019-04-01",
}
