"""What the form of an assignment asks, by the path of a field."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.messages import phrase

# What is asked, and what helps to answer.
ASKS: Mapping[str, tuple[str, str]] = {
    "title": (
        phrase("What is to be done, in one line"),
        phrase("As you would tell it to a colleague in passing."),
    ),
    "client": (phrase("The client"), phrase("Whoever needs the work and will sign for it.")),
    "client.name": (phrase("The name of the organisation"), ""),
    "client.anonymous": (
        phrase("Is it to stay unnamed?"),
        phrase("With yes only its world and its country are published."),
    ),
    "client.silo": (phrase("Which world does it belong to?"), ""),
    "client.country": (phrase("In which country is it?"), ""),
    "client.url": (phrase("Its address on the web"), ""),
    "client.consent": (phrase("Does it agree to be named here?"), ""),
    "github": (
        phrase("Your account at GitHub"),
        phrase("If you have one: it may then change this assignment."),
    ),
    "deadline": (phrase("Until when can people answer?"), ""),
    "starts": (
        phrase("When does the work begin?"),
        phrase("People are asked whether they are free from then on."),
    ),
    "skills": (
        phrase("The skills"),
        phrase("Few and exact: each one more leaves fewer people."),
    ),
    "skills.required": (
        phrase("What the work cannot do without"),
        phrase("One to twelve. Two or three are usual."),
    ),
    "skills.required.skill": (
        phrase("The skill"),
        phrase("Type a word of your own, in any language, and choose from what is offered."),
    ),
    "skills.required.level": (
        phrase("How well?"),
        phrase("What whoever comes should be able to say."),
    ),
    "skills.desirable": (
        phrase("What would help"),
        phrase("Nobody is left out for want of it."),
    ),
    "skills.desirable.skill": (
        phrase("The skill"),
        phrase("Type a word of your own, in any language, and choose from what is offered."),
    ),
    "skills.desirable.level": (
        phrase("How well?"),
        phrase("What whoever comes should be able to say."),
    ),
    "sectors": (phrase("The fields it is about"), phrase("Up to five.")),
    "silos": (
        phrase("The worlds it must bridge"),
        phrase("Whoever comes should have worked in each."),
    ),
    "languages": (phrase("Languages"), phrase("Only what the work itself needs.")),
    "languages.everyone": (
        phrase("What each person must speak"),
        phrase("Each with the level that is enough."),
    ),
    "languages.any_of": (
        phrase("Or one of several"),
        phrase("Each entry is a choice: Arabic or Berber, say."),
    ),
    "languages.in_team": (
        phrase("What one of a team must speak"),
        phrase("The others may rely on that person."),
    ),
    "languages.useful": (phrase("What would help"), ""),
    "work": (phrase("Where, and how much"), ""),
    "work.mode": (phrase("At a distance, or there?"), ""),
    "work.country": (phrase("In which country?"), ""),
    "work.city": (phrase("In which town?"), ""),
    "work.days_per_month": (phrase("How many days a month?"), ""),
    "work.onsite_days_per_month": (phrase("How many of them there?"), ""),
    "work.months": (phrase("For how many months?"), ""),
    "kinds": (phrase("What kind of work is it?"), ""),
    "budget": (
        phrase("What it pays"),
        phrase("The most for a day and its currency, or no fee with the reason."),
    ),
    "budget.min_day_rate": (phrase("The least for a day"), ""),
    "budget.max_day_rate": (phrase("The most for a day"), ""),
    "budget.currency": (phrase("In which currency?"), ""),
    "budget.pro_bono": (phrase("Is it without a fee?"), ""),
    "budget.reason": (
        phrase("Why is there no fee?"),
        phrase("Members read it before they answer."),
    ),
    "team": (
        phrase("One person, or a team?"),
        phrase("A team can share the skills, and the language of a team."),
    ),
    "team.min": (phrase("At least how many people?"), ""),
    "team.max": (phrase("At most how many?"), ""),
    "deliverables": (
        phrase("What is to be there at the end?"),
        phrase("Something that can be held in the hand, or seen to be so."),
    ),
    "reports_to": (
        phrase("To whom does the work answer?"),
        phrase("A role and no name: programme director, the assembly."),
    ),
    "selection": (phrase("How you choose"), ""),
    "selection.criteria": (phrase("What you look at"), phrase("The weightiest first.")),
    "selection.criteria.text": (phrase("What counts?"), ""),
    "selection.criteria.weight": (phrase("How much, of a hundred?"), ""),
    "selection.decided_by": (phrase("By when do you decide?"), ""),
    "contract": (phrase("The contract"), ""),
    "contract.with": (phrase("In which form can people sign?"), ""),
    "contract.expenses": (phrase("Do you pay expenses besides?"), ""),
    "contract.payment_days": (phrase("Within how many days do you pay?"), ""),
    "excludes": (
        phrase("Whose people cannot take it"),
        phrase("Organisations that would be judges in their own cause."),
    ),
    "excludes.name": (phrase("The organisation"), ""),
    "phases": (
        phrase("Which phases of the method does it take?"),
        phrase("If you know already; the first talk can settle it."),
    ),
}
# Asked for as they are described.
AS_DESCRIBED = frozenset({"terms_of_reference", "excludes.url"})
# Groups that show all their fields at once, also those that may stay empty.
UNFOLDED = frozenset({"client", "work", "budget"})
