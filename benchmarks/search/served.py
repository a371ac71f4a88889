"""Folders over HTTP, compressed as a host would, with a book of what was sent."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

# What most hosts use; what would only grow by it is sent as it is.
LEVEL = 6


def sent(path: Path) -> tuple[bytes, bool]:
    """A file as it is sent, and whether that is compressed."""
    raw = path.read_bytes()
    smaller = gzip.compress(raw, LEVEL, mtime=0)
    return (smaller, True) if len(smaller) < len(raw) else (raw, False)


class Book:
    """What was sent since somebody looked last: bytes by path, headers apart."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._sizes: dict[str, int] = {}
        self._lock = threading.Lock()

    def note(self, path: str, size: int) -> None:
        """Count an answer; a file that is sent twice counts twice."""
        with self._lock:
            self._sizes[path] = self._sizes.get(path, 0) + size

    def taken(self) -> dict[str, int]:
        """Bytes by path, and a new page of the book."""
        with self._lock:
            found, self._sizes = self._sizes, {}
        return found


@contextmanager
def serving(folders: Mapping[str, Path]) -> Iterator[Book]:
    """Serve each folder below its prefix, such as `/` or `/pagefind/`; the longest prefix wins."""

    remembered = cache(sent)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # the name http.server asks for
            path = self.path.partition("?")[0]
            prefix = max((p for p in folders if path.startswith(p)), key=len)
            file = folders[prefix] / path.removeprefix(prefix)
            file = file / "index.html" if path.endswith("/") else file
            if not file.is_file():
                self.send_error(404)
                return
            body, compressed = remembered(file)
            book.note(path, len(body))
            self.send_response(200)
            self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "text/html")
            if compressed:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=3600")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    book = Book(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield book
    finally:
        server.shutdown()
        server.server_close()
