"""Keeping a register safe, and up to date with the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from vanthu.api.people import document_named
from vanthu.api.works import work_of
from vanthu.assembly import Assembly
from vanthu.engine import rereading
from vanthu.engine.rereading import Reread
from vanthu.reading.keeping import keeper
from vanthu.register import Register, keeping
from vanthu.register.keeping import Expunged, Fault, Manifest
from vanthu.register.people.clearing import cleared
from vanthu.register.rereading import Original, originals, outdated, read_since
from vanthu.rulebook.load import load_rulebook
from vanthu.settings import load_settings


def backup(register: Register, folder: Path | str, *, now: datetime | None = None) -> Path:
    """Copy a register that others may be writing to into a new folder under `folder`: one file, and what it holds.

    Raises `OutputError` where the disk refuses, `RegisterError`.
    """
    return keeping.backup(register, Path(folder), now=now)


def restore(folder: Path | str, register: str, *, force: bool = False) -> Manifest:
    """Bring a backup back to an address, of either kind of database; a register that holds something only with `force`.

    Raises `InputError` where there is no backup, `RegisterError`, `OutputError`.
    """
    return keeping.restore(Path(folder), register, force=force)


def expunge(register: Register, document: int | str, *, reason: str, who: str) -> Expunged:
    """Take a document out of a register for good, with all that came of it, and what recognition kept of its files.

    The originals, folders of results and earlier backups are not touched. A PostgreSQL server lets go of the rows when it next cleans
    its tables. Raises `InputError` where there is no such document, `RegisterError`, `OutputError`.
    """
    found = document_named(register, document)
    gone = register.work(partial(keeping.expunge, document=found, who=who, reason=reason))
    if register.address.file:
        register.outside("PRAGMA wal_checkpoint(TRUNCATE)")
    readings = keeper.store(load_settings().limits)
    for sha256, _ in gone.files:
        keeper.drop(readings, sha256)
    return gone


def verify(register: Register) -> Iterator[Fault]:
    """Everything that is not sound: pages, links, plans, versions, originals, content, words. Raises `RegisterError`."""
    with register.reading() as connection:
        yield from keeping.verify(connection)


def reprocess(
    register: Register,
    documents: Sequence[int | str] = (),
    *,
    since: str | None = None,
    profile: str | None = None,
    jobs: int | None = None,
    dry_run: bool = False,
) -> Iterator[Reread]:
    """Read documents again; without any named, those read with the rules `since` or later ones, or else all that other rules read.

    People's words stay on top of every version. With `dry_run` nothing is taken in. Raises `InputError` for documents or rules
    that are not there, `RegisterError`, `OutputError`, `RulesError`, `SetupError`.
    """
    work = work_of(Assembly(profile, cleared=register.look(cleared)), rereading.published)
    homes = [document_named(register, name) for name in documents]

    def chosen(connection: Connection) -> tuple[Original, ...]:
        if homes:
            return originals(connection, None, homes)
        condition = read_since(connection, since) if since else outdated(load_rulebook().fingerprint)
        return originals(connection, condition)

    settings = load_settings(profile=profile)
    yield from rereading.reread(register, register.look(chosen), work, settings, jobs=jobs, dry_run=dry_run)
