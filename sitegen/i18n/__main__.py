"""`python -m sitegen.i18n`: the template of all message ids."""

import sys

from sitegen.i18n import write_template

write_template(sys.stdout.buffer)
