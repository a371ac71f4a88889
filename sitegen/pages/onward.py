"""The next sensible step, at the end of every page: one or two links, by the kind of page."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.messages import phrase
from sitegen.pages.page import Page
from sitegen.urls import BELOW, BRIDGE, GUIDES, JOIN, METHOD, PROPOSE, RESULTS, SELF_ASSESSMENT
from sitegen.views.words import Named, Words

MOST = 2
Step = tuple[str, str]

_PROPOSE: Step = (PROPOSE, phrase("Propose an assignment"))
_JOIN: Step = (JOIN, phrase("Write your page"))
_SEARCH: Step = ("/search/", phrase("Search with several conditions at once"))
_PEOPLE: Step = ("/profiles/", phrase("Look through the people"))
_ASSIGNMENTS: Step = ("/assignments/", phrase("Look through the assignments"))
_HOW: Step = (METHOD, phrase("How we work"))
_RESULTS: Step = (RESULTS, phrase("What came of finished assignments"))
_CLIENTS: Step = ("/clients/", phrase("What it is like for a client"))
_CAN: Step = (SELF_ASSESSMENT, phrase("See what you can do"))
_GUIDE: Step = (GUIDES, phrase("Find somebody who has been there"))
_FIRST: Step = (BELOW["first-conversation"], phrase("What a first conversation is like"))
_AFTER: Step = (BELOW["way-on"], phrase("What may come after"))
_INVOLVED: Step = ("/get-involved/", phrase("Hear from us, or lend a hand"))
_TASKS: Step = ("/help-wanted/", phrase("Tasks that wait"))
_DECIDES: Step = ("/collective/", phrase("Who decides"))
_ANSWERS: Step = ("/about/", phrase("Who answers for this site"))
_BOTH: Step = ("/conduct/", phrase("What holds for both sides"))
_SHORTLIST: Step = ("/shortlist/", phrase("Your shortlist, side by side"))

# By the address of a page, else by the first part of it. Of each row the first two that there are
# count, without the page itself; all other pages are those of somebody who looks for people.
STEPS: Mapping[str, tuple[Step, ...]] = {
    "/": (_PROPOSE, _JOIN),
    "/404.html": (_PEOPLE, _ASSIGNMENTS),
    "/profiles/": (_SEARCH, _PROPOSE),
    "/assignments/": (_PROPOSE, _JOIN),
    "/search/": (_SHORTLIST, _PROPOSE),
    "/shortlist/": (_PROPOSE, _HOW),
    BRIDGE: (_GUIDE, _FIRST, _AFTER),
    BELOW["first-conversation"]: (_GUIDE, _AFTER),
    BELOW["way-on"]: (_CAN, _GUIDE),
    "/guidance/": (_GUIDE, _FIRST),
    GUIDES: (_FIRST, _AFTER),
    "/stories/": (_GUIDE, (BRIDGE, phrase("How the bridge works"))),
    METHOD: (_RESULTS, _PROPOSE),
    RESULTS: (_PROPOSE, _HOW),
    "/clients/": (_PROPOSE, _RESULTS),
    "/members/": (_CAN, _JOIN),
    SELF_ASSESSMENT: (_JOIN, _GUIDE),
    JOIN: (_CAN, _BOTH),
    PROPOSE: (_CLIENTS, _PEOPLE),
    "/insights/": (_JOIN, _PROPOSE),
    "/how-matching-works/": (_ASSIGNMENTS, _PEOPLE),
    "/news/": (_INVOLVED, _TASKS),
    "/help-wanted/": (_INVOLVED, _DECIDES),
    "/get-involved/": (_TASKS, _DECIDES),
    "/collective/": (_INVOLVED, _TASKS),
    "/terms/": (_CLIENTS, _BOTH),
    "/conduct/": (_HOW, _DECIDES),
    "/privacy/": (_ANSWERS, ("/members/", phrase("Why be here"))),
    "/about/": (_DECIDES, _INVOLVED),
    "/accessibility/": (_ANSWERS, _PEOPLE),
}
ELSE = (_SEARCH, _PROPOSE)


def onward(page: Page, words: Words) -> tuple[Named, ...]:
    """What the page itself offers, else what its kind does: at least one, at most two."""
    own = page.onward()
    section = f"/{page.address.split('/')[1]}/"
    steps = STEPS.get(page.address) or STEPS.get(section, ())
    # The search may be among the page's own already, with something to look for.
    taken = {page.address, *((named.url or "").partition("?")[0] for named in own)}
    found = [
        words.named(words.t.gettext(label), address)
        for address, label in (*steps, *ELSE, _PEOPLE)
        if address in words.pages and not {address, words.link(address)} & taken
    ]
    return (*own, *found)[:MOST]
