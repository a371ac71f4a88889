"""As much of Markdown as a form reads: where links lead and what hides in marks, text by text."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen import markup
from sitegen.privacy import found_in
from tests.forms.judging import form
from tests.scripts import run_module

MODULE = """
import { isTangled, links, plain } from "./js/build/markdown.js";
import { Privacy } from "./js/build/privacy.js";
export default ({ data, texts }) => {
  const privacy = new Privacy(data);
  const codes = (text) => [...new Set(privacy.found(text).map(({ code }) => code))].sort();
  return texts.map((text) => [isTangled(text, 50), links(text), codes(plain(text))]);
};
"""
LINKS = (
    "[a](https://x.example)", "[a](<https://x.example/a b>)", "[a](/x/ \"t\")", "[a](/x/ 't')",
    "[a]( /x/ )", "[a](/x(y)z)", "[a](x \"t (u)\")", "[a] (/x/)",
    "[a][b]\n\n[b]: http://x.example", "[A B][]\n\n[a b]: /x/", "[b]\n\n[b]: </x/> \"t\"",
    "[a] [b]\n\n[b]: /x/", "[a][c]\n\n[b]: /x/", "<https://x.example/?a=1&b=2>",
    "<ftp://x.example>", "<tom@x.example>", "<b>bold</b>", "a < b > c", "![a](x.png)",
    "[![a](x.png)](/y/)", "\\[a](x)", "[a\\](x)", "`[a](x)`", "``[a](x) ` ``", "`[a](x)",
    "```\n[a](x)\n```\n\n[b](y)", "~~~\n[a](x)\n~~~", "text\n\n    [a](x)\n\n[b](y)",
    "- item\n\n    [a](x)", "1. item\n\n    [a](x)", "> [a](x)", "# [a](x)", "*[a](x)*",
    "[*a*](x)", "[a](x)[b](y)", "[a [b](x) c](y)", "[a](javascript:x)", "[a](//x.example)",
    "[a](#x)", "[a]()", "[a](x&amp;y)", "[a](x&#64;y)", "[a](x\\)y)", "[a](x", "[a", "a](x)",
    "[]", "[a]: /x/", "", "| a |\n|---|\n| [a](x) |", "[a](\n/x/)", "[a](/x/\n\"t\")",
    "[a](www.x.example)", "[a](a.md)", "[tom@x.example](mailto:tom@x.example)", "a\n[b](x)\nc",
    "\t[a](x)", "a\n\t[b](x)",
)  # fmt: skip
HIDDEN = (
    "tom&#64;x.example", "tom&#x40;x.example", "tom&commat;x.example", "tom&amp;#64;x.example",
    "tom@x&period;example", "to**m**@x.example", "tom@**x.example**", "tom@x.*example*",
    "_tom_@x.example", "tom_baker@x.example", "tom\\@x.example", "tom\\_b@x.example",
    "tom`@`x.example", "tom@`x.example`", "[tom@x](/a/).example", "tom@x[.example](/a/)",
    "![tom@x.example](y)", "<tom@x.example>", "tom<b>@x.example</b>", "06 **12** 34 56 78",
    "06 12 34 *56 78*", "&#48;6 12 34 56 78", "0&#54; 12 34 56 78",
    "06&nbsp;12&nbsp;34&nbsp;56&nbsp;78", "&plus;212 612 345 678", "+212 6`12` 345 678",
    "14 **Elm Road**", "14 *Elm* Road", "14 [Elm](/a/) Road", "# 14 Elm Road",
    "- 14 Elm\n- Road", "14 Elm\nRoad", "14\nElm Road", "> 14 Elm\n> Road", "born **3.3.1961**",
    "born 3&period;3&period;1961", "born [3.3](/a/).1961", "née le *3 mars 1961*",
    "call `06 12` 34 56 78", "a * b * c@x.example * d", "snake_case_name 06_12",
    "\\*\\*06 12 34 56 78\\*\\*", "***06*** 12 34 56 78", "06 12 34 56 78 &lt;",
    "&#x1F600; 06 12 34 56 78", "&#99999999;", "&nope;",
)  # fmt: skip
TANGLED = (
    "[" * 51,
    "[" * 50,
    "[]" * 60,
    "- " * 51 + "x",
    "- " * 50 + "x",
    "> " * 51,
    "1. " * 51,
    "(" * 51,
    "(" * 50,
    "()" * 60,
    "[a](" * 51,
    "[(" * 50,
)
# What hardly anybody writes, and a form sees otherwise: backticks that nothing closes, code in a
# quotation, a mark that is no mark. `check` says it of the file.
APART = ("`` [a](x) `", ">     [a](x)", "[**<[word *@x.example(* )", "[c](a `b](x) d` e)")
TEXTS = (*LINKS, *HIDDEN, *TANGLED)


def expected(text: str) -> list[object]:
    tangled = markup.is_tangled(text)
    links = [] if tangled else list(markup.links(text))
    codes = set() if tangled else {code for code, _ in found_in(markup.plain(text))}
    return [tangled, sorted(links), sorted(codes)]


def in_forms(texts: Sequence[str]) -> list[list[object]]:
    found = run_module(MODULE, {"data": form()["private"], "texts": texts})
    # What is tangled is read no further.
    return [
        [tangled, [] if tangled else sorted(links), [] if tangled else codes]
        for tangled, links, codes in found
    ]


def test_links_and_what_hides_in_marks_are_seen_as_check_sees_them() -> None:
    assert len(TEXTS) > 100
    found = zip(TEXTS, in_forms(TEXTS), strict=True)
    assert [(t, here, expected(t)) for t, here in found if here != expected(t)] == []


def test_what_is_seen_otherwise_is_known() -> None:
    assert [t for t, here in zip(APART, in_forms(APART), strict=True) if here == expected(t)] == []
