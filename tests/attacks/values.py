"""Addresses, spreadsheets, cards, terminals and private details, through fields and texts."""

from __future__ import annotations

from tests.attacks.attack import INERT, Attack

_ADDRESSES = {
    "a script": "javascript:pwned=1",
    "a script in mixed case": "JaVaScRiPt:pwned=1",
    "a script behind a blank": " javascript:pwned=1",
    "a script with a tab": "java\tscript:pwned=1",
    "a script behind a control": "\x01javascript:pwned=1",
    "another script": "vbscript:x",
    "data": "data:text/html,<script>pwned=1</script>",
    "a file": "file:///etc/passwd",
    "plain http": "http://a.example/",
    "no scheme": "//evil.example/",
    "backslashes": "https:\\\\evil.example\\",
    "a password": "https://user:secret@evil.example/",
    "a user that looks like a host": "https://bank.example@evil.example/",
    "a quote": 'https://a.example/"onmouseover="pwned=1',
    "a bracket": "https://a.example/<script>",
    "a blank": "https://a.example/ b",
    "a line end": "https://a.example/\r\nSet-Cookie: x=1",
    "text turned around": "https://a.example/\u202egnp.exe",
    "no host": "https:///path",
    "a port of another service": "https://a.example:22/",
    "a broken host": "https://[::1/",
    "far too long": "https://a.example/" + "a" * 3_000,
    "letters of another script": "https://аpple.example/",
}
_CONTROLS = ("a script behind a control", "a line end", "text turned around")
_ADDRESS_CODES = {
    **dict.fromkeys(_CONTROLS, "P003"),
    # Shown in the letters of ASCII, in which no script looks like another.
    "letters of another script": INERT,
    "a password": "P060",
    "a user that looks like a host": "P060",
}
# In Markdown, where entities and escapes come before the address is looked at.
_LINKS = {
    "a script": "[x](javascript:pwned=1)",
    "a script in mixed case": "[x](jAvAsCrIpT:pwned=1)",
    "a script in entities": "[x](&#106;avascript:pwned=1)",
    "a script in hexadecimal entities": "[x](&#x6A;&#x61;vascript&colon;pwned=1)",
    "a script with an entity of a tab": "[x](java&Tab;script:pwned=1)",
    "a script in angles": "[x](<javascript:pwned=1>)",
    "a script by reference": "[x][y]\n\n[y]: javascript:pwned=1",
    "data": "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "another script": "[x](vbscript:x)",
    "no scheme": "[x](//evil.example/)",
    "backslashes": "[x](/\\evil.example/)",
    "plain http": "[x](http://a.example/)",
    "a path that climbs": "[x](../../../etc/passwd)",
    "a name of the document": "[x](javascript&#0000058;pwned=1)",
}
_CELLS = (
    "=HYPERLINK(1,2)", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "＝1+1", "＋1", "－1", "＠x",
    "|calc", "%0A=1+1", ";=1+1", "\"=1+1", "'=1+1",
)  # fmt: skip
_CARDS = {
    "a card in a card": "X END:VCARD BEGIN:VCARD",
    "signs of a card": "A;B,C\\nTEL:1\\",
    "a calendar in a calendar": "X END:VEVENT BEGIN:VEVENT",
}
_LINE_ENDS = {
    "a line end in a headline": ("headline", "a\nb", INERT),
    "a card after a line end": ("venture", "a\r\nEND:VCARD", "P003"),
    "an escape sequence": ("headline", "a\x1b[2J\x1b]0;b\x07", "P003"),
    "a backspace": ("headline", "a\x08\x08\x08b", "P003"),
    "an escape sequence of eight bits": ("title", "a\x9b2Jb", "P003"),
    "nothing at all": ("headline", "a\x00b", "P003"),
    "half a character": ("headline", "a\ud800b", "P006"),
    "text turned around": ("headline", "a\u202eb", "P003"),
    "text kept apart": ("title", "a\u2066b\u2069", "P003"),
    "a mark of direction": ("client", "a\u200fb", "P003"),
    "a blank of no width": ("headline", "pass\u200bword", "P003"),
    "a line separator": ("headline", "a\u2028b", "P003"),
    "a private character": ("headline", "a\ue000b", "P003"),
    "no character": ("headline", "a\ufffeb", "P003"),
    "a sign that hangs between blanks": ("headline", "a \u200d b", "P003"),
}
_COMMANDS = {
    "a workflow command": ("headline", "::error file=x::pwned", INERT),
    "an older workflow command": ("headline", "##[add-mask]a", INERT),
    "a workflow command in an unknown field": ("front", '"::set-output name=a::b": x', "P010"),
    "an older one in an unknown field": ("front", '"##[error]x": y', "P010"),
    "a workflow command in a value": ("front", "stage: '::stop-commands::x'", "P028"),
    "an escape sequence in the name of a field": ("front", '"\\e[31mred": x', "P010"),
    "a mention": ("headline", "@everyone fixes #1, GH-2", INERT),
    "prototype of all objects": ("front", "__proto__: {admin: yes}", "P010"),
    "constructor": ("front", "constructor: x", "P010"),
    "expression of the search": ("word", "(a+)+$ [x-", INERT),
    "terms of lunr": ("word", "name:* ~9 ^1e9", INERT),
    "names of objects": ("word", "toString __proto__ hasOwn", INERT),
    "a path": ("venture", "../../../../etc/passwd", INERT),
    "shell": ("venture", "$(touch /tmp/pwned) `id` ; rm -rf /", INERT),
}
_PRIVATE = {
    "an e-mail address": ("Write to tom@a.example.", "P060"),
    "an address in entities": ("Write to tom&#64;a.example.", "P060"),
    "an address in words": ("Write to tom (at) a (dot) example.", "P060"),
    "an address behind a link": ("[x](mailto:tom@a.example)", "P060"),
    "an address in stars": ("Write to tom@**a.example**.", "P060"),
    "a telephone number": ("Call +44 20 7946 0958.", "P061"),
    "a telephone number in stars": ("Call 06 **12** 34 56 78.", "P061"),
    "a street": ("I live at 14 Elm Road, Leeds.", "P063"),
    "a day of birth": ("I was born on 3.3.1961.", "P062"),
}

ATTACKS = (
    *(
        Attack("address", name, "url", text, _ADDRESS_CODES.get(name, "P029"))
        for name, text in _ADDRESSES.items()
    ),
    *(Attack("link", name, "body", text, "P047") for name, text in _LINKS.items()),
    *(Attack("spreadsheet", cell, "venture", cell, INERT) for cell in _CELLS),
    *(Attack("card and calendar", name, "title", text, INERT) for name, text in _CARDS.items()),
    *(
        Attack("hidden character", name, place, text, code)
        for name, (place, text, code) in _LINE_ENDS.items()
    ),
    *(
        Attack("command", name, place, text, code)
        for name, (place, text, code) in _COMMANDS.items()
    ),
    *(
        Attack("private detail", name, "body", text, code)
        for name, (text, code) in _PRIVATE.items()
    ),
)
