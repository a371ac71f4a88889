"""`python -m sitegen.i18n`: what `make messages` writes."""

from __future__ import annotations

import sys

from sitegen.i18n.template import write_template

if __name__ == "__main__":
    write_template(sys.stdout.buffer)
