"""A person leaves: what is removed, what is changed, what nobody can call back."""

from sitegen.forget.planned import Forgetting, forgetting
from sitegen.forget.words import told, what_stays

__all__ = ["Forgetting", "forgetting", "told", "what_stays"]
