"""What work costs: bands of day rates, what is usual for each kind of engagement, lower fees.

No figure of a person is among them, and none is ever published.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from sitegen.models.fields import Content, Currency, Day, KindId, Rate, Slug
from sitegen.models.kind import text, whole


class Band(Content):
    """A band of day rates, `up_to` whole units, with what is included."""

    id: Slug
    """Its id"""
    label: Annotated[str, text(60)]
    """What it is called"""
    up_to: Annotated[int, whole(1, 1_000_000)] | None = None
    """The highest day rate in it; the last band has none"""
    currency: Currency
    """In which currency"""
    includes: Annotated[str, text(300)]
    """What a day holds"""


class Price(Content):
    """What is usual for a kind of engagement: how it is charged, in which bands, and for what."""

    kind: KindId
    """The kind, by its id in the list of kinds"""
    charged: Annotated[str, text(120)]
    """By what it is charged: the day, the month, the whole"""
    bands: tuple[Slug, ...] = ()
    """The usual bands, by their ids; left out where none is usual"""
    includes: Annotated[str, text(300)]
    """What a client gets for it"""


class ReducedFees(Content):
    """The terms of work that is pro bono or costs less than it otherwise would."""

    for_whom: Annotated[str, text(500)]
    """For whom work is pro bono, and for whom it costs less"""
    asked_for: Annotated[str, text(500)]
    """How it is asked for, and who decides"""
    difference: Annotated[str, text(500)]
    """Who pays the difference"""


class Currencies(Content):
    """How many units of each currency one unit of `base` bought on a day."""

    on: Day
    """The day of the rates"""
    base: Currency
    """The currency whose unit is 1"""
    rates: Mapping[Currency, Rate]
    """How many units of each currency one unit of the base bought"""

    def convert(self, amount: int, source: str, target: str) -> Decimal | None:
        """The amount in another currency, or None where the table has no rate."""
        rates = {**self.rates, self.base: Decimal(1)}
        if source not in rates or target not in rates:
            return Decimal(amount) if source == target else None
        return Decimal(amount) * rates[target] / rates[source]
