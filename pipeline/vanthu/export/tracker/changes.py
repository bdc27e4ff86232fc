"""What people have changed in a tracker since it was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from openpyxl.utils.datetime import WINDOWS_EPOCH

from vanthu.export.tracker.base_sheet import shown_values
from vanthu.export.tracker.cells import Broken, understood
from vanthu.export.tracker.columns import FIELD_HEADS
from vanthu.export.tracker.returned import GivenRow, Place, Returned, Values
from vanthu.planning.followed import Followed, made_key
from vanthu.planning.journal import NAMES, Name, Word

OWN_KEY = "bs-"


@dataclass(frozen=True)
class Change:
    """A value that a person has written in the place of another."""

    place: Place
    key: str
    id: str
    text: str
    field: Name
    was: Word
    value: Word


@dataclass(frozen=True)
class Added:
    """A task that a person has added, with what was written in its row."""

    place: Place
    key: str
    text: str
    source: str
    values: Mapping[Name, Word]


@dataclass(frozen=True)
class Trouble:
    """Something in a row that was not taken, and why."""

    place: Place
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


@dataclass
class Review:
    """All that a workbook says anew."""

    changes: list[Change] = field(default_factory=list)
    added: list[Added] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


def review(returned: Returned, tasks: Mapping[str, Followed]) -> Review:
    """Compare what came back with what the tracker said when it was made; `tasks` are the present ones by key.

    What other people have said since then is never overwritten: where both changed one value, it is told and left.
    """
    found = Review()
    seen: dict[tuple[str, Name], Change] = {}
    for row in returned.rows:
        if not row.key:
            _take_added(row, tasks, found)
        elif row.key not in tasks:
            found.troubles.append(
                Trouble(row.place, f"không có nhiệm vụ mang mã “{row.key}” trong các kế hoạch này")
            )
        else:
            _take_changes(row, returned, tasks[row.key], seen, found)
    return found


def _take_changes(
    row: GivenRow, returned: Returned, task: Followed, seen: dict[tuple[str, Name], Change], found: Review
) -> None:
    now = current(task)
    bases = returned.base.get(row.key) or (now,)
    if any(_same(row.values, base) for base in bases):
        return
    for change in _changes(row, bases[0], now, task, found):
        before = seen.setdefault((change.key, change.field), change)
        if before is change:
            found.changes.append(change)
        elif before.value != change.value:
            head = FIELD_HEADS[change.field]
            found.troubles.append(
                Trouble(
                    row.place,
                    f"mã “{row.key}” đã có ở dòng {before.place.row} với {head} khác; giữ dòng trước",
                )
            )


def _same(given: Values, base: Values) -> bool:
    return all(base.get(name) == value for name, value in given.items())


def _changes(row: GivenRow, base: Values, now: Values, task: Followed, found: Review) -> Iterator[Change]:
    for name in NAMES:
        if name not in row.values or row.values[name] in (base.get(name), now[name]):
            continue
        value = row.values[name]
        if isinstance(value, Broken):
            found.troubles.append(Trouble(row.place, f"{FIELD_HEADS[name]}: {value.reason}"))
        elif reason := _refused(name, base, now, task):
            found.troubles.append(Trouble(row.place, reason))
        else:
            was = now[name]
            yield Change(row.place, row.key, task.task.id, task.task.text, name, _word(was), value)


def _refused(name: Name, base: Values, now: Values, task: Followed) -> str | None:
    if name == "text" and task.own_source is None:
        return "nội dung do văn bản giao nêu, không sửa qua bảng theo dõi; hãy ghi vào cột Ghi chú"
    if base.get(name) != now[name]:
        by = task.said[name].by if name in task.said else "bản đọc mới"
        return f"{FIELD_HEADS[name]} đã được {by} đổi sau khi xuất bảng này; hãy xuất bảng mới rồi sửa lại"
    return None


def _word(value: Word | Broken) -> Word:
    return None if isinstance(value, Broken) else value


def current(task: Followed) -> dict[Name, Word | Broken]:
    """What a tracker made now would say, as it would come back."""
    return {name: understood(name, value, WINDOWS_EPOCH) for name, value in shown_values(task).items()}


def _take_added(row: GivenRow, tasks: Mapping[str, Followed], found: Review) -> None:
    text = row.values.get("text")
    if not isinstance(text, str):
        found.troubles.append(Trouble(row.place, "dòng không có mã và không có nội dung nhiệm vụ"))
        return
    key = OWN_KEY + made_key(row.source, text)[:13]
    if key in tasks:
        return  # taken at an earlier import
    if before := next((a for a in found.added if a.key == key), None):
        found.troubles.append(Trouble(row.place, f"trùng với nhiệm vụ thêm ở dòng {before.place.row}"))
        return
    values: dict[Name, Word] = {}
    for name in NAMES:
        value = row.values.get(name)
        if isinstance(value, Broken):
            found.troubles.append(Trouble(row.place, f"{FIELD_HEADS[name]}: {value.reason}"))
        elif value and name != "text":
            values[name] = value
    found.added.append(Added(row.place, key, text, row.source, values))
