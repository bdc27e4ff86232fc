"""Documents of a register read again, after the rules changed: old and new side by side, and a new version of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from vanthu.contract.model import PublicPlan
from vanthu.contract.publish import publish
from vanthu.document.page import Source
from vanthu.document.plan import Plan
from vanthu.engine.batch import Options, cores, each
from vanthu.engine.desk import Steps
from vanthu.engine.outcome import Outcome
from vanthu.engine.worker import Work, pipeline_of
from vanthu.errors import InputError, SecretError, VanthuError
from vanthu.export.wording import document_code
from vanthu.reading import open_source
from vanthu.register import Register
from vanthu.register.intake import Arrival, add_checked
from vanthu.register.keeping.manifest import sha256_of
from vanthu.register.people.pins import Difference, lost_words, side_by_side
from vanthu.register.plans import Kept, kept
from vanthu.register.rereading import Original
from vanthu.settings import Settings

_AT_ONCE = 32  # files a worker, between two looks at the register
_GONE = "tệp gốc không còn ở chỗ cũ, hoặc đã bị thay đổi, cũng không còn kết quả nhận dạng đã lưu; hãy đưa tệp gốc trở lại rồi chạy lại"
_WORSE = "lần này có trang không đọc được; giữ bản đã có, hãy kiểm tra tệp gốc rồi chạy lại"
_EXPUNGE = "; sổ vẫn còn những bản đọc trước, hãy gỡ bằng 'vanthu register expunge' sau khi xem lại tệp gốc"
_FEWER = "lần này không còn thấy văn bản này trong tệp; giữ bản đã có, hãy xem lại tệp gốc"


@dataclass(frozen=True)
class Reread:
    """What another reading of a document says.

    `document` is `None` for one that earlier readings of its file had not seen, as long as it is not in the register. `now` is
    the new version, `None` where there is none: it says the same, it was only tried, or there is a `failure`. `lost` are tasks
    that people spoke of and that it has no more; their words stay. `linked`: another document stands for it, and is what people
    look at.
    """

    document: int | None
    name: str
    was: int | None
    now: int | None = None
    differences: tuple[Difference, ...] = ()
    lost: tuple[str, ...] = ()
    failure: VanthuError | None = None
    linked: bool = False


@dataclass(frozen=True)
class Reopen:
    """Opens originals where they lie; of those that lie there no more it says what the register knows of them."""

    settings: Settings
    known: Mapping[str, Source]  # by path

    def __call__(self, path: Path) -> Source:
        """Raises `InputError` for what can't be read."""
        return self.known.get(str(path)) or open_source(path, settings=self.settings)


def reread(
    register: Register,
    originals: Sequence[Original],
    work: Work,
    settings: Settings,
    *,
    jobs: int | None = None,
    dry_run: bool = False,
) -> Iterator[Reread]:
    """Read files again and take in what they say, unless it is a `dry_run`; what was given back is in the register.

    What was recognised earlier is used where it was kept. People's words are laid on top of every version. Raises what `work.build`
    raises, `RegisterError`, `OutputError`.
    """
    width = jobs or cores()
    waiting = iter(originals)
    work = replace(work, save=published, returns=True)
    while some := list(islice(waiting, width * _AT_ONCE)):
        sources = {original: _source(original, work) for original in some}
        readable = {original: source for original, source in sources.items() if source is not None}
        known = {source.path: source for source in readable.values() if not Path(source.path).is_absolute()}
        own = replace(work, open=Reopen(settings, known))
        paths = [Path(source.path) for source in readable.values()]
        outcomes = dict(zip(readable, each(paths, own, Options(width)), strict=True))
        for original in some:
            yield from _taken(register, original, outcomes.get(original), dry_run=dry_run)


def published(plan: Plan, _: Path) -> PublicPlan:
    """The public form, made where the document was read."""
    return publish(plan)


def _source(original: Original, work: Work) -> Source | None:
    """The file where it lies untouched; else a relative path that only stands for what was kept of it; `None` for neither."""
    place = original.location
    try:
        if place is not None and sha256_of(place) == original.source.sha256:
            return original.source.model_copy(update={"path": str(place.absolute())})
    except OSError:
        pass
    elsewhere = original.source.model_copy(
        update={"path": f"{original.source.sha256}/{original.source.name}"}
    )
    steps = Steps.of(pipeline_of(work.build))
    found = steps.first.recalled(Plan(source=elsewhere)) if steps else None
    return elsewhere if found is not None else None


def _taken(
    register: Register, original: Original, outcomes: Sequence[Outcome] | None, *, dry_run: bool
) -> Iterator[Reread]:
    """What became of each document of a file, and of those that it did not seem to hold before."""
    before = register.look(
        lambda connection: {paper.document: paper for paper in kept(connection, original.papers)}
    )
    failure = _failure(original, outcomes)
    if failure is not None:
        yield from (_failed(before[d], failure) for d in original.papers if d in before)
        return
    plans: list[PublicPlan] = [outcome.made for outcome in outcomes or ()]
    found = [_compared(original.documents.get(n), before, plan) for n, plan in enumerate(plans, start=1)]
    if not dry_run:
        arrivals = [
            Arrival(plan, original.location, part, len(plans)) for part, plan in enumerate(plans, start=1)
        ]
        added = register.work(partial(add_checked, arrivals=arrivals))
        found = [
            replace(one, document=a.document, now=_version(register, a.document))
            for one, a in zip(found, added, strict=True)
        ]
    yield from found
    gone = (document for part, document in original.documents.items() if part > len(plans))
    yield from (_failed(before[d], InputError(_FEWER)) for d in gone if d in before)


def _failure(original: Original, outcomes: Sequence[Outcome] | None) -> VanthuError | None:
    if outcomes is None:
        return InputError(_GONE)
    for outcome in outcomes:
        if outcome.failure is not None:
            error = outcome.failure.error(original.source.name)
            return SecretError(f"{error.message}{_EXPUNGE}") if isinstance(error, SecretError) else error
        if outcome.problems and not original.partial:
            return InputError(_WORSE)
    return None


def _failed(paper: Kept, failure: VanthuError) -> Reread:
    return Reread(paper.document, document_code(paper.plan), paper.version, failure=failure)


def _compared(document: int | None, before: Mapping[int, Kept], plan: PublicPlan) -> Reread:
    """A document that another one stands for is read again too, but it is the other one that people look at."""
    paper = before.get(document or 0)
    if paper is None:
        return Reread(document, document_code(plan), None, linked=document is not None)
    after = replace(paper, plan=plan)
    differences, lost = tuple(side_by_side(paper, plan)), lost_words(paper, after)
    return Reread(document, document_code(plan), paper.version, differences=differences, lost=lost)


def _version(register: Register, document: int) -> int | None:
    return register.look(lambda connection: next((p.version for p in kept(connection, [document])), None))
