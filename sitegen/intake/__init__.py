"""Every door ends here: a form, a mail → one file, in the one form, or an answer in plain words."""

from sitegen.intake.lines import LIMIT
from sitegen.intake.report import outputs, report
from sitegen.intake.run import Order, taken_in

__all__ = ["LIMIT", "Order", "outputs", "report", "taken_in"]
