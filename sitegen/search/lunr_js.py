"""lunr.js as it is served: from the pinned `properdocs`, proved by its SHA-256, minified."""

from __future__ import annotations

import hashlib
from importlib import resources

from sitegen.errors import SettingsError
from sitegen.minify import script

PACKAGE = "properdocs"
PATH = "contrib/search/templates/search/lunr.js"
SHA256 = "c1a28d9e95163292fbcc07ff794f1f0e1ade8741c513afe96d5b1046a18110bc"

LICENCE = """\
lunr - https://lunrjs.com - A bit like Solr, but much smaller and not as bright - 2.3.9
Copyright (C) 2020 Oliver Nightingale

Permission is hereby granted, free of charge, to any person obtaining a copy of this software
and associated documentation files (the "Software"), to deal in the Software without
restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING
BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def lunr_js() -> bytes:
    """Minified lunr.js below its licence header. Raises SettingsError S006."""
    try:
        raw = (resources.files(PACKAGE) / PATH).read_bytes()
    except (ModuleNotFoundError, FileNotFoundError) as error:
        raise SettingsError("S006", detail=str(error)) from error
    found = hashlib.sha256(raw).hexdigest()
    if found != SHA256:
        raise SettingsError("S006", detail=f"SHA-256 {found}")
    source = raw.decode()
    header = source[: source.index("*/") + 2]
    return f"{header}\n{script(source)}".encode()
