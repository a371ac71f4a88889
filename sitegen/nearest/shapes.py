"""Values of the wrong shape: a sentence for a list, a text for a group, a list for a group."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sitegen.nearest.addresses import web_address
from sitegen.nearest.places import country, currency, language

_BETWEEN = re.compile(r"[,;\n،，、•]| and | et | y | und | e |(?:^|\s)(?:[0-9]{1,2}[.)]|o)\s")
_AMOUNT = re.compile(r"[0-9]{1,3}(?:[ ,.'\u00a0\u202f][0-9]{3})+|[0-9]+")
_PLAIN = re.compile(r"[^\W_][\w' -]*")


def quoted(text: str) -> str:
    """A text that YAML takes for one, whatever is in it."""
    return text if text == "…" else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def parts_of(value: object) -> Sequence[str]:
    """The entries of a list that was written as a sentence or as a group."""
    if isinstance(value, dict):
        return tuple(value)
    if isinstance(value, list):
        return tuple(part for one in value for part in parts_of(one))
    parts = (part.strip(" -•.") for part in _BETWEEN.split(str(value)))
    return tuple(part for part in parts if part)


def in_parts(value: str, near: Callable[[str], Sequence[str]]) -> Sequence[str]:
    """Several ids that were written as one: `health; farming` → health, agriculture."""
    parts = [part.strip() for part in re.split(r"[;/،，、|+&]| and | et | y | und ", value)]
    found = [near(part) for part in parts]
    if len(parts) < 2 or not all(found):
        return ()
    return (", ".join(dict.fromkeys(one[0] for one in found)),)


def listed(field: str, value: object) -> Sequence[str]:
    """A list written as a sentence, or as a group of fields → the line with the list."""
    named = [part if _PLAIN.fullmatch(part) else quoted(part) for part in parts_of(value)]
    return (f"{field}: [{', '.join(named)}]",) if named else ()


def spoken(field: str, value: object) -> Sequence[str]:
    """Languages without levels → the line with their tags, levels left to fill in."""
    entries: list[str] = []
    for part in parts_of(value):
        tags = language(re.sub(r"\s*\(.*", "", part))
        level = _level_of(value, part)
        if not tags:
            return ()
        entries.append(f"{tags[0]}: {level}")
    return (f"{field}: {{{', '.join(entries)}}}",) if entries else ()


def _level_of(value: object, name: str) -> str:
    """The level that stands with a language in a list of groups."""
    groups = value if isinstance(value, list) else [value]
    found = [group[name] for group in groups if isinstance(group, dict) and name in group]
    return found[0] if found and isinstance(found[0], str) and found[0] else "…"


def located(field: str, value: object) -> Sequence[str]:
    """A place as one text → the line with its country, and the city before it."""
    city, _, land = str(value).strip(" )").rpartition("," if "," in str(value) else "(")
    codes = country(land.strip())
    if not isinstance(value, str) or len(codes) != 1:
        return ()
    more = f", city: {city.strip()}" if _PLAIN.fullmatch(city.strip()) else ""
    return (f"{field}: {{country: {codes[0]}{more}}}",)


def filled(field: str, required: Sequence[str], value: object) -> Sequence[str]:
    """A text for a group that needs one field only: `availability: open` → `{status: open}`."""
    if len(required) == 1 and isinstance(value, str) and _PLAIN.fullmatch(value):
        return (f"{field}: {{{required[0]}: {value}}}",)
    return ()


def paid(field: str, value: object) -> Sequence[str]:
    """`300 EUR`, `€ 600 per day`, `300-400 euros` → the group with its numbers and its currency."""
    written = str(value)
    numbers = [re.sub(r"\D", "", found) for found in _AMOUNT.findall(written)]
    words = re.findall(r"[^\W\d]+|[^\w\s.,'’/-]+", _AMOUNT.sub(" ", written))
    codes = [codes[0] for codes in map(currency, words) if len(codes) == 1]
    if not isinstance(value, str) or not 0 < len(numbers) <= 2 or len(codes) != 1:
        return ()
    first, last = ("min_day_rate", "max_day_rate") if field == "budget" else ("min", "max")
    names = (first, last) if len(numbers) == 2 else (last if field == "budget" else first,)
    amounts = ", ".join(f"{name}: {number}" for name, number in zip(names, numbers, strict=True))
    return (f"{field}: {{{amounts}, currency: {codes[0]}}}",)


def linked(name: str, value: object) -> Sequence[str]:
    """`linkedin: …`, `website: www.…` → the line with the list of links."""
    address = value.strip() if isinstance(value, str) else ""
    found = (address,) if address.startswith("https://") else web_address(address)
    return tuple(f'links: [{{label: {name}, url: "{one}"}}]' for one in found[:1])


def entry_of(required: Sequence[str], value: object) -> Sequence[str]:
    """A text, or a text with one value, for an entry of a list of groups."""
    if isinstance(value, dict) and len(value) == 1:
        ((name, second),) = value.items()
    else:
        name, second = value, "…"
    if len(required) < 2 or not all(isinstance(v, str) and v for v in (name, second)):
        return ()
    rest = [f"{field}: …" for field in required[2:]]
    name = name if _PLAIN.fullmatch(name) else quoted(name)
    return (f"{{{', '.join([f'{required[0]}: {name}', f'{required[1]}: {second}', *rest])}}}",)
