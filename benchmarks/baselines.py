"""What matching must beat: words alone, labels alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from math import log

from benchmarks.conditions import broken, held_level
from benchmarks.judged import Judged
from sitegen.directory import Person
from sitegen.models import Assignment
from sitegen.terms import fold_words

K1, B = 1.2, 0.75
Rankings = dict[str, list[str]]


class BM25:
    """Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009)."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.terms = {name: Counter(fold_words(text).split()) for name, text in texts.items()}
        self.lengths = {name: terms.total() for name, terms in self.terms.items()}
        self.average = sum(self.lengths.values()) / len(texts)
        self.holders = Counter(term for terms in self.terms.values() for term in terms)

    def scores(self, query: str) -> dict[str, float]:
        """A score for every text."""
        words = Counter(fold_words(query).split())
        return {name: self._score(name, words) for name in self.terms}

    def _score(self, name: str, words: Counter[str]) -> float:
        terms = self.terms[name]
        norm = K1 * (1 - B + B * self.lengths[name] / self.average)
        return sum(
            count * self._idf(word) * terms[word] * (K1 + 1) / (terms[word] + norm)
            for word, count in words.items()
            if word in terms
        )

    def _idf(self, word: str) -> float:
        held = self.holders[word]
        return log(1 + (len(self.terms) - held + 0.5) / (held + 0.5))


def by_words(judged: Judged) -> tuple[Rankings, Rankings]:
    """The brief against whole profile files; a seeker's file against the others'."""
    folder = judged.content / "profiles"
    texts = {slug: (folder / f"{slug}.md").read_text("utf-8") for slug in judged.directory.people}
    index = BM25(texts)
    posted = {slug: judged.directory.postings[slug] for slug in judged.grades}
    assignments = {
        slug: ordered(index.scores(f"{_asked(posting.assignment)} {posting.body}"), slug)
        for slug, posting in posted.items()
    }
    return assignments, {seeker: _others(index, texts, seeker) for seeker in judged.guides}


def by_labels(judged: Judged) -> tuple[Rankings, Rankings]:
    """The share of required and half of desirable skill ids held; passage and topics in common."""
    people = judged.directory.people
    assignments = {}
    for slug in judged.grades:
        asked = judged.directory.postings[slug].assignment.skills
        weights = {need.skill: 0.5 for need in asked.desirable}
        weights |= {need.skill: 1.0 for need in asked.required}
        held = {who: _share(person, weights) for who, person in people.items()}
        assignments[slug] = ordered(held, slug)
    return assignments, {seeker: _guides(people, seeker) for seeker in judged.guides}


def keeping_conditions(judged: Judged, rankings: Rankings) -> Rankings:
    """The same order without those who break a hard condition."""
    return {
        slug: [who for who in ranking if not _is_out(judged, who, slug)]
        for slug, ranking in rankings.items()
    }


def ordered(scores: Mapping[str, float], salt: str) -> list[str]:
    """Whoever has a score, best first; ties by a hash of both ids."""

    def key(who: str) -> tuple[float, str]:
        return -scores[who], sha256(f"{who}\n{salt}".encode()).hexdigest()

    return sorted((who for who, score in scores.items() if score > 0), key=key)


def _is_out(judged: Judged, who: str, slug: str) -> bool:
    directory = judged.directory
    return bool(broken(directory, directory.people[who], directory.postings[slug].assignment))


def _asked(assignment: Assignment) -> str:
    needs = (*assignment.skills.required, *assignment.skills.desirable)
    return " ".join((assignment.title, *(need.skill for need in needs)))


def _share(person: Person, weights: Mapping[str, float]) -> float:
    held = sum(weight for skill, weight in weights.items() if held_level(person, skill))
    return held / sum(weights.values())


def _others(index: BM25, texts: Mapping[str, str], seeker: str) -> list[str]:
    return ordered(index.scores(texts[seeker]) | {seeker: 0.0}, seeker)


def _guides(people: Mapping[str, Person], seeker: str) -> list[str]:
    own = people[seeker].profile
    passages = {t.passage for t in own.transitions if t.state != "through-it"}
    scores = {}
    for who, person in people.items():
        lived = {t.passage for t in person.profile.transitions if t.state == "through-it"}
        offered = set(person.profile.guidance.offers).intersection(own.guidance.seeks)
        shared = 2 * len(lived & passages) + len(offered)
        scores[who] = 0 if who == seeker else shared
    return ordered(scores, seeker)
