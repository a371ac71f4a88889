"""The questions whose answers make a profile."""

from __future__ import annotations

from datetime import date

from sitegen.frontmatter import Node
from sitegen.messages import phrase
from sitegen.models.terms import Skill
from sitegen.scaffold.asking import Answers, Interview

LEAST_SKILLS, MOST_SKILLS = 3, 5
MOST_SECTORS = 5
STATUS = {
    "open": phrase("open: clients may propose work"),
    "limited": phrase("limited: they ask first"),
    "paused": phrase("paused: the page stays, and nothing is proposed"),
}


def ask_for_profile(talk: Interview, today: date) -> Answers | None:
    """The fields and the text, in the words of the person; nothing without consent."""
    tr = talk.tr
    talk.field(tr("What is your name, as you wish to be known?"), "name")
    talk.field(tr("What did you build, and what became of it? One line"), "headline")
    _place(talk)
    _languages(talk)
    _skills(talk)
    _sectors(talk)
    options = {name: tr(label) for name, label in STATUS.items()}
    talk.put(talk.choice(tr("Do you take work? A number"), options), "availability", "status")
    days = tr("How many days a month can you give?")
    talk.field(days, "availability", "days_per_month", optional=True)
    talk.field(tr("Your GitHub account, if you have one"), "github", optional=True)
    if not _consents(talk, today):
        return None
    text = tr("Say something in your own voice: who you are, what you look for. One paragraph")
    return Answers(talk.fields, talk.text(text))


def _place(talk: Interview) -> None:
    tr = talk.tr
    talk.say(tr("If being found could harm you, name only a region, such as northern-africa."))
    while True:
        said = talk.answer(tr("Where do you live? A country in two capital letters, or a region"))
        name = "region" if said in talk.entries.vocabulary.regions else "country"
        if talk.put(said, "based_in", name):
            break
    talk.field(tr("In which town?"), "based_in", "city", optional=True)


def _languages(talk: Interview) -> None:
    tr, first = talk.tr, True
    levels = "native, C2, C1, B2, B1, A2, A1"
    while True:
        question = tr("A language you work in, such as fr") if first else tr("Another language")
        said = talk.answer(question) if first else talk.maybe(question)
        if not said:
            return
        # The level comes next; any will do to judge the language by itself.
        before = talk.fields
        if not talk.put("native", "languages", said):
            continue
        talk.fields = before
        talk.field(tr("How well? One of {levels}").format(levels=levels), "languages", said)
        first = False


def _skills(talk: Interview) -> None:
    tr, vocabulary = talk.tr, talk.entries.vocabulary
    talk.say(
        tr("Now three to five things you can do. A few words are enough: handing over, water.")
    )
    taken: list[str] = []
    while len(taken) < MOST_SKILLS:
        question = tr("What can you do? (number {n})").format(n=len(taken) + 1)
        found = talk.term("skill", question, optional=len(taken) >= LEAST_SKILLS)
        if found is None:
            return
        if found.id in taken:
            talk.say(tr("You have that one already."))
            continue
        _level(talk, len(taken), vocabulary.skills[found.id])
        taken.append(found.id)


def _level(talk: Interview, index: int, skill: Skill) -> None:
    """The level, with what each means in the family of the skill, and what speaks for it."""
    tr, family = talk.tr, talk.entries.vocabulary.families[skill.family]
    talk.put(skill.id, "skills", index, "skill")
    for level, behaviours in family.levels.items():
        talk.say(f"  {level}  " + "\n     ".join(behaviours))
    said = talk.field(tr("At which level? 1 to 4"), "skills", index, "level")
    needed = int(said) >= 3
    if needed:
        talk.say(tr("For example: {example}").format(example=family.example))
    question = tr("What did you do, with a number or a result?")
    talk.field(question, "skills", index, "evidence", optional=not needed)


def _sectors(talk: Interview) -> None:
    taken: list[Node] = []
    while len(taken) < MOST_SECTORS:
        question = talk.tr("Which field do you know, such as health or farming?")
        found = talk.term("sector", question, optional=bool(taken))
        if found is None:
            return
        if found.id in taken:
            talk.say(talk.tr("You have that one already."))
        elif talk.put([*taken, found.id], "sectors"):
            taken.append(found.id)


def _consents(talk: Interview, today: date) -> bool:
    """The wording as it stands in the settings, and a yes that nobody assumes."""
    name, wording = list(talk.entries.site.consent.items())[-1]
    talk.say(talk.tr("To be listed you agree to this:"))
    talk.say(wording)
    if not talk.yes(talk.tr("Do you agree? yes or no")):
        return False
    talk.put({"on": today.isoformat(), "wording": name}, "consent")
    return talk.put({"on": today.isoformat()}, "confirmed")
