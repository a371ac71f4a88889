"""A crew on a Dask cluster: processes of this machine, or of others. The only user of Dask.

The engine shares out what there is to do, does again what a lost worker had, and gives up what
nobody waits for any more.
"""

from __future__ import annotations

import logging
import re
import tempfile
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from functools import partial

from distributed import Client, KilledWorker, LocalCluster, Security
from distributed.comm.core import CommClosedError
from distributed.utils import silence_logging_cmgr

from sitegen.cluster.versions import Versions, agree, versions_here
from sitegen.errors import SettingsError
from sitegen.messages import phrase
from sitegen.workers import WAITING, Crew, Item, Result, Shared, as_done

LOCAL = "local"
ADDRESS = re.compile(r"(tcp|tls)://([^\s/:\[\]]+|\[[0-9a-fA-F:.]+\]):[0-9]{1,5}")
# Seconds in which a scheduler answers, and then the first worker is there.
PATIENCE = 10
# Who presses Ctrl-C means the build, which then ends its workers: they would only complain.
UNDISTURBED = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"
# How the engine says that it waits for nobody any more.
LOST = (CancelledError, CommClosedError, TimeoutError)
# The program is not made for threads: a worker that has several makes one thing at a time.
_turn = threading.Lock()


@contextmanager
def on_cluster(address: str, jobs: int) -> Iterator[Crew]:
    """A crew on the cluster whose scheduler has that address; it is left in the end.

    `local` starts a cluster of so many processes on this machine, and ends it. Raises SettingsError
    S046 for what is no address, S047 where no scheduler or no worker is there, S048 where a worker
    would not make the same bytes.
    """
    if address != LOCAL and not ADDRESS.fullmatch(address):
        raise SettingsError("S046", value=address)
    if address.startswith("tls") and not Security().get_connection_args("client")["ssl_context"]:
        detail = phrase("it wants certificates, and Dask is told of none here")
        raise SettingsError("S047", value=address, detail=detail)
    with ExitStack() as stack:
        # What it says of a lost scheduler or worker is said below, in words. What was under way in
        # its loop when somebody presses Ctrl-C would say so in tracebacks.
        stack.enter_context(silence_logging_cmgr(logging.CRITICAL))
        loop = logging.getLogger("asyncio")
        stack.callback(loop.setLevel, loop.level)
        loop.setLevel(logging.CRITICAL)
        try:
            where = stack.enter_context(of_this_machine(jobs)) if address == LOCAL else address
            client = stack.enter_context(_client_of(where))
            client.wait_for_workers(1, timeout=PATIENCE)
            answers = client.run(agree, versions_here(), on_error="return")
        except (OSError, RuntimeError) as error:
            raise SettingsError("S047", value=address, detail=str(error)) from error
        for worker, failure in sorted(answers.items()):
            if isinstance(failure, SettingsError):
                raise failure
            if failure:
                raise SettingsError("S048", value=worker, detail=str(failure))
        yield Cluster(client)


class _Greeted(Client):
    """One that is closed, as after any failure, where the first word it hears is no greeting.

    Dask takes for granted that it is; a scheduler that tells all its clients something at that
    moment may say that first.
    """

    async def _ensure_connected(self, timeout: float | None = None) -> None:
        try:
            await super()._ensure_connected(timeout)  # type: ignore[no-untyped-call]  # of Dask
        except AssertionError as error:
            raise CommClosedError(phrase("it said something else before its greeting")) from error


def _client_of(where: str | LocalCluster) -> Client:
    join = partial(_Greeted, where, timeout=PATIENCE, set_as_default=False)
    try:
        return join()
    except CommClosedError:
        return join()


class Cluster:
    """The workers of a cluster, each of which gets what is shared once."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def each(
        self, call: Callable[[Shared, Item], Result], shared: Shared, items: Iterable[Item]
    ) -> Generator[tuple[Item, Result], None, None]:
        """Give each item with what comes of it, whatever is done first.

        Raises SettingsError S049 when the cluster cannot do it.
        """
        executor = self._client.get_executor(pure=False)
        try:
            (given,) = self._client.scatter([shared], broadcast=True, hash=False)
            yield from as_done(
                lambda item: executor.submit(_work, versions_here(), call, given, item),
                items,
                WAITING * len(self._client.nthreads()),
            )
        except KilledWorker as error:
            detail = phrase("each worker that began a certain piece of the work was lost over it")
            raise SettingsError("S049", detail=detail) from error
        except LOST as error:
            detail = phrase("it was ended, or lost every worker at a time")
            raise SettingsError("S049", detail=detail) from error
        finally:
            executor.shutdown(wait=False)


def _work(
    asked: Versions, call: Callable[[Shared, Item], Result], shared: Shared, item: Item
) -> Result:
    # A worker may have come after the first question.
    agree(asked)
    with _turn:
        return call(shared, item)


@contextmanager
def of_this_machine(jobs: int) -> Iterator[LocalCluster]:
    """A cluster of so many processes, which nobody reaches from outside and nothing is left of."""
    with (
        tempfile.TemporaryDirectory(prefix="sitegen-") as folder,
        LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            # No page about it; port 0 is any that is free.
            dashboard_address="127.0.0.1:0",
            scheduler_kwargs={"dashboard": False},
            local_directory=folder,
            preload=UNDISTURBED,
            silence_logs=logging.CRITICAL,
        ) as cluster,
    ):
        yield cluster
