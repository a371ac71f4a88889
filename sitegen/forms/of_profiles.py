"""What the form of a profile asks, by the path of a field."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.messages import phrase

# What is asked, and what helps to answer.
ASKS: Mapping[str, tuple[str, str]] = {
    "name": (phrase("Your name"), phrase("As you wish to be known, in any script.")),
    "sort_name": (
        phrase("Your name as lists sort it"),
        phrase("Only where the last word of your name is not what you are looked up by."),
    ),
    "pronouns": (phrase("How others speak of you"), phrase("She, he, they, or as you say it.")),
    "headline": (
        phrase("What you built and what became of it"),
        phrase("In one line, with a number if there is one."),
    ),
    "github": (
        phrase("Your account at GitHub"),
        phrase("If you have one: it may then change this page."),
    ),
    "based_in": (phrase("Where you live"), phrase("As far as you want it known.")),
    "based_in.country": (
        phrase("The country you live in"),
        phrase("Leave it out for a region if being found could harm you."),
    ),
    "based_in.region": (
        phrase("Or a part of the world"),
        phrase("In place of a country, and safe to name."),
    ),
    "based_in.city": (phrase("The town"), phrase("Only if you want it known.")),
    "based_in.timezone": (phrase("Your time zone"), phrase("Type the name of a city.")),
    "languages": (phrase("The languages you work in"), phrase("Each with your level.")),
    "stage": (phrase("Where you stand now"), ""),
    "skills": (phrase("Your skills"), phrase("The strongest first.")),
    "skills.skill": (
        phrase("The skill"),
        phrase("Type a word of your own, in any language, and choose from what is offered."),
    ),
    "skills.level": (
        phrase("How well?"),
        phrase("The highest at which you can say both sentences."),
    ),
    "skills.years": (phrase("For how many years?"), phrase("All together, also with breaks.")),
    "skills.again": (
        phrase("Would you do it again?"),
        phrase("With no, it is shown and nobody is matched with you for it."),
    ),
    "skills.evidence": (
        phrase("One piece of evidence"),
        phrase("A fact that somebody could check. The two higher levels need it."),
    ),
    "in_my_words": (
        phrase("Words of your own for what you do"),
        phrase("They are searched, and never matched on."),
    ),
    "sectors": (phrase("The fields you know"), phrase("One to five.")),
    "silos": (phrase("The worlds you have worked in"), phrase("Each with the years.")),
    "regions": (phrase("Where you have worked"), phrase("Countries, or parts of the world.")),
    "ventures.name": (phrase("Its name"), ""),
    "ventures.role": (phrase("What were you there?"), ""),
    "ventures.outcome": (phrase("What became of it?"), phrase("Or of you in it.")),
    "ventures.to": (
        phrase("The year you left the leading role"),
        phrase("Leave it empty if you have not."),
    ),
    "ventures.reach": (phrase("How far did it go?"), phrase("With a number.")),
    "availability.status": (phrase("Do you take work?"), ""),
    "availability.days_per_month": (phrase("How many days a month?"), ""),
    "availability.notice_weeks": (phrase("How many weeks ahead do you need to know?"), ""),
    "works.modes": (phrase("At a distance, or there?"), ""),
    "works.travel": (phrase("Where would you travel for work?"), ""),
    "works.days_away": (phrase("How many days a month can you be away from home?"), ""),
    "engagement.kinds": (phrase("What kinds of work do you take?"), ""),
    "engagement.day_rate": (
        phrase("What a day costs"),
        phrase(
            "Pages show a band. The figure stands in the public file: leave it empty if nobody "
            "but the coordinators is to know it."
        ),
    ),
    "engagement.day_rate.min": (phrase("The least you work for"), ""),
    "engagement.day_rate.max": (phrase("What you usually ask"), ""),
    "engagement.pro_bono": (phrase("Do you work without a fee?"), ""),
    "engagement.contracts_as": (phrase("How can you sign a contract?"), ""),
    "engagement.motivations": (phrase("What moves you?"), phrase("In a few words each.")),
    "interests": (phrase("Ties to declare"), phrase("Boards, shares, family.")),
    "interests.name": (phrase("The organisation"), ""),
    "transitions.passage": (phrase("How did you leave?"), ""),
    "transitions.state": (phrase("Where are you with it?"), ""),
    "transitions.venture": (phrase("Which of your ventures was it?"), ""),
    "transitions.story": (
        phrase("Your story on this site"),
        phrase("If there is one: the last part of its address."),
    ),
    "guidance.offers": (
        phrase("What may others ask you about, in public?"),
        "",
    ),
    "guidance.privately": (
        phrase("And what only when somebody asks the directory?"),
        phrase("No page shows it; the file is public all the same."),
    ),
    "guidance.capacity": (phrase("How many people can you guide at a time?"), ""),
    "guidance.paused": (phrase("Do you pause?"), ""),
    "guidance.seeks": (
        phrase("What do you look for guidance on yourself?"),
        phrase("The whole world can read it."),
    ),
    "guidance.seeking_in_public": (phrase("May that line be public?"), ""),
    "links.label": (phrase("What stands there?"), ""),
    "matched": (
        phrase("May you be proposed to clients?"),
        phrase("With no you can still be found."),
    ),
    "listed": (
        phrase("Do lists and search show you?"),
        phrase("With no your page only has an address."),
    ),
    "assisted": (
        phrase("Did somebody help you write this?"),
        phrase("The consent is still your own."),
    ),
}
# Asked for as they are described.
AS_DESCRIBED = frozenset(
    {
        "name_native",
        *("ventures", "ventures.sectors", "ventures.from", "ventures.url", "ventures.summary"),
        *("availability", "availability.from", "availability.until"),
        *("works", "engagement", "engagement.day_rate.currency"),
        *("declines", "declines.sectors", "declines.silos", "declines.note"),
        *("interests.url", "interests.role", "transitions", "transitions.since"),
        *("guidance", "guidance.wish_i_had_known", "links", "links.url"),
    }
)
