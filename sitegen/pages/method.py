"""The shared way of working: its page, one for each phase, and what finished work taught it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from sitegen import urls
from sitegen.models.terms import Phase, Role
from sitegen.pages.page import Page
from sitegen.urls import METHOD, RESULTS
from sitegen.views.outcome import told
from sitegen.views.words import Named, Words


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A phase of the method in words, with its roles and what each of them does."""

    id: str
    label: str
    url: str | None
    number: int
    hours: str
    purpose: str
    questions: tuple[str, ...]
    artefacts: tuple[str, ...]
    client_provides: tuple[str, ...]
    exit: tuple[str, ...]
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a phase taught in a finished assignment, and where that stands among the results."""

    text: str
    assignment: Named


def phase_views(words: Words) -> tuple[PhaseView, ...]:
    """The phases in their order."""
    method = words.vocabulary.method
    return tuple(_phase(phase, n, words) for n, phase in enumerate(method.phases, 1))


def _phase(phase: Phase, number: int, words: Words) -> PhaseView:
    form = words.t.gettext("{least} to {most} hours")
    return PhaseView(
        phase.id,
        phase.label,
        words.phase(phase.id).url,
        number,
        form.format(least=phase.hours.min, most=phase.hours.max),
        phase.purpose,
        phase.questions,
        phase.artefacts,
        phase.client_provides,
        phase.exit,
        tuple(role for role in words.vocabulary.method.roles if role.id in phase.roles),
    )


def method_context(words: Words) -> Mapping[str, Any]:
    """What the page of the method tells besides its text."""
    t, method = words.t, words.vocabulary.method
    version = t.gettext("Version {version}, by {authors}.").format(
        version=method.version, authors=t.every(method.authors)
    )
    changes = tuple((c.version, words.day(c.on), c.by, c.text) for c in method.changes)
    return {
        "phases": phase_views(words),
        "roles": method.roles,
        "version": version,
        "changes": changes,
    }


def lessons(phase: str, words: Words) -> tuple[Lesson, ...]:
    """What finished assignments taught about a phase, the latest first."""
    return tuple(
        Lesson(item.text, Named(posting.assignment.title, _place(posting.slug, words)))
        for posting in told(words.directory)
        if posting.assignment.outcome
        for item in posting.assignment.outcome.learned
        if item.phase == phase
    )


def _place(slug: str, words: Words) -> str:
    return f"{words.link(RESULTS)}#{slug}"


def phase_pages(words: Words) -> Iterator[Page]:
    """A page for each phase, once there is a page of the method above them."""
    if METHOD not in words.pages:
        return
    t, phases = words.t, phase_views(words)
    parent = Named(t.gettext("The method"), words.link(METHOD))

    def context(phase: PhaseView) -> Mapping[str, Any]:
        step = t.gettext("phase {n} of {all}").format(n=phase.number, all=len(phases))
        found = lessons(phase.id, words)
        return {"parent": parent, "step": step, "phase": phase, "lessons": found}

    def onward(phase: PhaseView) -> tuple[Named, ...]:
        return tuple(
            Named(t.gettext("Next phase: {label}").format(label=after.label), after.url)
            for after in phases[phase.number : phase.number + 1]
        )

    for phase in phases:
        yield Page(
            urls.phase(phase.id),
            "pages/phase.html",
            phase.label,
            phase.purpose[:200],
            METHOD,
            lede=phase.purpose,
            context=partial(context, phase),
            onward=partial(onward, phase),
        )
