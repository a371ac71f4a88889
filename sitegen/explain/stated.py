"""What a file states, of what stands in it."""

from __future__ import annotations

from typing import Any

from sitegen.explain.models import inner_models
from sitegen.models.fields import Content


def stated(node: Any, model: type[Content] | None) -> Any:
    """Leave out the fields with nothing behind them: they are as good as absent.

    Only fields that the model knows: a misspelt one, or an empty entry of a list, is kept and
    refused.
    """
    if isinstance(node, str):
        return node
    if isinstance(node, list):
        return [stated(value, model) for value in node]
    if not isinstance(node, dict):
        return node
    inner = inner_models(model) if model else {}
    return {
        key: value if isinstance(value, str) else stated(value, inner.get(key))
        for key, value in node.items()
        if value != "" or key not in inner
    }
