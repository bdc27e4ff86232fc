"""What people said of the tasks of a plan: who, when, which field, from what to what. Kept beside `plan.json`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from vanthu.contract.base import Lean
from vanthu.errors import InputError

JOURNAL_FILE = "corrections.json"
Name = Literal["progress", "done_on", "note", "due", "lead", "coordinate", "products", "text", "state"]
"""What is said of. `state` is what people think of a task that the machine proposed; no sheet has a column for it."""
Word = Annotated[str | tuple[str, ...] | None, Field(description="Days are ISO; null: emptied")]
NAMES: tuple[Name, ...] = ("progress", "done_on", "due", "lead", "coordinate", "products", "note", "text")
LISTS: frozenset[Name] = frozenset({"lead", "coordinate", "products"})


class Entry(Lean):
    """One thing that one person said."""

    optional = frozenset({"where"})
    task: str = Field(description="Key of the task (Mã nhiệm vụ)")
    id: str = Field(default="", description="Its place in the document when this was said")
    text: str = Field(default="", description="Its words when this was said; by them it is found again")
    field: Name
    was: Word = Field(default=None, description="What stood there before")
    value: Word = None
    by: str
    at: str = Field(description="ISO 8601, with the zone")
    where: str = Field(default="", description="File, sheet and row that it came from")


class OwnTask(Lean):
    """A task that people added."""

    task: str
    text: str
    source: str = Field(default="", description="The document that gives it, as people wrote it")
    by: str
    at: Annotated[str, Field(description="ISO 8601, with the zone")]


class Journal(Lean):
    """All that was said, in order; nothing is ever taken out."""

    version: Literal[1] = 1
    entries: tuple[Entry, ...] = ()
    own: tuple[OwnTask, ...] = ()

    def latest(self) -> Mapping[str, Mapping[Name, Entry]]:
        """The last word on each field of each task; what was said last stands last."""
        found: dict[str, dict[Name, Entry]] = {}
        for entry in self.entries:
            fields = found.setdefault(entry.task, {})
            fields.pop(entry.field, None)
            fields[entry.field] = entry
        return found

    def with_more(self, entries: Iterable[Entry], own: Iterable[OwnTask] = ()) -> Journal:
        """With these behind the others; an own task that is there already is not doubled."""
        known = {task.task for task in self.own}
        fresh = {task.task: task for task in own if task.task not in known}
        return Journal(entries=(*self.entries, *entries), own=(*self.own, *fresh.values()))


def load_journal(folder: Path) -> Journal:
    """What was said of the plan in a folder; nothing where there is no journal. Raises `InputError` where it is broken."""
    path = folder / JOURNAL_FILE
    try:
        return Journal.model_validate_json(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return Journal()
    except OSError as error:
        raise InputError("không đọc được sổ ghi sửa đổi; hãy kiểm tra quyền đọc", where=str(path)) from error
    except ValidationError as error:
        raise InputError(
            "sổ ghi sửa đổi không đúng cấu trúc; hãy khôi phục bản sao lưu hoặc chuyển tệp đi nơi khác",
            where=str(path),
        ) from error


def dumps(journal: Journal) -> str:
    """The text of a journal."""
    return json.dumps(journal.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"
