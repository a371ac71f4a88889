"""What the vocabulary and the settings write: the method, the rate bands, who answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.views.words import Words


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A phase of the method in words."""

    id: str
    label: str
    hours: str
    purpose: str
    questions: tuple[str, ...]
    artefacts: tuple[str, ...]
    client_provides: tuple[str, ...]
    exit: tuple[str, ...]
    roles: str


def method_context(words: Words) -> Mapping[str, Any]:
    """The phases and roles of the method."""
    t, method = words.t, words.vocabulary.method
    labels = {role.id: role.label for role in method.roles}
    phases = tuple(
        PhaseView(
            phase.id,
            phase.label,
            t.gettext("{least} to {most} hours").format(
                least=phase.hours.min, most=phase.hours.max
            ),
            phase.purpose,
            phase.questions,
            phase.artefacts,
            phase.client_provides,
            phase.exit,
            t.every(labels[role].lower() for role in phase.roles),
        )
        for phase in method.phases
    )
    version = t.gettext("Version {version}, by {authors}.").format(
        version=method.version, authors=t.every(method.authors)
    )
    return {"phases": phases, "roles": method.roles, "version": version}


def bands_context(words: Words) -> Mapping[str, Any]:
    """The rate bands of the site."""
    rows = []
    for band in words.site.bands:
        limit = words.t.gettext("more")
        if band.up_to:
            limit = words.t.gettext("up to {most} a day").format(
                most=words.t.money(band.up_to, band.currency)
            )
        rows.append((band.label, limit, band.includes))
    return {"bands": tuple(rows)}


def operator_context(words: Words) -> Mapping[str, Any]:
    """Who answers for the site, from site.yml; nothing where nobody is named."""
    t, operator = words.t, words.site.operator
    if operator is None:
        return {"operator": ()}
    rows = (
        (t.gettext("Operator"), operator.name),
        (t.gettext("Legal form"), operator.legal_form),
        (t.gettext("Answers for the data"), operator.answers_for_data),
        (t.gettext("Funding"), operator.funding),
        (t.gettext("Complaints"), operator.complaints),
        (
            t.gettext("Last review"),
            words.day(operator.last_review) if operator.last_review else None,
        ),
    )
    return {"operator": tuple((label, text) for label, text in rows if text)}
