"""`sitegen build --output s3://BUCKET/PREFIX`: a site in object storage.

It is built into a folder that is thrown away, and what differs is sent from there: first what
others lead to, then pages, then what begins the search, then the list of the site; what the site no
longer has goes last. See docs/decisions/0024-object-storage.md.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.build import build
from sitegen.errors import SettingsError
from sitegen.manifest import MANIFEST, read_manifest
from sitegen.order import Order, Report
from sitegen.progress import Progress
from sitegen.storage.bucket import Bucket, each
from sitegen.storage.changes import JOURNAL, Journal, changes, read_journal
from sitegen.write import MARKER


@dataclass(frozen=True, slots=True)
class Uploaded:
    """How many files were sent and deleted, besides the list and the journal; `total` are all."""

    sent: int
    deleted: int
    total: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What lies in the storage: the list of the site as it stands there, and the journal."""

    listed: bytes | None
    journal: bytes | None


def build_into(address: str, order: Order, progress: Progress) -> tuple[Report, Uploaded]:
    """Build the site, whatever folder `order` names, and bring it to the storage.

    Raises ContentError or SettingsError; before the site is built in full nothing is written.
    """
    bucket = Bucket(address)
    standing = standing_in(bucket)
    try:
        beside = tempfile.TemporaryDirectory(prefix="sitegen-build-")
    except OSError as error:
        raise SettingsError("S003", path="TMPDIR", detail=str(error.strerror)) from error
    with beside as folder:
        site = Path(folder) / "site"
        report = build(replace(order, output=site), progress)
        return report, upload(site, bucket, standing, progress)


def standing_in(bucket: Bucket) -> Standing:
    """Look what is there. Raises SettingsError S002 for files that sitegen did not write."""
    listed, journal = bucket.read(MANIFEST), bucket.read(JOURNAL)
    try:
        if listed is not None and MARKER not in read_manifest(listed).sums:
            raise ValueError(MANIFEST)
        if journal is not None:
            read_journal(journal)
    except ValueError as error:
        raise SettingsError("S002", path=bucket.address) from error
    if listed is None and journal is None and not bucket.is_empty():
        raise SettingsError("S002", path=bucket.address)
    return Standing(listed, journal)


def upload(
    site: Path, bucket: Bucket, standing: Standing, progress: Progress | None = None
) -> Uploaded:
    """Make the storage hold the built site in the folder `site`. Raises SettingsError S045.

    Ended at any moment, it leaves the old site or the new one, and the next upload ends it.
    """
    listed = (site / MANIFEST).read_bytes()
    new = read_manifest(listed).sums
    old = read_manifest(standing.listed or b"").sums
    before = read_journal(standing.journal) if standing.journal else Journal()
    found = changes(old, before, new)
    sent = sum(map(len, found.sends))

    def send(path: str) -> None:
        bucket.send(path, (site / path).read_bytes())

    with (progress or Progress()).stage("upload", sent):
        if sent or found.deletes:
            bucket.send(JOURNAL, found.begun.text())
        for round_ in found.sends:
            each(send, round_)
        if listed != standing.listed:
            bucket.send(MANIFEST, listed)
        each(bucket.delete, found.deletes)
        if sent or found.deletes or found.ended != before:
            bucket.send(JOURNAL, found.ended.text())
    return Uploaded(sent, len(found.deletes), len(new))
