"""The condition of place: how a person works, where they travel, for how many days."""

from __future__ import annotations

from sitegen.directory import Directory, Person, Posting
from sitegen.matching.results import Check, Reason, State
from sitegen.models.assignment import Work
from sitegen.models.profile import Profile
from sitegen.terms import fold_words
from sitegen.vocabulary import Vocabulary

AWAY_PARTLY = 2
# A refusal weighs more than a question, and a question more than a little too few days.
WORST = ("no", "not-stated", "partly", "yes")


def place(person: Person, posting: Posting, directory: Directory) -> Check:
    """Judge modes, travel and days away. Work that could be done remotely relaxes a `no`."""
    profile, work = person.profile, posting.assignment.work
    parts: list[Check | None] = [_mode(profile, work)]
    if work.mode != "remote":
        parts += [
            _travel(profile, work, directory.vocabulary),
            _away(profile, work, directory.vocabulary),
        ]
    found = min((part for part in parts if part), key=lambda part: WORST.index(part.state))
    if found.state == "yes":
        found = next(part for part in reversed(parts) if part)
    if found.state == "no" and work.mode == "hybrid" and "remote" in profile.works.modes:
        reason = Reason(f"{found.reason.code}-remote", found.reason.params)
        return Check("place", "no", reason, relaxed=True)
    return found


def _place(state: State, code: str, **params: str | int) -> Check:
    return Check("place", state, Reason(code, params))


def _mode(profile: Profile, work: Work) -> Check:
    # Who works on site all the time can be there some of the time.
    wanted = ("hybrid", "onsite") if work.mode == "hybrid" else (work.mode,)
    if not profile.works.modes:
        return _place("not-stated", "place-mode-not-stated")
    if not set(wanted) & set(profile.works.modes):
        return _place("no", "place-not-remote" if work.mode == "remote" else "place-not-onsite")
    return _place("yes", "place-remote" if work.mode == "remote" else "place-onsite")


def _travel(profile: Profile, work: Work, vocabulary: Vocabulary) -> Check:
    travel, home = profile.works.travel, profile.based_in
    country = work.country
    if country is None:
        return _place("not-stated", "place-unknown")
    if home.country == country:
        return _within(profile, work, country)
    if "anywhere" in travel or any(country in vocabulary.countries_in(area) for area in travel):
        return _place("yes", "place-travels", country=country)
    if home.region and country in vocabulary.countries_in(home.region):
        return _place("not-stated", "place-region", region=home.region)
    if not travel:
        return _place("not-stated", "place-travel-not-stated", country=country)
    return _place("no", "place-no-travel", country=country)


def _within(profile: Profile, work: Work, country: str) -> Check:
    """Judge work in the country where the person lives."""
    near = _is_near(profile, work)
    if "none" not in profile.works.travel or near:
        return _place("yes", "place-home", country=country)
    if near is None:
        return _place("not-stated", "place-country", country=country)
    return _place("no", "place-no-travel", country=country)


def _is_near(profile: Profile, work: Work) -> bool | None:
    """Whether the work is in the person's city; None where one of the two is not stated."""
    home = profile.based_in
    if not home.city or not work.city:
        return None
    return fold_words(home.city) == fold_words(work.city)


def _may_be_home(profile: Profile, work: Work, vocabulary: Vocabulary) -> bool | None:
    """Whether the work needs no nights away; None where it may or may not."""
    home = profile.based_in
    if home.country and home.country == work.country:
        return _is_near(profile, work)
    if home.region and work.country in vocabulary.countries_in(home.region):
        return None
    return False


def _away(profile: Profile, work: Work, vocabulary: Vocabulary) -> Check | None:
    asked = work.onsite_days_per_month or (work.days_per_month if work.mode == "onsite" else None)
    at_home = _may_be_home(profile, work, vocabulary)
    if asked is None or at_home:
        return None
    away = profile.works.days_away
    if away is None:
        return _place("not-stated", "place-days-not-stated")
    if away >= asked:
        return None
    state: State = "partly" if away + AWAY_PARTLY >= asked else "no"
    if at_home is None and state == "no":
        state = "not-stated"
    return _place(state, "place-days-short", count=away, asked=asked)
