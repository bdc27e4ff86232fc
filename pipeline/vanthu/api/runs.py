"""Many documents: a folder of results for each, and the files over all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter

from vanthu.api.works import work_of
from vanthu.assembly import Assembly
from vanthu.contract import plan_file
from vanthu.engine import auditing, batch, outcome
from vanthu.engine.discovery import find_unreadable
from vanthu.engine.progress import Progress
from vanthu.engine.registering import Registering
from vanthu.errors import ExitCode, OutputError
from vanthu.export import bundle
from vanthu.export.listed import Listed, document_names
from vanthu.reading.secrecy import Cleared
from vanthu.register import open_register
from vanthu.register.people.clearing import clear, cleared


@dataclass(frozen=True)
class Run:
    """What became of many documents.

    `between` are the findings between plans, `combined` the files over all of them, `failure` why there are none, `registering` what
    the register took in (`None`: there was none to take it), `unreadable` what was passed over in folders (`find_unreadable`).
    """

    out: Path
    outcomes: tuple[outcome.Outcome, ...]
    between: tuple[Listed, ...]
    combined: tuple[Path, ...]
    failure: OutputError | None
    seconds: float
    registering: Registering | None = None
    unreadable: tuple[Path, ...] = ()

    @property
    def exit_code(self) -> ExitCode:
        """What the command ends with."""
        missed = [self.registering.trouble, *self.registering.lost] if self.registering else []
        codes = [error.exit_code for error in (self.failure, *missed) if error]
        return outcome.gravest([*codes, outcome.exit_code(self.outcomes)])


@dataclass(frozen=True)
class How:
    """What may be chosen about many documents.

    The profile of reading; whether what was recognised is kept; whether a searchable copy goes beside the results; the register
    that the plans go into (a path or URL; made where there is none); files that a person says are no state secrets (`not_secret`).
    """

    profile: str | None = None
    keep: bool = True
    searchable: bool = False
    register: str | None = None
    cleared: frozenset[Cleared] = frozenset()


def process_all(
    paths: Sequence[Path],
    out: Path,
    *,
    jobs: int | None = None,
    limit: float | None = None,
    how: How | None = None,
    progress: Progress | None = None,
) -> Run:
    """Read documents and folders of documents; write a folder for each under `out`, and the files over all of them.

    `jobs` is the number of worker processes (`None`: one a core), `limit` the seconds that one document may take, `how` what
    may be chosen about reading and writing (`None`: as usual).
    A document that can't be read stops no other: see the outcomes. Raises `InputError` where there is no document at
    all, `OutputError` where `out` can't be written to, `RegisterError` where the register can't be opened, `RulesError` and
    `SetupError` where nothing can be read.
    """
    started = perf_counter()
    how = how or How()
    save = partial(bundle.write_bundle, searchable=how.searchable)
    options = batch.Options(jobs, limit)
    with _registering(how.register) as registering:
        work = work_of(Assembly(how.profile, how.keep, cleared=_cleared(how, registering)), save)
        outcomes = batch.process_all(paths, out, work, options, progress=progress, registering=registering)
    written = [o for o in outcomes if o.summary is not None]
    between = _between(written)
    combined, failure = _combine([o.job.folder for o in written], out, between)
    seconds = perf_counter() - started
    passed_over = find_unreadable(paths, out=out)
    return Run(out, outcomes, between, combined, failure, seconds, registering, passed_over)


@contextmanager
def _registering(address: str | None) -> Iterator[Registering | None]:
    if address is None:
        yield None
        return
    with open_register(address, create=True) as register:
        yield Registering(register)


def _cleared(how: How, registering: Registering | None) -> frozenset[Cleared]:
    """What people said of files, now and earlier; the register keeps it."""
    if registering is None:
        return how.cleared
    if how.cleared:
        registering.register.work(partial(clear, said=how.cleared))
    return registering.register.look(cleared)


def _between(written: Sequence[outcome.Outcome]) -> tuple[Listed, ...]:
    """The findings between the plans of a run."""
    folders = [o.job.folder for o in written]
    names = document_names((o.job.path.name, o.job.folder.name) for o in written)
    return auditing.between(
        [
            auditing.filed(name, plan_file.load_contract(folder / bundle.PLAN_FILE))
            for name, folder in zip(names, folders, strict=True)
        ]
    )


def _combine(
    folders: Sequence[Path], out: Path, between: Sequence[Listed]
) -> tuple[tuple[Path, ...], OutputError | None]:
    if not folders:
        return (), None
    try:
        return bundle.write_combined(folders, out, between=between), None
    except OutputError as error:
        return (), error
