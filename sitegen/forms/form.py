"""The parts of data/form.json, put together."""

from __future__ import annotations

import json
from typing import Any

from sitegen.bodies import BODY, FIELDS
from sitegen.canonical import MEANS_SOMETHING, PLAIN, WIDTH
from sitegen.forms.asks import ask, words_of
from sitegen.forms.fields import groups_of
from sitegen.forms.lists import codes_in, languages_in, terms_in
from sitegen.forms.private import expressions
from sitegen.forms.told import (
    OF_FILES,
    OF_PRIVATE,
    OF_PROFILES,
    messages,
    nodes_in,
    said,
)
from sitegen.forms.told import codes_in as codes_told
from sitegen.frontmatter.readers import MAX_FRONT_MATTER
from sitegen.i18n import Translator
from sitegen.markup import MAX_NESTING
from sitegen.models import Site
from sitegen.models.fields import HTTPS, TAG
from sitegen.models.kind import WHOLE
from sitegen.ownership import LOGIN
from sitegen.read import MARKDOWN_LIMIT
from sitegen.references import DONE
from sitegen.schema import COLLECTIONS, KINDS
from sitegen.text import BIDI, JOINERS, SEPARATORS, describe
from sitegen.urls import MAX_SLUG, SLUG
from sitegen.vocabulary import Vocabulary

Json = dict[str, Any]


def form_text(site: Site, vocabulary: Vocabulary, translator: Translator) -> bytes:
    """data/form.json."""
    form = form_of(site, vocabulary, translator)
    return json.dumps(form, ensure_ascii=False, separators=(",", ":")).encode()


def form_of(site: Site, vocabulary: Vocabulary, translator: Translator) -> Json:
    """Everything by parts: fields and rules, lists, messages, what is private, what is written."""
    groups: Json = {}
    for kind in COLLECTIONS:
        groups |= groups_of(kind, translator)
    for kind in COLLECTIONS:
        ask(groups, kind, translator)
    nodes = [
        node
        for group in groups.values()
        for field in group["fields"].values()
        for node in nodes_in(field["is"])
    ]
    kinds = {node["of"] for node in nodes if node["type"] == "id"}
    kinds |= {"region"} if any(node["type"] == "area" for node in nodes) else set()
    codes = {*codes_told(groups), *OF_FILES, *OF_PRIVATE, *OF_PROFILES}
    return {
        "kinds": {kind: _kind(kind) for kind in COLLECTIONS},
        "groups": groups,
        "words": words_of(translator),
        "lists": {**terms_in(vocabulary, kinds), **codes_in(translator)},
        "languages": languages_in(translator),
        "wordings": dict(sorted(site.consent.items())),
        "messages": messages(codes, translator),
        "said": said(translator),
        "private": expressions(),
        "written": {
            "width": WIDTH,
            "name": _whole(PLAIN.pattern),
            "quotedNames": sorted(MEANS_SOMETHING),
        },
        "hidden": {mark: describe(mark) for mark in sorted(BIDI | SEPARATORS | JOINERS)},
        "joiners": sorted(JOINERS),
        "patterns": {
            "slug": _whole(SLUG.pattern),
            "login": _whole(LOGIN),
            "tag": _whole(TAG),
            "link": HTTPS.replace(r"\"", '"'),
            "whole": _whole(WHOLE),
        },
        "limits": {
            "file": MARKDOWN_LIMIT,
            "fields": MAX_FRONT_MATTER,
            "slug": MAX_SLUG,
            "nesting": MAX_NESTING,
        },
    }


def _kind(kind: str) -> Json:
    """The outermost group of a kind of file, the names of all its fields, the limits of its text.

    `done` are the groups whose day `on` must not be still to come.
    """
    least, most = BODY[COLLECTIONS[kind]]
    names = FIELDS[COLLECTIONS[kind]]
    return {
        "group": KINDS[kind].__name__,
        "names": sorted(names),
        "least": least,
        "most": most,
        **({"wording": ["consent", "wording"], "done": list(DONE)} if kind == "profile" else {}),
    }


def _whole(pattern: str) -> str:
    return f"^(?:{pattern})$"
