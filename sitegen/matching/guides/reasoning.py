"""Why a guide fits a seeker, and the conditions: each cites only what stands in a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.i18n import CEFR
from sitegen.matching.guides.compare import Lived, Pair, is_comfortable
from sitegen.matching.guides.features import Lead
from sitegen.matching.guides.points import YEARS
from sitegen.matching.guides.score import best_lived, common_sectors, place_of, years_apart
from sitegen.matching.reasoning import cut
from sitegen.matching.results import Check, Reason
from sitegen.messages import phrase

MOST_LANGUAGES = 2
MOST_SECTORS = 3
Params = dict[str, str | int]


def reasons_of(pair: Pair, *, quote: bool) -> tuple[Reason, ...]:
    """Best first: what was lived, how it was left, topics, languages, then what is alike."""
    lived = best_lived(pair)
    found = [
        passed(lived),
        *left(lived.passed.lead),
        *_topics(pair),
        Reason("spoken", {"spoken": _spoken(pair)}),
        *_also(pair, lived),
        *_alike(pair, lived),
        *_fields(pair, lived),
    ]
    wish = pair.guide.person.profile.guidance.wish_i_had_known
    if quote and wish:
        found.append(Reason("guide-wish", {"quote": cut(wish)}))
    return tuple(found)


def passed(lived: Lived) -> Reason:
    """The passage with its year, and its venture where no reason of its own tells of that."""
    transition, lead = lived.passed.transition, lived.passed.lead
    code, params = "guide-passed", Params(passage=transition.passage)
    if lived.standing == "near":
        code, params = "guide-near", {**params, "other_passage": lived.other}
    if transition.venture and not (lead and is_left(lead)):
        code, params = f"{code}-venture", {**params, "name": transition.venture}
    if transition.since:
        code, params = f"{code}-year", {**params, "year": transition.since}
    return Reason(code, params)


def is_left(lead: Lead) -> bool:
    """Whether the file says when the leading role ended."""
    return lead.venture.end is not None and lead.venture.outcome != "running"


def left(lead: Lead | None) -> Iterator[Reason]:
    """How the leading role ended, where the file says so."""
    if lead is None or not is_left(lead):
        return
    params: Params = {"name": lead.venture.name, "role": lead.venture.role}
    code = "guide-left"
    if lead.years:
        params["count"] = lead.years
    else:
        code = "guide-left-soon"
    if lead.venture.outcome != "left":
        code, params["outcome"] = f"{code}-became", lead.venture.outcome
    yield Reason(code, params)


def _topics(pair: Pair) -> Iterator[Reason]:
    """The topics in common, else those that belong to the passage; others are a condition's."""
    code = "guide-topics" if pair.seeker.topics else "guide-offers"
    openly, asked = pair.topics & pair.guide.offers, pair.topics & pair.guide.privately
    order = pair.guide.person.profile.guidance
    if openly:
        yield Reason(code, {"topics": _joined(t for t in order.offers if t in openly)})
    if asked:
        found = _joined(t for t in order.privately if t in asked)
        yield Reason(f"{code}-privately", {"topics": found})


def _spoken(pair: Pair) -> str:
    """The language to talk in, and a second one in which both are comfortable."""
    first, *others = pair.languages
    found = [first, *(one for one in others if is_comfortable(one[0]))][:MOST_LANGUAGES]
    levels = pair.guide.person.profile.languages
    return _joined(dict.fromkeys(f"{tag} {levels[tag]}" for _, _, tag in found))


def _also(pair: Pair, lived: Lived) -> Iterator[Reason]:
    """Other passages of the seeker's that the guide has been through."""
    done = lived.passed.transition.passage
    for passage in pair.seeker.passages:
        if passage != done and passage in pair.guide.passed:
            yield Reason("guide-also", {"passage": passage})


def _alike(pair: Pair, lived: Lived) -> Iterator[Reason]:
    """Years and role, against what the seeker leads; the worlds in which both worked."""
    other = lived.passed.lead
    if other:
        mine = [lead.years for lead in pair.seeker.leads]
        nearest = min(mine, key=lambda years: years_apart(years, other.years), default=0)
        if years_apart(nearest, other.years) <= YEARS[0][0]:
            yield Reason("guide-years", {"years": nearest, "count": other.years})
        if any(lead.role == other.role for lead in pair.seeker.leads):
            yield Reason("guide-role", {"role": other.venture.role})
    if pair.silos:
        yield Reason("guide-silos", {"silos": _joined(pair.silos), "count": len(pair.silos)})


def _fields(pair: Pair, lived: Lived) -> Iterator[Reason]:
    """Sector and region."""
    sectors = common_sectors(pair, lived) or pair.sectors[:MOST_SECTORS]
    if sectors:
        yield Reason("guide-sectors", {"sectors": _joined(sectors), "count": len(sectors)})
    elif pair.close_sectors:
        sector, other = pair.close_sectors
        yield Reason("guide-sector-near", {"sector": sector, "other_sector": other})
    place = place_of(pair)
    if place.points:
        kind = "country" if place.code in ("guide-home", "guide-country") else "region"
        yield Reason(place.code, {kind: place.area})


def checks_of(pair: Pair, conflict: Check) -> tuple[Check, ...]:
    """The hard conditions of a pair that meets them all, with what is to be asked."""
    return (
        _passage(pair),
        _topic(pair),
        _capacity(pair),
        _language(pair),
        conflict,
        _open(pair),
    )


def _passage(pair: Pair) -> Check:
    lived = best_lived(pair)
    if lived.standing in ("topic", "any"):
        return Check(phrase("passage"), "not-stated", Reason("guide-passage-ask"))
    return Check("passage", "yes" if lived.standing == "same" else "partly", passed(lived))


def _topic(pair: Pair) -> Check:
    if not pair.seeker.topics:
        return Check(phrase("topics"), "not-stated", Reason("guide-topics-ask"))
    found = next(_topics(pair), None)
    if found:
        return Check("topics", "yes", found)
    guidance = pair.guide.person.profile.guidance
    known = guidance.offers or guidance.privately
    return Check("topics", "partly", Reason("guide-topics-other", {"topics": _joined(known)}))


def _capacity(pair: Pair) -> Check:
    if pair.guide.person.profile.guidance.capacity is None:
        return Check(phrase("capacity"), "not-stated", Reason("guide-capacity-ask"))
    return Check("capacity", "yes", Reason("guide-capacity", {"count": pair.guide.room}))


def _language(pair: Pair) -> Check:
    rank, _, tag = pair.languages[0]
    if is_comfortable(rank):
        return Check(phrase("language"), "yes", Reason("spoken", {"spoken": _spoken(pair)}))
    params: Params = {"language": tag, "level": CEFR[rank]}
    return Check("language", "partly", Reason("guide-language-low", params))


def _open(pair: Pair) -> Check:
    person = pair.guide.person
    day: Params = {"day": person.profile.confirmed.on.isoformat()}
    if person.freshness == "ageing":
        return Check("open", "partly", Reason("open-ageing", day))
    return Check("open", "yes", Reason("guide-confirmed", day))


def _joined(ids: Iterable[str]) -> str:
    return ",".join(ids)
