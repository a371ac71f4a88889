"""The hard conditions: one pure function a row of the table in the content model.

Each reads only fields, never averages, and says why. No reason holds a rate or a share of one:
rates are matched on and never shown.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from sitegen.directory import Directory, Person, Posting
from sitegen.matching import asked, said
from sitegen.matching.free_time import LATE_PARTLY, LATE_RELAXED, FreeTime, free_time, is_enough
from sitegen.matching.organisations import conflict, with_declined_clients
from sitegen.matching.place import place
from sitegen.matching.results import Check, Reason, State
from sitegen.matching.spoken import languages, team_language
from sitegen.messages import phrase
from sitegen.models import Site
from sitegen.models.assignment import Budget
from sitegen.models.offer import DayRate
from sitegen.overlay import PrivateFacts

COVERED_PARTLY = 75  # per cent of the time
KINDS_ASKED_FOR = ("interim", "board")
# Hundredths of the budget up to which a rate is partly, or nearly, within it.
RATE_PARTLY = 110
RATE_RELAXED = 125
NOTHING_PRIVATE = PrivateFacts()


def dates(person: Person, posting: Posting, directory: Directory) -> Check:
    """Judge the window and the taken days against start and months."""
    window = person.profile.availability
    if posting.assignment.starts is None:
        return Check("dates", "not-stated", Reason("dates-no-start"))
    time = free_time(person, posting.assignment, directory.today)
    if time.covered == time.total:
        if window.start is None and window.until is None:
            return Check("dates", "not-stated", Reason("dates-not-stated"))
        return Check("dates", "yes", Reason("dates-yes"))
    late = time.to_the_end
    partly = (late and time.late <= LATE_PARTLY) or time.percent >= COVERED_PARTLY
    state: State = "partly" if partly else "no"
    return Check(
        "dates", state, _dates_reason(time), late and not partly and time.late <= LATE_RELAXED
    )


def _dates_reason(time: FreeTime) -> Reason:
    if time.first is None:
        return Reason("dates-never")
    if time.to_the_end:
        return Reason("dates-late", {"day": time.first.isoformat(), "count": time.late})
    return Reason("dates-part", {"count": time.percent})


def days(person: Person, posting: Posting, directory: Directory) -> Check:
    """Judge the days a month, less those taken, against those asked."""
    asked = posting.assignment.work.days_per_month
    offered = free_time(person, posting.assignment, directory.today).days
    if asked is None:
        return Check("days", "yes", Reason("days-none"))
    if offered is None:
        return Check("days", "not-stated", Reason("days-not-stated"))
    if offered >= asked:
        return Check("days", "yes", Reason("days-yes", {"count": asked}))
    state: State = "partly" if is_enough(offered, asked) else "no"
    return Check("days", state, Reason("days-short", {"count": offered, "asked": asked}))


def money(person: Person, posting: Posting, directory: Directory) -> Check:
    """Judge the lowest rate against the highest the budget has, or the will to work pro bono."""
    budget = posting.assignment.budget
    if budget is not None and budget.pro_bono:
        return _pro_bono(person)
    if budget is None or budget.max_day_rate is None:
        return Check("money", "not-stated", Reason("money-no-budget"))
    rate, limit = person.profile.engagement.day_rate, budget.max_day_rate
    if rate is None:
        return Check("money", "not-stated", Reason("money-no-rate"))
    amount = converted(rate, budget, directory.site)
    if amount is None:
        return Check("money", "not-stated", Reason("money-no-exchange"))
    return _within(amount, limit)


def _within(amount: Decimal, limit: int) -> Check:
    if amount <= limit:
        return Check("money", "yes", Reason("money-yes"))
    if amount * 100 <= limit * RATE_PARTLY:
        return Check("money", "partly", Reason("money-partly"))
    return Check("money", "no", Reason("money-no"), relaxed=amount * 100 <= limit * RATE_RELAXED)


def _pro_bono(person: Person) -> Check:
    offered = person.profile.engagement.pro_bono
    if offered is None:
        return Check("money", "not-stated", Reason("pro-bono-not-stated"))
    return Check("money", "no" if offered == "no" else "yes", Reason(f"pro-bono-{offered}"))


def converted(rate: DayRate, budget: Budget, site: Site) -> Decimal | None:
    """A rate in the currency of the budget; None where nobody has said how to change it."""
    if budget.currency in (None, rate.currency):
        return Decimal(rate.min)
    if site.currencies is None or budget.currency is None:
        return None
    return site.currencies.convert(rate.min, rate.currency, budget.currency)


def kind(person: Person, posting: Posting, _: Directory) -> Check:
    """Judge the kind of work where it is interim leadership or a board seat."""
    asked = [kind for kind in posting.assignment.kinds if kind in KINDS_ASKED_FOR]
    offered = person.profile.engagement.kinds
    params = {"kinds": ",".join(asked)}
    if not asked:
        return Check("kind", "yes", Reason("kind-none"))
    if not offered:
        return Check("kind", "not-stated", Reason("kind-not-stated", params))
    if set(asked) & set(offered):
        shared = ",".join(kind for kind in asked if kind in offered)
        return Check("kind", "yes", Reason("kind-yes", {"kinds": shared}))
    return Check("kind", "no", Reason("kind-no", params))


def contract(person: Person, posting: Posting, _: Directory) -> Check:
    """Judge the forms of contract; which one to use is a matter of talk."""
    asked, offered = posting.assignment.contract.forms, person.profile.engagement.contracts_as
    if not asked:
        return Check("contract", "yes", Reason("contract-none"))
    if not offered:
        return Check("contract", "not-stated", Reason("contract-not-stated"))
    shared = [form for form in asked if form in offered]
    if shared:
        return Check("contract", "yes", Reason("contract-yes", {"forms": ",".join(shared)}))
    forms = {"forms": ",".join(asked)}
    return Check("contract", "no", Reason("contract-no", forms), relaxed=True)


def declines(person: Person, posting: Posting, directory: Directory) -> Check:
    """Judge what a person will not work for: a sector stands for those below it."""
    declined, client = person.profile.declines, posting.assignment.client
    sectors = {
        found
        for sector in posting.assignment.sectors
        for found in directory.vocabulary.sector_with_parent(sector)
    }
    for sector in declined.sectors:
        if sector in sectors:
            return Check("declines", "no", Reason("declines-sector", {"sector": sector}))
    if client.silo in declined.silos:
        return Check("declines", "no", Reason("declines-silo", {"silo": client.silo}))
    return Check("declines", "yes", Reason("declines-none"))


def is_open(person: Person, _: Posting, __: Directory) -> Check:
    """Judge whether a person takes part, and how fresh their page is."""
    profile = person.profile
    status = profile.availability.status
    closed = {
        "open-not-listed": not profile.listed,
        "open-not-matched": not profile.matched,
        "open-paused": status == "paused",
        "open-dormant": person.freshness == "dormant",
    }
    for code, holds in closed.items():
        if holds:
            return Check("open", "no", Reason(code))
    if status == "limited":
        return Check("open", "partly", Reason("open-limited"))
    if person.freshness == "ageing":
        day = profile.confirmed.on.isoformat()
        return Check("open", "partly", Reason("open-ageing", {"day": day}))
    return Check("open", "yes", Reason("open-yes"))


class Condition(NamedTuple):
    """A row of the table: `relaxable` says whether its `no` can make a near miss.

    `said` and `asked` give what it reads of a person and of a posting, and all of that: whoever
    says the same where the same is asked is judged alike.
    """

    name: str
    judge: Callable[[Person, Posting, Directory], Check]
    relaxable: bool
    said: Callable[[Person], Hashable]
    asked: Callable[[Posting], Hashable]


CONDITIONS = (
    Condition(phrase("languages"), languages, True, said.languages, asked.languages),
    Condition(phrase("team language"), team_language, False, said.languages, asked.in_team),
    Condition(phrase("dates"), dates, True, said.dates, asked.time),
    Condition(phrase("days"), days, False, said.days, asked.time),
    Condition(phrase("place"), place, True, said.place, asked.place),
    Condition(phrase("money"), money, True, said.money, asked.money),
    Condition(phrase("kind"), kind, False, said.kinds, asked.kinds),
    Condition(phrase("contract"), contract, True, said.contracts, asked.contracts),
    Condition(phrase("declines"), declines, False, said.declines, asked.declines),
    Condition(phrase("conflict"), conflict, False, said.ties, asked.parties),
    Condition(phrase("open"), is_open, False, said.presence, asked.nothing),
)


def judge(
    person: Person, posting: Posting, directory: Directory, facts: PrivateFacts = NOTHING_PRIVATE
) -> Iterator[Check]:
    """Judge one condition after the other, with what only the private folder knows."""
    for condition in CONDITIONS:
        check = condition.judge(person, posting, directory)
        if condition.judge is declines:
            check = with_declined_clients(check, posting, facts)
        yield check


def eligible(checks: Iterable[Check]) -> tuple[Check, ...] | None:
    """Every check of somebody who fails none, or only one by little; None for anybody else.

    Stops at the first condition that decides.
    """
    judged: list[Check] = []
    near = False
    for check in checks:
        if check.state == "no":
            if near or not check.relaxed:
                return None
            near = True
        judged.append(check)
    return tuple(judged)
