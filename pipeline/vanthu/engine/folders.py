"""The folder under OUT that each document's results go to: readable, distinct, the same at every run."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from vanthu.engine.discovery import BUNDLE_MARK
from vanthu.engine.outcome import Job

_NUMBER = re.compile(r"--([0-9]+)(?:-[0-9a-f]{8})?\Z")


def assign(paths: Sequence[Path], out: Path) -> tuple[Job, ...]:
    """A job for each document.

    A document's folder is named after the file without its ending (`kh-01`); where several of the run would share that
    name, with the ending (`kh-01.pdf`); where that is shared too, with a mark made from the file's place (`kh-01.pdf-3f2a`).
    A folder that holds the results of another file, or something else, is never taken.
    """
    wishes = [tuple(_names(path)) for path in paths]
    wanted = [Counter(names[rank].lower() for names in wishes) for rank in range(3)]
    jobs = []
    for path, names in zip(paths, wishes, strict=True):
        free = (n for rank, n in enumerate(names) if _free(n, wanted[: rank + 1], out, path.name))
        jobs.append(Job(path, out / next(free, names[-1])))
    return tuple(jobs)


def part_of(job: Job, number: int) -> Job:
    """The job of the `number`th document (from 1) in the file of a job: its folder is `kh-01--2`.

    Where results of another file lie there, the name gets the mark that is made from the file's place.
    """
    if number == 1:
        return job
    folder = job.folder.with_name(f"{job.folder.name}--{number}")
    if _owner(folder) not in {None, job.path.name}:
        folder = folder.with_name(f"{folder.name}-{_mark(job.path)}")
    return Job(job.path, folder, number)


def number_in(folder: str, source: str) -> int:
    """Which document of a file lies in a folder that `part_of` named; the file's own name may end like one (`kh--2.pdf`)."""
    told = _NUMBER.search(folder.removeprefix(_plain(Path(source).stem)))
    return int(told[1]) if told else 1


def _mark(path: Path) -> str:
    return hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:8]


def _names(path: Path) -> Iterator[str]:
    yield _plain(path.stem)
    yield _plain(path.name)
    yield f"{_plain(path.name)}-{_mark(path)}"


def _plain(name: str) -> str:
    """A name that can be shown and linked to, whatever bytes the file's own name has."""
    return "".join(letter if letter.isprintable() else "_" for letter in name)


def _free(name: str, wanted: Iterable[Counter[str]], out: Path, source: str) -> bool:
    shared = sum(counter[name.lower()] for counter in wanted) > 1
    return not shared and _owner(out / name) in {None, source}


def _owner(folder: Path) -> str | None:
    """Name of the file whose results lie in a folder; `None` where there is no such folder or it is empty."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return None
    try:
        plan = json.loads((folder / BUNDLE_MARK).read_bytes())
    except (OSError, ValueError):
        return ""
    source = plan.get("source") if isinstance(plan, dict) else None
    return source if isinstance(source, str) else ""
