"""Free words → the terms of the vocabulary that somebody probably means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sitegen.models.terms import Term
from sitegen.terms import fold_words
from sitegen.vocabulary import Vocabulary

MOST = 6
# Words that say nothing about what somebody can do.
_SMALL = frozenset(
    ("a", "an", "and", "at", "for", "in", "my", "of", "on", "or", "the", "to", "with")
)


def named(vocabulary: Vocabulary, kind: str, said: str) -> Term | None:
    """The term that is called just so, by its id, its label or an alias."""
    words = fold_words(said)
    return next(
        (
            term
            for term in vocabulary.terms(kind).values()
            if words in map(fold_words, _names(term))
        ),
        None,
    )


def meant(vocabulary: Vocabulary, kind: str, said: str) -> Sequence[Term]:
    """Terms of a kind that are near, the likeliest first, at most six.

    First what is spelt like it, then what shares its words, whole or begun ("cooperat").
    """
    terms = vocabulary.terms(kind)
    near = vocabulary.suggest(kind, said)
    words = [word for word in fold_words(said).split() if word not in _SMALL]
    scores = _scores(terms, words)
    shared = sorted((name for name in scores if name not in near), key=lambda name: -scores[name])
    return [terms[name] for name in (*near, *shared)][:MOST]


def _names(term: Term) -> list[str]:
    """Everything that a term is called."""
    return [term.id, term.label, *(name for names in term.aliases.values() for name in names)]


def _scores(terms: Mapping[str, Term], words: Sequence[str]) -> Mapping[str, float]:
    """How much of what was said each term shares; those that share nothing are left out."""
    found = {}
    for name, term in terms.items():
        best = max(_share(words, fold_words(each).split()) for each in _names(term))
        if best > 0:
            found[name] = best
    return found


def _share(said: Sequence[str], name: Sequence[str]) -> float:
    """The part of the words said that the name has, and, less weighty, of the name's that were."""
    hits = sum(any(_alike(word, other) for other in name) for word in said)
    return hits / len(said) + hits / len(name) / 10 if hits else 0


def _alike(word: str, other: str) -> bool:
    return word == other or (min(len(word), len(other)) > 4 and word[:5] == other[:5])
