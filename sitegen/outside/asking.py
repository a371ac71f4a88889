"""Asks servers whether a page is there: HEAD, then GET where that is no answer; reads no page.

The addresses come from strangers, so whoever runs this must not become their hand inside a network
of its own: a name is looked up once, and only an address that is public is connected to, the very
one that was judged. Each redirect is judged in the same way.
"""

from __future__ import annotations

import asyncio
import ssl
from asyncio import StreamReader, StreamWriter
from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from http.client import HTTPException, parse_headers
from io import BytesIO
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from socket import EAI_AGAIN, SOCK_STREAM, gaierror
from urllib.parse import quote, urljoin, urlsplit

from sitegen import __version__
from sitegen.messages import phrase
from sitegen.models.fields import is_public_url
from sitegen.urls import with_plain_host

AT_ONCE = 6
SECONDS = 10
REDIRECTS = 5
HTTPS_PORT = 443
# There, but not for programs: a page behind a door, a server that knows no HEAD, too many visits.
ANSWERS_ALL_THE_SAME = frozenset((401, 403, 405, 406, 429, 451))
# Where public addresses are, and where a network shows those of the older kind (RFC 6052).
_GLOBAL, _TRANSLATED = IPv6Network("2000::/3"), IPv6Network("64:ff9b::/96")
_SIGNS = "%/:=&?~+!$,;'@()*[]"


class Answer(StrEnum):
    """Why a link leads to nothing; in words, for the reader."""

    GONE = phrase("there is no such page (404 or 410)")
    REFUSED = phrase("the server answers with an error")
    UNKNOWN = phrase("there is no server of that name")
    UNREACHABLE = phrase("the server cannot be reached")
    SLOW = phrase("there is no answer within ten seconds")
    CERTIFICATE = phrase("the server's certificate is not valid")
    UNCLEAR = phrase("the answer is not one of a web server")
    NOT_PUBLIC = phrase("the name leads to an address that is not public")
    AWAY = phrase("it leads on to something that is not a public https address")
    ROUND = phrase("it leads on and on")


class _PrivateError(Exception):
    """A name that leads into somebody's own network."""


async def ask_all(urls: Iterable[str]) -> Mapping[str, Answer | None]:
    """For each URL why it leads to nothing, or None; few at a time, one at a time of a host."""
    few = asyncio.Semaphore(AT_ONCE)
    alone: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def one(url: str) -> tuple[str, Answer | None]:
        async with alone[urlsplit(url).netloc], few:
            return url, await _asked(url)

    return dict(await asyncio.gather(*map(one, urls)))


async def _asked(url: str) -> Answer | None:
    try:
        async with asyncio.timeout(SECONDS):
            return await _followed(url)
    except (OSError, ValueError, EOFError, HTTPException, _PrivateError) as error:
        return _failure(error)


def _failure(error: Exception) -> Answer:
    """What went wrong on the way; the first that fits, since some are kinds of others."""
    if isinstance(error, gaierror):
        return Answer.UNREACHABLE if error.errno == EAI_AGAIN else Answer.UNKNOWN
    kinds: tuple[tuple[type[Exception], Answer], ...] = (
        (TimeoutError, Answer.SLOW),
        (_PrivateError, Answer.NOT_PUBLIC),
        (ssl.SSLCertVerificationError, Answer.CERTIFICATE),
        (OSError, Answer.UNREACHABLE),
    )
    return next((answer for kind, answer in kinds if isinstance(error, kind)), Answer.UNCLEAR)


async def _followed(url: str) -> Answer | None:
    for _ in range(REDIRECTS + 1):
        status, onward = await _status("HEAD", url)
        if status >= 400:
            status, onward = await _status("GET", url)
        if not (300 <= status < 400 and onward):
            return _judged(status)
        url = with_plain_host(urljoin(url, onward))
        if not is_public_url(url):
            return Answer.AWAY
    return Answer.ROUND


def _judged(status: int) -> Answer | None:
    if status in (404, 410):
        return Answer.GONE
    if status < 400 or status in ANSWERS_ALL_THE_SAME:
        return None
    return Answer.REFUSED


async def _status(method: str, url: str) -> tuple[int, str]:
    """Status and Location of one answer, of which nothing but the head is read."""
    parts = urlsplit(url)
    path = quote(parts.path or "/", _SIGNS) + (f"?{quote(parts.query, _SIGNS)}" * bool(parts.query))
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: {parts.hostname}\r\nAccept: */*\r\n"
        f"User-Agent: sitegen/{__version__} (asks whether links still work)\r\n"
        "Connection: close\r\n\r\n"
    )
    reader, writer = await connection(parts.hostname or "")
    try:
        writer.write(head.encode("ascii"))
        while True:
            line, _, rest = (await _head_of(reader)).partition(b"\r\n")
            version, status = line.split()[:2]
            if not version.startswith(b"HTTP/1."):
                raise ValueError(line)
            if not status.startswith(b"1"):
                return int(status), parse_headers(BytesIO(rest)).get("Location", "")
    finally:
        writer.close()


async def _head_of(reader: StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except asyncio.LimitOverrunError as error:
        raise ValueError("a head without end") from error


async def connection(host: str) -> tuple[StreamReader, StreamWriter]:
    """Open TLS to a public address of a host, the older kind of address first.

    Raises _PrivateError where there is none, and OSError.
    """
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, HTTPS_PORT, type=SOCK_STREAM)
    public = sorted({str(at[0]) for *_, at in found if is_public(str(at[0]))}, key=_older_first)
    if not public:
        raise _PrivateError(host)
    context = ssl.create_default_context()
    failure: OSError = ConnectionError(host)
    for address in public:
        try:
            return await asyncio.open_connection(
                address, HTTPS_PORT, ssl=context, server_hostname=host
            )
        except ssl.SSLError:
            raise
        except OSError as error:
            failure = error
    raise failure


def _older_first(address: str) -> tuple[bool, str]:
    return ":" in address, address


def is_public(address: str) -> bool:
    """Tell whether everybody on the internet reaches the same machine at this address."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        if found in _TRANSLATED:
            found = IPv4Address(int(found) & 0xFFFFFFFF)
        elif found not in _GLOBAL or found.sixtofour or found.teredo:
            return False
    return found.is_global and not found.is_multicast
