"""Reasons in the reader's words: ids become labels, days and languages become names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from sitegen.i18n import Translator
from sitegen.matching.results import Reason
from sitegen.models.terms import Term
from sitegen.vocabulary import Vocabulary

Say = Callable[[str, Vocabulary, Translator], str]


def _inside(label: str, translator: Translator) -> str:
    """A label as it stands within a sentence: `NGO` stays, and German keeps its capitals."""
    first = label.split(" ", 1)[0]
    keeps = translator.locale.language == "de" or first[1:] != first[1:].lower() or len(first) == 1
    return label if keeps else label[0].lower() + label[1:]


def _label(terms: Mapping[str, Term], found: str, translator: Translator) -> str:
    return _inside(terms[found].label, translator)


def _spoken(pair: str, translator: Translator) -> str:
    """Say `fr C1` as `French C1`, and `ar native` as `Arabic (native)`."""
    language, level = pair.split(" ")
    name = translator.language(language)
    return f"{name} ({_level(level, translator)})" if level == "native" else f"{name} {level}"


def _level(level: str, translator: Translator) -> str:
    return translator.reason("level-native", {}) if level == "native" else level


SAYS: Mapping[str, Say] = {
    "skill": lambda found, v, t: _label(v.skills, found, t),
    "sector": lambda found, v, t: _label(v.sectors, found, t),
    "kind": lambda found, v, t: _label(v.kinds, found, t),
    "silo": lambda found, v, t: _inside(v.silos[found].short, t),
    "region": lambda found, v, _: v.regions[found].label,
    "country": lambda found, _, t: t.country(found),
    "language": lambda found, _, t: t.language(found),
    "day": lambda found, _, t: t.day(date.fromisoformat(found)),
    "level": lambda found, _, t: _level(found, t),
    "form": lambda found, _, t: t.reason(f"form-{found}", {}),
    "where": lambda found, _, t: t.reason(f"where-{found}", {}),
    "spoken": lambda found, _, t: _spoken(found, t),
    # A passage is quoted by its label, which keeps its capital.
    "passage": lambda found, v, _: v.passages[found].label,
    "topic": lambda found, v, t: _label(v.topics, found, t),
    "outcome": lambda found, _, t: t.reason(f"outcome-{found}", {}),
}
# What a parameter holds, where its name is not the kind itself; plural names hold ids with commas.
KINDS = {
    "other_skill": "skill",
    "asked": "level",
    "other_passage": "passage",
    "other_sector": "sector",
}
LISTS = {
    "skills": "skill",
    "sectors": "sector",
    "silos": "silo",
    "kinds": "kind",
    "languages": "language",
    "spoken": "spoken",
    "needs": "spoken",
    "topics": "topic",
}


def say(reason: Reason, vocabulary: Vocabulary, translator: Translator) -> str:
    """A reason as a phrase with a capital and without a full stop."""
    return capital(phrase_of(reason, vocabulary, translator))


def phrase_of(reason: Reason, vocabulary: Vocabulary, translator: Translator) -> str:
    """A reason as it stands within a sentence."""
    values = {
        name: value if isinstance(value, int) else _value(name, value, vocabulary, translator)
        for name, value in reason.params.items()
    }
    return translator.reason(reason.code, values)


def _value(name: str, value: str, vocabulary: Vocabulary, translator: Translator) -> str:
    if name == "forms":
        return translator.either(SAYS["form"](f, vocabulary, translator) for f in value.split(","))
    if name in LISTS:
        speak = SAYS[LISTS[name]]
        return _joined([speak(one, vocabulary, translator) for one in value.split(",")], translator)
    kind = KINDS.get(name, name)
    return SAYS[kind](value, vocabulary, translator) if kind in SAYS else value


def _joined(items: Sequence[str], translator: Translator) -> str:
    """Items as a list; with commas alone where an item holds an "and" of its own."""
    return ", ".join(items) if any(" and " in i for i in items) else translator.every(items)


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
