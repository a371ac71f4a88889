"""What a browser needs to know of a profile and an assignment: one file, made by the build.

The forms ask, judge, say and write from it alone; nothing of a field, a limit, a rule or a message
stands in a script.
"""

from sitegen.forms.families import families_text
from sitegen.forms.form import form_of, form_text

__all__ = ["families_text", "form_of", "form_text"]
