"""The library: what the command line does, as functions.

    from vanthu import api

    plan = api.process("ke-hoach.pdf")
    for task in plan.tasks or ():
        print(task.id, task.text, [deadline.raw for deadline in task.deadlines])
    api.write(plan, "out/ke-hoach")

All functions raise subclasses of `vanthu.errors.VanthuError` for what a person can mend, with one Vietnamese line
that says what happened and what to do next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from time import perf_counter
from typing import Any

from vanthu.assembly import Assembly
from vanthu.contract import plan_file
from vanthu.contract.model import PublicPlan
from vanthu.contract.publish import publish
from vanthu.document.content import Deadline
from vanthu.document.page import Problem
from vanthu.document.plan import Plan
from vanthu.engine import auditing, batch, evaluating, outcome
from vanthu.engine.discovery import find_plans
from vanthu.engine.documents import documents as parted
from vanthu.engine.evaluating import Evaluation
from vanthu.engine.progress import Progress
from vanthu.engine.readout import page_texts
from vanthu.engine.worker import Work, pipeline_of
from vanthu.errors import ExitCode, OutputError, RulesError, VanthuError
from vanthu.export import bundle, calendar_files, wall
from vanthu.export.copying import CopyKind, write_copy
from vanthu.export.drawing import draw_pages
from vanthu.export.listed import Listed
from vanthu.orthography import nfc
from vanthu.planning.agenda import Agenda, Matter, agenda, matters
from vanthu.planning.choice import Choice, chosen
from vanthu.planning.followed import follow
from vanthu.planning.handovers import with_handovers
from vanthu.planning.journal import load_journal
from vanthu.planning.network import Network, join
from vanthu.reading import open_source
from vanthu.reading.keeping.keeper import store
from vanthu.reading.keeping.store import Store
from vanthu.rulebook.load import load_rulebook
from vanthu.settings import load_settings
from vanthu.times.context import TimeContext
from vanthu.understanding.deadline_explanation import explain as explain_deadlines
from vanthu.understanding.deadlines import DeadlineReader
from vanthu.understanding.units_home import needs_its_place

_READ = "blocks"  # the layer that a document which is only read ends with


def process(
    path: Path | str, *, profile: str | None = None, keep: bool = True, jobs: int | None = None
) -> Plan:
    """Read one document and understand it; nothing is written. Of several in one file it is the first, see `documents`.

    `profile` says how carefully scans are read (*nhanh*, *thường*, *kỹ*; `None`: as usual). Unless `keep` is off, what was
    recognised is kept in the user's cache and found there the next time. With `jobs` the work is done in so many worker
    processes, pages side by side, and a page that hangs costs that page only. Raises `InputError` where the file can't be
    read and `SecretError` where it bears a mark of state secrecy.
    """
    return documents(path, profile=profile, keep=keep, jobs=jobs)[0]


def documents(
    path: Path | str, *, profile: str | None = None, keep: bool = True, jobs: int | None = None
) -> tuple[Plan, ...]:
    """Every document in one file, read and understood, in order. Raises as `process` does."""
    return _plans(path, Assembly(profile, keep), jobs)


def read(path: Path | str, *, profile: str | None = None, keep: bool = True, jobs: int | None = None) -> Plan:
    """Read one file without understanding it: pages, words, repairs, flags, marks, tables and blocks.

    With `jobs` its pages are read side by side in so many worker processes. Raises as `process` does.
    """
    return _plans(path, Assembly(profile, keep, upto=_READ), jobs)[0]


def _plans(path: Path | str, assembly: Assembly, jobs: int | None) -> tuple[Plan, ...]:
    if jobs is None:
        settings = load_settings(profile=assembly.profile)
        return parted(pipeline_of(assembly), Plan(source=open_source(path, settings=settings)))
    (outcomes,) = batch.each([Path(path)], _handing_back(assembly, _itself), batch.Options(jobs))
    return tuple(_made(outcome) for outcome in outcomes)


def _handing_back(assembly: Assembly, make: Callable[[Plan, Path], object]) -> Work:
    """Work that writes nothing, and gives what is made of each plan."""
    return replace(_work(assembly, make), returns=True)


def _work(assembly: Assembly, save: Callable[[Plan, Path], object]) -> Work:
    settings = load_settings(profile=assembly.profile)
    return Work(assembly, partial(open_source, settings=settings), save, settings.limits)


def _itself(plan: Plan, _: Path) -> Plan:
    return plan


def _made(done: outcome.Outcome) -> Any:
    """What was made of a document. Raises what was wrong with it."""
    if done.failure is not None:
        raise done.failure.error(str(done.job.path))
    return done.made


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


def draw(plan: Plan, folder: Path | str) -> tuple[Path, ...]:
    """Write a picture of each page with everything that was read on it; their paths. Raises `OutputError`."""
    return draw_pages(plan, Path(folder))


def copy(plan: Plan, path: Path | str) -> CopyKind:
    """Write a searchable copy (PDF/A) of the file of a plan that was read; a signed or digital PDF is copied byte for byte.

    Raises `InputError` where the file has no images, `OutputError` where the disk refuses.
    """
    return write_copy(plan, Path(path))


def kept_readings() -> Store:
    """The user's cache of what was recognised: its folder, limit and entries; `clear()` empties it. Raises `RulesError`."""
    return store(load_settings().limits)


def write(plan: Plan, folder: Path | str) -> Path:
    """Write everything made from a plan into a folder, which is whole or not there. Raises `OutputError`."""
    place = Path(folder)
    bundle.write_bundle(plan, place)
    return place


def deadlines(sentence: str, *, issued_on: date | None = None) -> tuple[Deadline, ...]:
    """The deadlines in a sentence of a document issued on a day; without it, a year that is not written stays unknown."""
    return _deadline_reader().in_text(nfc(sentence), TimeContext(issued_on=issued_on))


def explain(sentence: str, *, issued_on: date | None = None) -> tuple[str, ...]:
    """The same in Vietnamese lines: phrase, rule, what was supposed, days off, the first times of a rhythm."""
    return explain_deadlines(nfc(sentence), _deadline_reader(), TimeContext(issued_on=issued_on))


@cache
def _deadline_reader() -> DeadlineReader:
    return DeadlineReader.of(load_rulebook())


def schema() -> dict[str, Any]:
    """The JSON Schema of `plan.json`."""
    return plan_file.schema()


@dataclass(frozen=True)
class Run:
    """What became of many documents.

    `between` are the findings between plans, `combined` the files over all of them, `failure` why there are none.
    """

    out: Path
    outcomes: tuple[outcome.Outcome, ...]
    between: tuple[Listed, ...]
    combined: tuple[Path, ...]
    failure: OutputError | None
    seconds: float

    @property
    def exit_code(self) -> ExitCode:
        """What the command ends with."""
        return ExitCode.OUTPUT if self.failure else outcome.exit_code(self.outcomes)


@dataclass(frozen=True)
class How:
    """What may be chosen about many documents.

    The profile of reading; whether what was recognised is kept; whether a searchable copy goes beside the results.
    """

    profile: str | None = None
    keep: bool = True
    searchable: bool = False


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
    all, `OutputError` where `out` can't be written to, `RulesError` and `SetupError` where nothing can be read.
    """
    started = perf_counter()
    how = how or How()
    work = _work(Assembly(how.profile, how.keep), partial(bundle.write_bundle, searchable=how.searchable))
    outcomes = batch.process_all(paths, out, work, batch.Options(jobs, limit), progress=progress)
    written = [o for o in outcomes if o.summary is not None]
    between = _between(written)
    combined, failure = _combine([o.job.folder for o in written], out, between)
    return Run(out, outcomes, between, combined, failure, perf_counter() - started)


def _between(written: Sequence[outcome.Outcome]) -> tuple[Listed, ...]:
    """The findings between the plans of a run, under the names of their files where these are distinct."""
    shared = Counter(o.job.path.name for o in written)
    return auditing.between(
        [
            auditing.filed(
                o.job.path.name if shared[o.job.path.name] == 1 else o.job.folder.name,
                plan_file.load_contract(o.job.folder / bundle.PLAN_FILE),
            )
            for o in written
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


@dataclass(frozen=True)
class Gathered:
    """Public plans with the file that each came from (`file (2)` for a second one in it), and what could not be read."""

    plans: tuple[tuple[str, PublicPlan], ...]
    failures: tuple[VanthuError, ...]


def gather(
    paths: Sequence[Path | str], *, profile: str | None = None, keep: bool = True, jobs: int | None = None
) -> Gathered:
    """The plans in documents, `plan.json` files (any `.json`), and folders of both, in that order.

    With `jobs` documents and pages are read side by side in so many worker processes. Raises `RulesError`.
    """
    found: list[tuple[str, PublicPlan]] = []
    failures = []
    files = find_plans([Path(p) for p in paths])
    for path, plans in _public_plans(files, Assembly(profile, keep), jobs).items():
        try:
            public = tuple(plans())
        except RulesError:
            raise
        except VanthuError as error:
            failures.append(error)
            continue
        found += [(str(path) if n == 1 else f"{path} ({n})", plan) for n, plan in enumerate(public, start=1)]
    return Gathered(tuple(found), tuple(failures))


def network(plans: Sequence[PublicPlan], choice: Choice | None = None) -> Network:
    """One graph over some plans, or the part of it that is wanted: see `vanthu.planning`.

    Raises `InputError` where the name of a wanted unit fits none.
    """
    book = load_rulebook()
    relative = needs_its_place(book["UNIT"], book["UNIT_HOME"])
    whole = with_handovers(join(plans, relative=relative), book["PRODUCT"])
    return chosen(whole, choice or Choice())


def due(
    plans: Iterable[PublicPlan], *, on: date, within: timedelta = timedelta(days=14), unit: str | None = None
) -> Agenda:
    """What falls due from a day on, what was due before it, what has no day; with `unit` what that unit leads or helps with.

    Raises `InputError` where no unit bears that name or a part of it.
    """
    return agenda(_matters(plans, unit), on, on + within)


def calendar_text(plans: Iterable[PublicPlan], wish: calendar_files.Wish) -> str:
    """One iCalendar over some plans. Raises `InputError` as `due` does."""
    return calendar_files.one_calendar(plans, wish).decode()


def write_calendars(
    plans: Sequence[PublicPlan], out: Path | str, wish: calendar_files.Wish, *, now: datetime | None = None
) -> calendar_files.Written:
    """Write calendars into a folder, or one into a file that ends with `.ics`; earlier ones there are updated.

    `now` is the moment that changes are dated with. Raises `InputError` as `due` does, and `OutputError`.
    """
    return calendar_files.write_calendars(
        plans, Path(out), wish, now or datetime.now(UTC).replace(microsecond=0)
    )


def calendar_page(plans: Sequence[PublicPlan], *, view: str, on: date, unit: str | None = None) -> str:
    """The `month` or the `year` that holds a day as an HTML page to print. Raises `InputError` as `due` does."""
    make = wall.year_page if view == "year" else wall.month_page
    return make(plans, _matters(plans, unit), on, unit=unit)


def _matters(plans: Iterable[PublicPlan], unit: str | None) -> tuple[Matter, ...]:
    return calendar_files.of_unit((matter for plan in plans for matter in matters(plan)), unit)


@dataclass(frozen=True)
class Audit:
    """Findings over several plans, the gravest first, and the documents that could not be read."""

    plans: tuple[str, ...]
    findings: tuple[Listed, ...]
    failures: tuple[VanthuError, ...]


def audit(
    paths: Sequence[Path | str], *, profile: str | None = None, keep: bool = True, jobs: int | None = None
) -> Audit:
    """What an auditor would raise about each plan and between them. Arguments and errors are those of `gather`."""
    gathered = gather(paths, profile=profile, keep=keep, jobs=jobs)
    filed = [auditing.filed(name, plan) for name, plan in gathered.plans]
    found = [finding for name, plan in gathered.plans for finding in auditing.within(name, plan)]
    findings = auditing.by_gravity([*found, *auditing.between(filed)])
    return Audit(tuple(plan.name for plan in filed), findings, gathered.failures)


def _public_plans(
    files: Sequence[Path], assembly: Assembly, jobs: int | None
) -> dict[Path, Callable[[], Iterable[PublicPlan]]]:
    """What gives the plans of each file, or raises what is wrong with it."""
    papers = [path for path in files if path.suffix != ".json"]
    if jobs is None:
        given = {path: partial(_published, path, assembly) for path in papers}
    else:
        read = batch.each(papers, _handing_back(assembly, _public), batch.Options(jobs))
        given = {path: partial(map, _made, done) for path, done in zip(papers, read, strict=True)}
    return {path: given.get(path) or partial(_finished, path) for path in files}


def _published(path: Path, assembly: Assembly) -> Iterable[PublicPlan]:
    return map(publish, _plans(path, assembly, None))


def _public(plan: Plan, _: Path) -> PublicPlan:
    return publish(plan)


def _finished(path: Path) -> Iterable[PublicPlan]:
    """As people follow it: with what they said of its tasks."""
    return (follow(plan_file.load_contract(path), load_journal(path.parent)).plan,)


def evaluate(
    folder: Path | str, *, documents: Path | str | None = None, near: float = 1.0, profile: str | None = None
) -> Evaluation:
    """Compare what the program makes of documents with the plans of a folder that careful readers wrote.

    `near` is the least likeness (0..1) at which two texts count as one. Raises `InputError` where there is no gold.
    """
    return evaluating.evaluate(
        Path(folder),
        Path(documents) if documents else None,
        lambda path: process(path, profile=profile),
        near=near,
    )
