"""pydantic's error → Problem: what was found, at its true place, with what to write instead."""

from sitegen.explain.explainer import Explainer
from sitegen.explain.models import fields_of, inner_model, inner_models, model_at, required_of

__all__ = ["Explainer", "fields_of", "inner_model", "inner_models", "model_at", "required_of"]
