"""The questions whose answers make an assignment."""

from __future__ import annotations

from datetime import date

from sitegen.errors import Place, Problem
from sitegen.messages import phrase
from sitegen.scaffold.asking import Answers, Interview

MOST_SKILLS = 5
MODES = {
    "remote": phrase("remote: from anywhere"),
    "onsite": phrase("onsite: on the spot"),
    "hybrid": phrase("hybrid: both"),
}
PAY = {
    "paid": phrase("a day rate"),
    "pro_bono": phrase("nothing, and I say why"),
    "later": phrase("that is not settled"),
}


def ask_for_assignment(talk: Interview, today: date) -> Answers:
    """The fields and the text, in the words of the client."""
    tr = talk.tr
    talk.field(tr("What is to be done? One line"), "title")
    _client(talk)
    talk.put(today.isoformat(), "posted")
    talk.put("open", "status")
    _deadline(talk, today)
    _skills(talk)
    options = {name: tr(label) for name, label in MODES.items()}
    mode = talk.choice(tr("How is the work done? A number"), options)
    talk.put(mode, "work", "mode")
    if mode != "remote":
        talk.field(tr("In which country? Two capital letters"), "work", "country")
        talk.field(tr("In which town?"), "work", "city", optional=True)
    talk.field(tr("How many days a month?"), "work", "days_per_month", optional=True)
    talk.field(tr("For how many months?"), "work", "months", optional=True)
    _budget(talk)
    text = tr("Describe the work: what is the matter, and what is to be there at the end")
    return Answers(talk.fields, talk.text(text))


def _deadline(talk: Interview, today: date) -> None:
    question = talk.tr("Until when can one answer? Year-month-day, such as 2027-01-15")
    while True:
        said, first = talk.field(question, "deadline", optional=True), today.isoformat()
        if not said or said >= first:
            return
        params = {"first": f"posted: {first}", "second": f"deadline: {said}"}
        talk.explain([Problem("", Place(1, 1), "P038", params)])


def _client(talk: Interview) -> None:
    tr = talk.tr
    if talk.yes(tr("May the client be named, and has agreed to it? yes or no")):
        talk.field(tr("Who is the client?"), "client", "name")
        talk.put("yes", "client", "consent")
    else:
        talk.put("yes", "client", "anonymous")
    worlds = {silo.id: silo.label for silo in talk.entries.vocabulary.silos.values()}
    talk.put(talk.choice(tr("Which world is the client from? A number"), worlds), "client", "silo")
    talk.field(
        tr("Where is the client? A country in two capital letters"),
        "client",
        "country",
        optional=True,
    )


def _skills(talk: Interview) -> None:
    tr = talk.tr
    talk.say(tr("Now what nobody can do the work without. A few words are enough: handing over."))
    taken: list[str] = []
    while len(taken) < MOST_SKILLS:
        question = tr("What must the person be able to do? (number {n})").format(n=len(taken) + 1)
        found = talk.term("skill", question, optional=bool(taken))
        if found is None:
            return
        if found.id in taken:
            talk.say(tr("You have that one already."))
            continue
        place = ("skills", "required", len(taken))
        talk.put(found.id, *place, "skill")
        talk.say(tr("  1 has taken part · 2 has done it alone · 3 has led it · 4 teaches it"))
        talk.field(tr("At which level, at least? 1 to 4"), *place, "level")
        taken.append(found.id)


def _budget(talk: Interview) -> None:
    tr = talk.tr
    options = {name: tr(label) for name, label in PAY.items()}
    pay = talk.choice(tr("What is paid? A number"), options)
    if pay == "paid":
        talk.field(tr("At most how much for a day? Digits only"), "budget", "max_day_rate")
        talk.field(tr("In which currency? EUR, MAD …"), "budget", "currency")
    elif pay == "pro_bono":
        talk.put("yes", "budget", "pro_bono")
        talk.field(tr("Why is there no fee?"), "budget", "reason")
