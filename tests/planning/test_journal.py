from pathlib import Path

import pytest

from vanthu.errors import InputError
from vanthu.planning.journal import JOURNAL_FILE, Entry, Journal, OwnTask, dumps, load_journal

AT = "2024-07-01T08:00:00+07:00"


def entry(value: str, task: str = "u1") -> Entry:
    return Entry(task=task, field="note", value=value, by="Lan", at=AT)


def test_the_last_word_counts_and_the_earlier_stay() -> None:
    journal = Journal().with_more([entry("một")]).with_more([entry("hai"), entry("ba", "u2")])
    assert {task: words["note"].value for task, words in journal.latest().items()} == {
        "u1": "hai",
        "u2": "ba",
    }
    assert [e.value for e in journal.entries] == ["một", "hai", "ba"]


def test_an_own_task_is_not_doubled() -> None:
    own = OwnTask(task="bs-1", text="Việc thêm", by="Lan", at=AT)
    assert Journal().with_more([], [own, own]).with_more([], [own]).own == (own,)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    journal = Journal().with_more([Entry(task="u", field="lead", was=("A", "B"), value=(), by="Lan", at=AT)])
    (tmp_path / JOURNAL_FILE).write_text(dumps(journal), encoding="utf-8")
    assert load_journal(tmp_path) == journal


def test_without_a_file_nothing_was_said(tmp_path: Path) -> None:
    assert load_journal(tmp_path / "missing") == Journal()


@pytest.mark.parametrize("text", ["", "{", '{"version": 2}', '{"entries": [{"task": "x"}]}'])
def test_a_broken_journal_is_told_and_never_taken_for_an_empty_one(tmp_path: Path, text: str) -> None:
    (tmp_path / JOURNAL_FILE).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="sổ ghi sửa đổi"):
        load_journal(tmp_path)
