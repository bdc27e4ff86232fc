"""One file: read and understood."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from vanthu.api.works import plans_of
from vanthu.assembly import Assembly
from vanthu.document.page import Problem
from vanthu.document.plan import Plan
from vanthu.engine.readout import page_texts
from vanthu.reading.keeping.keeper import store
from vanthu.reading.keeping.store import Store
from vanthu.reading.secrecy import Cleared
from vanthu.settings import load_settings


def process(
    path: Path | str,
    *,
    profile: str | None = None,
    keep: bool = True,
    jobs: int | None = None,
    cleared: frozenset[Cleared] = frozenset(),
) -> Plan:
    """Read one document and understand it; nothing is written. Of several in one file it is the first, see `documents`.

    `profile` says how carefully scans are read (*nhanh*, *thường*, *kỹ*; `None`: as usual). Unless `keep` is off, what was
    recognised is kept in the user's cache and found there the next time. With `jobs` the work is done in so many worker
    processes, pages side by side, and a page that hangs costs that page only. On files that somebody `cleared` (`not_secret`) no
    mark of secrecy is looked for. Raises `InputError` where the file can't be
    read and `SecretError` where it bears a mark of state secrecy.
    """
    return documents(path, profile=profile, keep=keep, jobs=jobs, cleared=cleared)[0]


def documents(
    path: Path | str,
    *,
    profile: str | None = None,
    keep: bool = True,
    jobs: int | None = None,
    cleared: frozenset[Cleared] = frozenset(),
) -> tuple[Plan, ...]:
    """Every document in one file, read and understood, in order. Raises as `process` does."""
    return plans_of(path, Assembly(profile, keep, cleared=cleared), jobs)


def read(
    path: Path | str,
    *,
    profile: str | None = None,
    keep: bool = True,
    jobs: int | None = None,
    cleared: frozenset[Cleared] = frozenset(),
) -> Plan:
    """Read one file without understanding it: pages, words, repairs, flags, marks, tables and blocks.

    With `jobs` its pages are read side by side in so many worker processes. Raises as `process` does.
    """
    return plans_of(path, Assembly(profile, keep, only_reading=True, cleared=cleared), jobs)[0]


def read_text(
    path: Path | str, *, tell: Callable[[Problem], None] | None = None, profile: str | None = None
) -> tuple[str, ...]:
    """The text of each page, in reading order; an empty text for a blank page. Raises as `process` does.

    `tell` is called for every page that could not be read.
    """
    plan = read(path, profile=profile)
    for problem in plan.problems:
        if tell is not None:
            tell(problem)
    return text_of(plan)


def text_of(plan: Plan, *, raw: bool = False) -> tuple[str, ...]:
    """The text of each page of a plan that was read: mended, or with `raw` as it was recognised."""
    return page_texts(plan, raw=raw)


def kept_readings() -> Store:
    """The user's cache of what was recognised: its folder, limit and entries; `clear()` empties it. Raises `RulesError`."""
    return store(load_settings().limits)
