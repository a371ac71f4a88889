"""Random drafts that are right, from the data of the forms themselves: whatever field is added to a
model is in them, with texts in many scripts and with signs that mean something elsewhere.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from sitegen import markup
from sitegen.frontmatter import Node, Source
from sitegen.pasted import pasted_fields
from sitegen.privacy import found_in
from sitegen.text import refused_in
from tests.forms.judging import Draft, directory, form

_WORDS = """
    cooperative handed over the first bad harvest village Straße naïve Łódź œuvre ação İstanbul
    ﬁn Ǆ ʼn ѐ кооператив переход село قرية تعاونية می\u200cخواهم הסכם עיר αγρόκτημα ክርስቲያን ஊராட்சி
    สหกรณ์ हस्तांतरण सहकारी 木村 株式会社 村の会 합의 협동조합 e\u0301te\u0301 \u1100\u1161 नि\u200dक
    👩🏾\u200d🌾 𝒳𝒴 NO yes null ~ true 3.10 1e3 0x1F 2026-11-16 <b>x</b> {{x}} ${y} %(z)s \\n
    \\u0041 C:\\dir : :: # ## - -- --- * ** & &amp; ! !! | || > < = == @ ` `` ? % ' '' " "" \\ /
    // [ ] { } ( ) , ; . … « » “ ” ‘ ’ „ – — ― • · ¿ ¡ § ° € £ ، ؛ 。 、 ： （ ）
"""
WORDS = (*_WORDS.split(), "\u00a0", "\t", "\n")
LINKS = ("[a talk](https://talks.example/a_(b))", "<https://talks.example/>", "[all](/profiles/)")
TOLD = "I led it until it stood without me. "


class Maker:
    """Makes drafts; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311  # no secret hangs on it
        self.form = form()

    def draft(self, kind: str) -> Draft:
        """A draft that `check` has nothing to say about."""
        fields = self.group(self.form["kinds"][kind]["group"])
        mended = _as_profile if kind == "profile" else _as_assignment
        mended(self, fields)
        return Draft(kind, fields, self.body(kind))

    def group(self, name: str) -> dict[str, Node]:
        """A group with what is required and some of the rest, in any order."""
        fields = self.form["groups"][name]["fields"]
        names = [
            n for n, one in fields.items() if one.get("required") or self.chance.random() < 0.7
        ]
        self.chance.shuffle(names)
        made = {n: self.node(fields[n]["is"]) for n in names}
        for order in self.form["groups"][name].get("orders", ()):
            if "default" in fields[order["second"]] and order["first"] in made:
                made.setdefault(order["second"], made[order["first"]])
            _in_order(made, order["first"], order["second"])
        return made

    def node(self, node: Mapping[str, Any]) -> Node:
        """Whatever may stand there."""
        return _MAKERS[node["type"]](self, node)

    def some(self, node: Mapping[str, Any], most: int = 4) -> int:
        """How many entries a list has."""
        least = node.get("least", 0)
        many = node.get("most", most) if self.chance.random() < 0.1 else most
        return self.chance.randint(least, max(least, min(many, node.get("most", most))))

    def text(self, most: int) -> str:
        """A text that names nobody's address."""
        while True:
            parts = self.chance.choices(WORDS, k=self.chance.randint(1, 12))
            made = self.chance.choice((" ", "  ", "")).join(parts)[:most]
            if self.chance.random() < 0.05:
                made = self.chance.choice("ab木é𝒳") * most
            if made.strip() and not refused_in(made) and not [*found_in(made)]:
                return made

    def body(self, kind: str) -> str:
        """A text below the fields, of paragraphs with links and marks."""
        limits = self.form["kinds"][kind]
        while True:
            parts = [self.text(300) for _ in range(self.chance.randint(1, 9))]
            parts += [*self.chance.choices(LINKS, k=self.chance.randint(0, 2)), TOLD * 2]
            self.chance.shuffle(parts)
            made = self.chance.choice(("\n\n", "\r\n\r\n", "\n")).join(parts)
            made = (
                self.chance.choice(("", "\n", "  ")) + made + self.chance.choice(("", "\n\n", " "))
            )
            if self.is_right(kind, made) and limits["least"] <= len(made.strip()) <= limits["most"]:
                return made

    def is_right(self, kind: str, body: str) -> bool:
        """Whether nothing but its length can be wrong."""
        source = Draft(kind, {}, body)
        lines = source.file.split("\n---\n", 1)[-1]
        allowed = all(markup.is_allowed_link(href) for href in markup.links(lines))
        private = [*found_in(lines), *found_in(markup.plain(lines))]
        return allowed and not private and not _pasted(lines, kind) and not refused_in(lines)


def _pasted(body: str, kind: str) -> bool:
    return bool([*pasted_fields(Source("", {}, body=body), form()["kinds"][kind]["names"])])


def _in_order(fields: dict[str, Node], first: str, second: str) -> None:
    one, other = fields.get(first), fields.get(second)
    if isinstance(one, str) and isinstance(other, str):
        by = int if one.isdigit() else str
        fields[first], fields[second] = sorted((one, other), key=by)


def _list(maker: Maker, node: Mapping[str, Any]) -> Node:
    return [maker.node(node["of"]) for _ in range(maker.some(node))]


def _map(maker: Maker, node: Mapping[str, Any]) -> Node:
    names: dict[str, Node] = {}
    while len(names) < max(1, maker.some(node)):
        names[str(maker.node(node["keys"]))] = maker.node(node["of"])
    return names


def _group(maker: Maker, node: Mapping[str, Any]) -> Node:
    if "bare" in node and maker.chance.random() < 0.5:
        return maker.text(node["bare"])
    return maker.group(node["of"])


def _day(maker: Maker, _: Mapping[str, Any]) -> Node:
    return (date(2024, 1, 1) + timedelta(maker.chance.randrange(1000))).isoformat()


def _id(maker: Maker, node: Mapping[str, Any]) -> Node:
    if node["of"] == "skill":
        return maker.chance.choice(_skills())
    return str(maker.chance.choice(list(form()["lists"][node["of"]]["names"])))


def _skills() -> list[str]:
    return list(directory().vocabulary.skills)


def _area(maker: Maker, node: Mapping[str, Any]) -> Node:
    lists = form()["lists"]
    names = [*node.get("words", ()), *lists["region"]["names"], *lists["country"]["names"]]
    return str(maker.chance.choice(names))


def _language(maker: Maker, _: Mapping[str, Any]) -> Node:
    return str(
        maker.chance.choice((*form()["languages"], "zh-Hant-TW", "fr-CA", "sr-Latn", "no", "to"))
    )


def _link(maker: Maker, _: Mapping[str, Any]) -> Node:
    host = maker.chance.choice(("a.example", "WWW.b.example", "кооп.example", "[2001:db8::1]"))
    end = maker.chance.choice(("", "/", "/?q=a#b", "/木/é", ":443/x", "?x"))
    return f"{maker.chance.choice(('https', 'HTTPS'))}://{host}{end}"


_MAKERS: Mapping[str, Callable[[Maker, Mapping[str, Any]], Node]] = {
    "text": lambda maker, node: maker.text(node["most"]),
    "whole": lambda maker, node: str(maker.chance.randint(node["least"], node["most"])),
    "years": lambda maker, node: maker.chance.choice(("yes", "1", "07", "70")),
    "word": lambda maker, node: maker.chance.choice(node["words"]),
    "yes": lambda maker, node: maker.chance.choice(("yes", "no", " yes ")),
    "day": _day,
    "link": _link,
    "login": lambda maker, node: maker.chance.choice(("ada", "Ada-Example_1")),
    "slug": lambda maker, node: maker.chance.choice(("a-story", "a1")),
    "code": lambda maker, node: maker.chance.choice(list(form()["lists"][node["of"]]["names"])),
    "language": _language,
    "id": _id,
    "area": _area,
    "list": _list,
    "map": _map,
    "group": _group,
}


def _rows(fields: Mapping[str, Node], name: str) -> list[dict[str, Any]]:
    found = fields.get(name, [])
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []


def _as_profile(maker: Maker, fields: dict[str, Any]) -> None:
    """What the rules across fields ask of a profile."""
    _distinct(maker, "skill", fields["skills"])
    fields["sectors"] = list(dict.fromkeys(fields["sectors"]))
    for claim in _rows(fields, "skills"):
        if claim["level"] in ("3", "4"):
            claim.setdefault("evidence", "Prepared three.")
    based = fields["based_in"]
    based.pop(maker.chance.choice(("country", "region")), None)
    if not {"country", "region"} & based.keys():
        based["country"] = "MA"
    guidance = fields.get("guidance", {})
    if guidance.get("seeks"):
        guidance["seeking_in_public"] = "yes"
    for transition in _rows(fields, "transitions"):
        transition["state"] = maker.chance.choice(("in-it", "through-it"))
        transition.pop("story", None)
    fields["consent"]["wording"] = "v1"


def _as_assignment(maker: Maker, fields: dict[str, Any]) -> None:
    """What the rules across fields ask of an assignment."""
    skills = fields["skills"]
    _distinct(maker, "skill", [*skills["required"], *skills.get("desirable", ())])
    client = fields["client"]
    client.pop("anonymous", None)
    if "name" in client:
        client["consent"] = "yes"
    else:
        client["anonymous"] = "yes"
    fields["posted"] = "2023-12-31"
    fields["status"] = maker.chance.choice(("draft", "open", "staffed", "withdrawn"))
    budget = fields.get("budget")
    if budget is None:
        return
    if maker.chance.random() < 0.3:
        fields["budget"] = {"pro_bono": "yes", "reason": maker.text(300)}
    else:
        budget |= {"max_day_rate": "1000000", "currency": "XOF"}
        budget.pop("pro_bono", None)


def _distinct(maker: Maker, name: str, rows: list[dict[str, Any]]) -> None:
    """Give each row an id of its own."""
    ids = maker.chance.sample(_skills(), len(rows))
    for row, one in zip(rows, ids, strict=True):
        row[name] = one
