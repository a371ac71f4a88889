"""A place in object storage. The only user of fsspec.

Keys and the address of the server come from the environment alone, and no message repeats what a
server or a library says: only words of our own, and codes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from sitegen.errors import SettingsError
from sitegen.messages import phrase
from sitegen.storage.headers import headers

Item = TypeVar("Item")
# As many connections as botocore keeps open.
AT_ONCE = 10
# No user name, no query: whatever could be a key has no place in an address. `memory` is for tests.
_ADDRESS = re.compile(r"(?P<protocol>s3|memory)://(?P<root>\w[\w.-]*(?:/\w[\w.-]*)*)/?", re.ASCII)
_CODE = re.compile(r"[A-Za-z0-9]{1,60}")
# What servers and botocore call it.
_REASONS = {
    "NoSuchBucket": phrase("there is no such bucket"),
    "NoCredentialsError": phrase("no keys for it are set in the environment"),
    "PartialCredentialsError": phrase("one of the keys for it is missing in the environment"),
    "ProfileNotFound": phrase("there is no profile of the name that is set in the environment"),
    "ValueError": phrase("what is set as the address of its server is none"),
    "EndpointConnectionError": phrase("its server cannot be reached"),
    "ConnectTimeoutError": phrase("its server cannot be reached"),
    "HTTPClientError": phrase("its server cannot be reached"),
    "InvalidAccessKeyId": phrase("its server does not know the keys that are set"),
    "SignatureDoesNotMatch": phrase("its server does not know the keys that are set"),
    "AccessDenied": phrase("the keys that are set do not allow it"),
}


class Bucket:
    """The files below one address, by path. Every method raises SettingsError S045."""

    def __init__(self, address: str) -> None:
        """Raises SettingsError S044 for what is no address, S043 where packages are missing."""
        found = _ADDRESS.fullmatch(address)
        if not found:
            raise SettingsError("S044")
        self.address = address.rstrip("/")
        self._root = found["root"]
        try:
            import fsspec
            from botocore.exceptions import BotoCoreError

            # Nothing remembered from another place or a minute ago; one request for each file.
            self._files = fsspec.filesystem(
                found["protocol"],
                skip_instance_cache=True,
                use_listings_cache=False,
                max_concurrency=1,
            )
        except ImportError as error:
            raise SettingsError("S043", path=self.address) from error
        self._failures = (OSError, BotoCoreError, ValueError)

    def is_empty(self) -> bool:
        """Tell whether nothing lies there; a folder that a console has made is nothing."""
        with self._in_words():
            try:
                names = self._files.ls(self._root, detail=False)
            except FileNotFoundError as error:
                if _code(error) == "NoSuchBucket":
                    raise
                return True
        return all(name.strip("/") == self._root for name in names)

    def read(self, path: str) -> bytes | None:
        """What a file holds, None where there is none."""
        with self._in_words():
            try:
                return bytes(self._files.cat_file(f"{self._root}/{path}"))
            except FileNotFoundError as error:
                if _code(error) == "NoSuchBucket":
                    raise
                return None

    def send(self, path: str, raw: bytes) -> None:
        """Write a file, whole or not at all, with its headers."""
        said = headers(path)
        with self._in_words():
            self._files.pipe_file(
                f"{self._root}/{path}",
                raw,
                ContentType=said.content_type,
                CacheControl=said.cache_control,
            )

    def delete(self, path: str) -> None:
        """Take a file away; it may be gone already."""
        with self._in_words():
            try:
                self._files.rm_file(f"{self._root}/{path}")
            except FileNotFoundError:
                return

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except self._failures as error:
            detail = _REASONS.get(_code(error), _code(error))
            raise SettingsError("S045", path=self.address, detail=detail) from error


def each(do: Callable[[Item], object], items: Iterable[Item]) -> None:
    """Do it for each, few at a time; after a failure no other is begun, and it is raised."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        futures = [pool.submit(do, item) for item in items]
        try:
            for future in futures:
                future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _code(error: BaseException) -> str:
    """What a server answered, else the kind of failure."""
    for one in (error, error.__cause__):
        response = getattr(one, "response", None)
        if isinstance(response, dict):
            code = str(response.get("Error", {}).get("Code", ""))
            if _CODE.fullmatch(code):
                return code
    return type(error).__name__
