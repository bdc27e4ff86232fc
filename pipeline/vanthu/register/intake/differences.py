"""What two plans say differently, field by field, for a person to look at."""

from __future__ import annotations

from collections.abc import Iterator

from vanthu.contract.model import PublicPlan, Task
from vanthu.export.timing import phrase
from vanthu.orthography import fold
from vanthu.planning.clock import limit_of

_MOST = 60  # fields shown: two plans that differ in more are simply two plans
_HEADER = ("type", "number", "symbol", "issuer", "place", "issued_on", "title")
Differences = dict[str, tuple[object, object]]


def differences(one: PublicPlan, other: PublicPlan) -> Differences:
    """What each of them says, by field: `document.number`, `task.II.1.text`, ...; `None` where one says nothing.

    Tasks are the same where their words are, else where they stand at the same place.
    """
    found = (*_headers(one, other), *_tasks(one, other))
    return dict(found[:_MOST])


def _headers(one: PublicPlan, other: PublicPlan) -> Iterator[tuple[str, tuple[object, object]]]:
    for name in _HEADER:
        values = (_plain(getattr(one.document, name)), _plain(getattr(other.document, name)))
        if _shape(values[0]) != _shape(values[1]):
            yield f"document.{name}", values
    signers = (one.document.signer.name, other.document.signer.name)
    if _shape(signers[0]) != _shape(signers[1]):
        yield "document.signer.name", signers


def _plain(value: object) -> object:
    """Of several wordings the best one."""
    return next(iter(value), None) if isinstance(value, tuple) else value


def _shape(value: object) -> object:
    return " ".join(fold(value).split()) if isinstance(value, str) else value


def _tasks(one: PublicPlan, other: PublicPlan) -> Iterator[tuple[str, tuple[object, object]]]:
    for path, old, new in _paired(one.tasks, other.tasks):
        if old is None or new is None:
            yield f"task.{path}", (old.text if old else None, new.text if new else None)
            continue
        if _shape(old.text) != _shape(new.text):
            yield f"task.{path}.text", (old.text, new.text)
        for name in ("lead", "coordinate"):
            units = [list(getattr(task, name)) for task in (old, new)]
            if units[0] != units[1]:
                yield f"task.{path}.{name}", (units[0], units[1])
        yield from _times(path, old, new)


def _times(path: str, old: Task, new: Task) -> Iterator[tuple[str, tuple[object, object]]]:
    """The limit where it moved; else all times where another of them did, a rhythm say, which has no such day."""
    days = (_day(old), _day(new))
    told = tuple([phrase(deadline) for deadline in task.deadlines] for task in (old, new))
    if days[0] != days[1]:
        yield f"task.{path}.due", days
    elif {_shape(words) for words in told[0]} != {_shape(words) for words in told[1]}:
        yield f"task.{path}.times", (told[0], told[1])


def _paired(one: tuple[Task, ...], other: tuple[Task, ...]) -> Iterator[tuple[str, Task | None, Task | None]]:
    by_words = {_shape(task.text): task for task in other}
    by_path = {task.id: task for task in other}
    left = {task.id for task in other}
    for task in one:
        match = by_words.get(_shape(task.text)) or by_path.get(task.id)
        if match is not None and match.id in left:
            left.discard(match.id)
            yield task.id, task, match
        else:
            yield task.id, task, None
    for task in other:
        if task.id in left:
            yield task.id, None, task


def _day(task: Task) -> str | None:
    day = limit_of(task.deadlines).day
    return day.isoformat() if day else None
