"""What the sample says to its readers is easy to read: grade 10 or lower, measured text by text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from sitegen import markup
from sitegen.directory import Directory
from sitegen.vocabulary import Vocabulary
from tests.reading import grade, syllables

HARDEST = 10


def articles(sample: Directory) -> Iterator[tuple[str, tuple[str | None, ...]]]:
    """Every page, story, news and task."""
    for name, listed in sample.articles.items():
        for slug, article in listed.items():
            model: Any = article.model
            said = (getattr(model, "lede", None), model.summary, markup.plain(article.body))
            yield f"{name}/{slug}", said


def terms(vocabulary: Vocabulary) -> Iterator[tuple[str, tuple[str | None, ...]]]:
    """What the vocabulary says of each of its words."""
    for passage in vocabulary.passages.values():
        yield passage.id, (passage.told, passage.summary, *passage.helps.values())
    for topic in vocabulary.topics.values():
        yield topic.id, (topic.question, topic.told)
    for label in vocabulary.labels.values():
        yield label.id, (label.means, label.checked_by)
    lists = (vocabulary.kinds, vocabulary.silos, vocabulary.families)
    for term in (term for listed in lists for term in listed.values()):
        yield term.id, (term.summary,)


def method(vocabulary: Vocabulary) -> Iterator[tuple[str, tuple[str | None, ...]]]:
    """Every phase, and what stands on the page above them."""
    found = vocabulary.method
    for phase in found.phases:
        lists = (phase.questions, phase.artefacts, phase.client_provides, phase.exit)
        yield phase.id, (phase.purpose, *(text for listed in lists for text in listed))
    yield "roles", tuple(role.does for role in found.roles)
    yield "changes", (found.summary, *(change.text for change in found.changes))


def settings(sample: Directory) -> Iterator[tuple[str, tuple[str | None, ...]]]:
    """What site.yml writes on pages."""
    site, operator = sample.site, sample.site.operator
    yield "consent", tuple(site.consent.values())
    yield "bands", tuple(band.includes for band in site.bands)
    if operator:
        yield "operator", (operator.answers_for_data, operator.funding, operator.complaints)


def test_what_is_read_here_is_easy_to_read(sample: Directory) -> None:
    vocabulary = sample.vocabulary
    texts: Mapping[str, Mapping[str, tuple[str | None, ...]]] = {
        "articles": dict(articles(sample)),
        "terms": dict(terms(vocabulary)),
        "method": dict(method(vocabulary)),
        "settings": dict(settings(sample)),
    }
    grades = {
        f"{kind}: {name}": round(grade("\n\n".join(filter(None, said))), 1)
        for kind, found in texts.items()
        for name, said in found.items()
    }
    assert {"articles: pages/home", "articles: news/method-one-point-two"} <= {*grades}
    assert {name: found for name, found in grades.items() if found > HARDEST} == {}


def test_a_hard_text_is_found_hard() -> None:
    hard = (
        "Organisational sustainability necessitates the institutionalisation of accountability "
        "mechanisms, notwithstanding considerations of proportionality and administrative cost."
    )
    assert grade(hard) > 20
    assert grade("The cat sat on the mat. It was warm.") < 1


@pytest.mark.parametrize(
    ("word", "count"),
    [("walked", 1), ("houses", 2), ("table", 2), ("needed", 2), ("idea", 3), ("society", 4),
     ("governance", 3), ("organisation", 5), ("responsibility", 6), ("the", 1), ("being", 2)],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count
