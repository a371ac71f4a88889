"""One piece of a source → one model, or its problems."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from sitegen.errors import Problem
from sitegen.explain import Explainer
from sitegen.explain.echoes import without_echoes
from sitegen.explain.stated import stated
from sitegen.frontmatter import Loc, Source
from sitegen.models.fields import Content, Known
from sitegen.vocabulary import Vocabulary

ModelT = TypeVar("ModelT", bound=Content)
# Of one file or row: each takes a search for the nearest right value, and nobody mends more.
MOST_ERRORS = 100


def parse(
    model: type[ModelT],
    source: Source,
    data: Any,
    vocabulary: Vocabulary | None,
    base: Loc = (),
) -> tuple[ModelT | None, list[Problem]]:
    """One model from one piece of a source, or its first MOST_ERRORS problems."""
    context: Known | None = vocabulary.known if vocabulary else None
    try:
        return model.model_validate(stated(data, model), context=context), []
    except ValidationError as error:
        explain = Explainer(model, source, vocabulary, base)
        found = error.errors(include_url=False)[:MOST_ERRORS]
        return None, without_echoes([explain(e) for e in found])
