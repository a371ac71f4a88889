"""pydantic's error → Problem: what was found, at its true place, with what to write instead."""

from sitegen.explain.explainer import Explainer
from sitegen.explain.models import fields_of, inner_model, model_at

__all__ = ["Explainer", "fields_of", "inner_model", "model_at"]
