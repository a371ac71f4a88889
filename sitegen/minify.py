"""JavaScript without comments and blanks: the program that was written, in fewer bytes.

rjsmin reads no grammar. It breaks a template inside a template, a regular expression with blanks
after an arrow or a word, and a private field after one that ends without a semicolon;
tests/test_minify.py compares what V8 makes of every module before and after.
"""

from __future__ import annotations

from rjsmin import jsmin


def script(source: str) -> str:
    """The same script or module, minified; licence comments have to be kept by the caller."""
    return f"{jsmin(source)}\n"
