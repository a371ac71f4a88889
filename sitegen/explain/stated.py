"""What a file states, of what stands in it."""

from __future__ import annotations

from typing import Any

from sitegen.explain.models import fields_of, inner_model
from sitegen.models.fields import Content


def stated(node: Any, model: type[Content] | None) -> Any:
    """Leave out the fields with nothing behind them: they are as good as absent.

    Only fields that the model knows: a misspelt one, or an empty entry of a list, is kept and
    refused.
    """
    if isinstance(node, list):
        return [stated(value, model) for value in node]
    if not isinstance(node, dict):
        return node
    fields = fields_of(model) if model else {}
    return {
        key: stated(value, inner_model(fields.get(key)))
        for key, value in node.items()
        if value != "" or key not in fields
    }
