"""Words and formats in the reader's language. The only user of babel.

Everything the program or the site says is an English message id. A locale is one file
`locales/LOCALE.po`; English needs none. `python -m sitegen.i18n` prints the template of all
message ids (`make messages`).
"""

from sitegen.i18n.codes import (
    CEFR,
    countries,
    currencies,
    is_locale,
    languages,
    names_of,
    older_codes,
    time_zones,
    zones_of,
)
from sitegen.i18n.translator import SENTENCES, Translator

__all__ = [
    "CEFR",
    "SENTENCES",
    "Translator",
    "countries",
    "currencies",
    "is_locale",
    "languages",
    "names_of",
    "older_codes",
    "time_zones",
    "zones_of",
]
