"""What is made of finished plans: graph, days, calendars, findings, figures against gold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from vanthu.api.reading import process
from vanthu.api.works import handing_back, made_of, plans_of
from vanthu.assembly import Assembly
from vanthu.contract import plan_file
from vanthu.contract.model import PublicPlan
from vanthu.contract.publish import publish
from vanthu.document.plan import Plan
from vanthu.engine import auditing, batch, evaluating
from vanthu.engine.discovery import find_plans
from vanthu.engine.evaluating import Evaluation
from vanthu.engine.registered import RegisterPlans, registered
from vanthu.engine.sharing import SharedPlans
from vanthu.errors import InputError, RulesError, VanthuError
from vanthu.export.calendar import files, wall
from vanthu.export.calendar.coming import coming
from vanthu.export.calendar.told import Plans, told_of
from vanthu.export.findings.shown import Shown
from vanthu.export.unit_names import relative_names
from vanthu.export.wording import document_name
from vanthu.planning.agenda import Agenda, agenda
from vanthu.planning.choice import Choice, chosen
from vanthu.planning.followed import FollowedPlan, follow
from vanthu.planning.handovers import with_handovers
from vanthu.planning.journal import load_journal
from vanthu.planning.network import Network, join
from vanthu.register import Register
from vanthu.rulebook.load import load_rulebook


@dataclass(frozen=True)
class Gathered:
    """Plans as people follow them, with the file that each came from (`file (2)` for a second one in it), and what could not be read."""

    followed: tuple[tuple[str, FollowedPlan], ...]
    failures: tuple[VanthuError, ...]

    @property
    def plans(self) -> tuple[tuple[str, PublicPlan], ...]:
        """The plans alone: corrected, without what people say of their progress."""
        return tuple((name, followed.plan) for name, followed in self.followed)


def gather(
    plans: Sequence[Path | str] | Register,
    *,
    profile: str | None = None,
    keep: bool = True,
    jobs: int | None = None,
) -> Gathered:
    """The plans in documents, `plan.json` files (any `.json`), and folders of both, in that order; or all those of a register.

    With `jobs` documents and pages are read side by side in so many worker processes. Raises `InputError` where there is none at
    all, `RulesError`, and of a register `RegisterError`.
    """
    if isinstance(plans, Register):
        return Gathered(registered(plans), ())
    found: list[tuple[str, FollowedPlan]] = []
    failures = []
    files = find_plans([Path(p) for p in plans])
    if not files:
        raise InputError(
            "không tìm thấy kế hoạch nào ở đó; hãy cho tài liệu, tệp plan.json hoặc thư mục có chúng"
        )
    for path, given in _public_plans(files, Assembly(profile, keep), jobs).items():
        try:
            public = tuple(given())
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
    whole = with_handovers(join(plans, relative=relative_names(book)), book["PRODUCT"])
    return chosen(whole, choice or Choice())


def due(
    plans: Iterable[PublicPlan | FollowedPlan] | Register,
    *,
    on: date,
    within: timedelta = timedelta(days=14),
    unit: str | None = None,
) -> Agenda:
    """What falls due from a day on, what was due before it, what has no day; with `unit` what that unit leads or helps with.

    Of work that people reported as done nothing falls due any more: see `Agenda.over`. Of a register's plans, which are never
    all in memory, only what an agenda tells stands in it. Raises `InputError` where no unit bears that name or a part of it;
    of a register as `gather`.
    """
    if isinstance(plans, Register):
        return coming(RegisterPlans(plans), on, on + within, unit=unit)
    return agenda(told_of(tuple(plans), unit), on, on + within)


def calendar_text(
    plans: Iterable[PublicPlan | FollowedPlan] | Register, wish: files.Wish, *, share: bool = False
) -> str:
    """One iCalendar over some plans; with `share` numbers of people are covered. Raises `InputError` as `due` does."""
    return files.one_calendar(_plans(plans, share=share), wish).decode()


def write_calendars(
    plans: Iterable[PublicPlan | FollowedPlan] | Register,
    out: Path | str,
    wish: files.Wish,
    *,
    now: datetime | None = None,
    share: bool = False,
) -> files.Written:
    """Write calendars into a folder, or one into a file that ends with `.ics`; earlier ones there are updated.

    `now` is the moment that changes are dated with; with `share` numbers of people are covered. Raises `InputError` as `due`
    does, and `OutputError`.
    """
    moment = now or datetime.now(UTC).replace(microsecond=0)
    return files.write_calendars(_plans(plans, share=share), Path(out), wish, moment)


def calendar_page(
    plans: Iterable[PublicPlan | FollowedPlan] | Register,
    *,
    view: str,
    on: date,
    unit: str | None = None,
    share: bool = False,
) -> str:
    """The `month` or the `year` that holds a day as an HTML page to print. Arguments and errors are those of `calendar_text`."""
    make = wall.year_page if view == "year" else wall.month_page
    given = _plans(plans, share=share)
    names = (document_name(plan.plan if isinstance(plan, FollowedPlan) else plan) for plan in given)
    return make(names, told_of(given, unit), on, unit=unit)


def _plans(plans: Iterable[PublicPlan | FollowedPlan] | Register, *, share: bool) -> Plans:
    """Plans that can be gone through more than once; those of a register are never all in memory."""
    given = RegisterPlans(plans) if isinstance(plans, Register) else tuple(plans)
    return SharedPlans(given) if share else given


@dataclass(frozen=True)
class Audit:
    """Findings over several plans, the gravest first, and the documents that could not be read."""

    plans: tuple[str, ...]
    findings: tuple[Shown, ...]
    failures: tuple[VanthuError, ...]


def audit(
    paths: Sequence[Path | str], *, profile: str | None = None, keep: bool = True, jobs: int | None = None
) -> Audit:
    """What an auditor would raise about each plan and between them. Arguments and errors are those of `gather`."""
    gathered = gather(paths, profile=profile, keep=keep, jobs=jobs)
    return Audit(tuple(name for name, _ in gathered.plans), auditing.shown(gathered.plans), gathered.failures)


def _public_plans(
    files: Sequence[Path], assembly: Assembly, jobs: int | None
) -> dict[Path, Callable[[], Iterable[FollowedPlan]]]:
    """What gives the plans of each file, or raises what is wrong with it."""
    papers = [path for path in files if path.suffix != ".json"]
    if jobs is None:
        given = {path: partial(_published, path, assembly) for path in papers}
    else:
        read = batch.each(papers, handing_back(assembly, _public), batch.Options(jobs))
        given = {path: partial(map, made_of, done) for path, done in zip(papers, read, strict=True)}
    return {path: given.get(path) or partial(_finished, path) for path in files}


def _published(path: Path, assembly: Assembly) -> Iterable[FollowedPlan]:
    return (follow(publish(plan)) for plan in plans_of(path, assembly, None))


def _public(plan: Plan, _: Path) -> FollowedPlan:
    return follow(publish(plan))


def _finished(path: Path) -> Iterable[FollowedPlan]:
    """As people follow it: with what they said of its tasks."""
    return (follow(plan_file.load_contract(path), load_journal(path.parent)),)


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
