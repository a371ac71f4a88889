"""A site in memory → HTTP, for this machine's own browser."""

from __future__ import annotations

import os
import socket
import socketserver
import sys
import threading
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from sitegen.i18n import Translator
from sitegen.serve_page import EVENTS, Answer, Finding, Shown, answer, unmade

HEARTBEAT = 10.0  # seconds between signs of life on an open connection


class Stage:
    """Holds what is shown and wakes those who wait for the next epoch."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._closed = False
        self.shown = Shown()

    def show(self, files: Mapping[str, bytes]) -> None:
        """Show a site."""
        self._next(files, ())

    def fail(
        self, findings: tuple[Finding, ...], instead: Mapping[str, bytes] | None = None
    ) -> None:
        """Show what is wrong; the site shown before stays, or another in its place."""
        self._next(self.shown.files if instead is None else instead, findings)

    def _next(self, files: Mapping[str, bytes], findings: tuple[Finding, ...]) -> None:
        with self._changed:
            if files is not self.shown.files or findings != self.shown.findings:
                self.shown = Shown(self.shown.epoch + 1, files, findings)
                self._changed.notify_all()

    def close(self) -> None:
        """Let everybody who waits go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> int | None:
        """The epoch once it is not `seen`, or after `seconds`; None when closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self.shown.epoch != seen, seconds)
            return None if self._closed else self.shown.epoch


class SiteServer(ThreadingHTTPServer):
    """Listens on one address of this machine. Raises OSError when it cannot."""

    # Elsewhere the two let a second server take a port that is in use.
    allow_reuse_address = os.name == "posix"
    allow_reuse_port = False
    daemon_threads = True

    def __init__(self, host: str, port: int) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.host = host
        self.stage = Stage()
        super().__init__((host, port), Handler)

    def server_bind(self) -> None:
        """Bind, without asking the DNS for our name as the base class does."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.host, self.server_address[1]

    @property
    def url(self) -> str:
        """Where the site stands."""
        return f"http://{_bracketed(self.host)}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD, and refuses requests that were meant for another name."""

    server: SiteServer
    server_version = "sitegen"
    sys_version = ""
    timeout = 10

    def do_GET(self) -> None:
        """Send headers and body."""
        self._respond(with_body=True)

    def do_HEAD(self) -> None:
        """Send the headers that GET would send."""
        self._respond(with_body=False)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the terminal for builds and problems."""

    def _respond(self, *, with_body: bool) -> None:
        if not self._is_for_us():
            words = Translator().gettext("This server does not answer to that name.")
            self._send(Answer(HTTPStatus.MISDIRECTED_REQUEST, body=words.encode()), with_body)
        elif self.path == EVENTS:
            self._events(with_body)
        else:
            self._send(self._answer(self.server.stage.shown), with_body)

    def _answer(self, shown: Shown) -> Answer:
        try:
            return answer(shown, self.path)
        except Exception:  # noqa: BLE001  # a template being edited; whoever watches says which
            return unmade(shown)

    def _is_for_us(self) -> bool:
        """Another name that leads to this machine is how DNS rebinding reads a local server."""
        names = {self.server.host, "localhost", "127.0.0.1", self.connection.getsockname()[0]}
        port = self.server.server_port
        allowed = {form for n in map(_bracketed, names) for form in (n, f"{n}:{port}")}
        asked = self.headers.get_all("Host", [])
        return len(asked) == 1 and asked[0].lower() in allowed

    def _head(self, status: HTTPStatus, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")

    def _send(self, found: Answer, with_body: bool) -> None:
        self._head(found.status, found.type)
        self.send_header("Content-Length", str(len(found.body)))
        if found.location:
            self.send_header("Location", found.location)
        self.end_headers()
        if with_body:
            self.wfile.write(found.body)

    def _events(self, with_body: bool) -> None:
        """The epoch now and whenever it grows; the comments between find dead connections."""
        self._head(HTTPStatus.OK, "text/event-stream")
        self.end_headers()
        seen = -1
        while with_body and (epoch := self.server.stage.wait(seen, HEARTBEAT)) is not None:
            self.wfile.write(b":\n\n" if epoch == seen else f"data: {epoch}\n\n".encode())
            seen = epoch
