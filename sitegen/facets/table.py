"""FACETS: the ways of finding.

A new facet is a row of the table; pages, the search page and its columns loop.
"""

from __future__ import annotations

from sitegen.facets import people, postings
from sitegen.facets.facet import Facet
from sitegen.i18n import CEFR
from sitegen.messages import phrase

MODES = {
    "remote": phrase("Remote"),
    "hybrid": phrase("Partly on site"),
    "onsite": phrase("On site"),
}
PRO_BONO = {"yes": phrase("Pro bono"), "some": phrase("Some pro bono")}

ANYWHERE, EVERYWHERE = "anywhere", phrase("Anywhere")

FACETS = (
    Facet(
        "family",
        "families",
        phrase("Families of skills"),
        phrase("What people learn by founding and leading, in families."),
        people.families,
        postings.families,
        lambda value, v, t: v.families[value].label,
        order=lambda v: v.families,
        about=lambda value, v: v.families[value].summary,
        across="country",
    ),
    Facet(
        "skill",
        "skills",
        phrase("Skills"),
        phrase("What people here can do, in fourteen families. The number says how many."),
        people.skills,
        postings.skills,
        lambda value, v, t: v.skills[value].label,
        levels=("1", "2", "3", "4"),
        least=("2", "3", "4"),
        under="family",
        parent=lambda value, v: v.skills[value].family,
        across="country",
        find=phrase("Find a skill"),
    ),
    Facet(
        "sector",
        "sectors",
        phrase("Sectors"),
        phrase("The fields in which people here have worked."),
        people.sectors,
        postings.sectors,
        lambda value, v, t: v.sectors[value].label,
        under="sector",
        parent=lambda value, v: v.sectors[value].parent,
        across="country",
        find=phrase("Find a sector"),
    ),
    Facet(
        "silo",
        "silos",
        phrase("Worlds"),
        phrase("The worlds of work that people here have known from inside, and can bridge."),
        people.silos,
        postings.silos,
        lambda value, v, t: v.silos[value].label,
        order=lambda v: v.silos,
        about=lambda value, v: v.silos[value].summary,
    ),
    Facet(
        "country",
        "countries",
        phrase("Countries"),
        phrase("Where people here live or have worked, and where work is to be done."),
        people.countries,
        postings.countries,
        lambda value, v, t: t.country(value),
        across="sector",
        find=phrase("Find a country"),
        told=phrase("Lives or has worked in"),
        here=phrase("People who live here or have worked here."),
    ),
    Facet(
        "region",
        "regions",
        phrase("Regions"),
        phrase("Parts of the world in which people here live or have worked. They overlap."),
        people.regions,
        postings.regions,
        lambda value, v, t: v.regions[value].label,
        across="sector",
        find=phrase("Find a region"),
        told=phrase("Lives or has worked in"),
        here=phrase("People who live here or have worked here."),
    ),
    Facet(
        "language",
        "languages",
        phrase("Languages"),
        phrase("The languages that people here work in."),
        people.languages,
        postings.languages,
        lambda value, v, t: t.language(value),
        levels=CEFR,
        least=CEFR[1:-1],
        across="sector",
        find=phrase("Find a language"),
    ),
    Facet(
        "mode",
        "modes",
        phrase("Way of working"),
        phrase("Remote, on site, or some of each."),
        people.modes,
        postings.modes,
        lambda value, v, t: t.gettext(MODES[value]),
        order=lambda v: MODES,
    ),
    Facet(
        "travel",
        "travel",
        phrase("Travels to"),
        phrase("Parts of the world in which people here travel for work, whole or in part."),
        people.travel,
        None,
        lambda value, v, t: v.regions[value].label if value != ANYWHERE else t.gettext(EVERYWHERE),
        order=lambda v: (ANYWHERE,),
        across="sector",
        whole=ANYWHERE,
        find=phrase("Find a region"),
    ),
    Facet(
        "kind",
        "kinds",
        phrase("Kinds of work"),
        phrase("What a client can ask for."),
        people.kinds,
        postings.kinds,
        lambda value, v, t: v.kinds[value].label,
        order=lambda v: v.kinds,
        about=lambda value, v: v.kinds[value].summary,
    ),
    Facet(
        "pro-bono",
        "pro-bono",
        phrase("Without a fee"),
        phrase("People who work without a fee, always or sometimes, and work that pays none."),
        people.pro_bono,
        postings.pro_bono,
        lambda value, v, t: t.gettext(PRO_BONO[value]),
        order=lambda v: PRO_BONO,
    ),
    Facet(
        "guidance",
        "guidance",
        phrase("Guidance"),
        phrase("What people here can guide you on when you leave what you built."),
        people.guidance,
        None,
        lambda value, v, t: v.topics[value].label,
        order=lambda v: v.topics,
        about=lambda value, v: v.topics[value].question,
        across="language",
        find=phrase("Find a topic"),
    ),
    Facet(
        "vetting",
        "vetting",
        phrase("What was checked"),
        phrase(
            "What somebody else looked at, and what still holds. It says what was checked, never "
            "how good somebody is."
        ),
        people.marks,
        None,
        lambda value, v, t: v.labels[value].label,
        order=lambda v: v.labels,
        about=lambda value, v: v.labels[value].means,
    ),
)
