"""Kept expressions save time and change nothing."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
import regex

from vanthu.rulebook import cache, load_rulebook
from vanthu.rulebook.patterns import Expression


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "private" / "rules-x.pickle"


def test_what_is_remembered_is_recalled(kept: Path) -> None:
    written = r"(?P<day>\d+)/\d+"
    patterns = {"a.yaml": {"a.b": Expression(written, regex.compile(written))}}
    known = cache.Kept.of({"a.yaml": {"label": "A"}}, patterns)
    cache.remember(kept, known)
    assert cache.recall(kept).files == known.files
    match = cache.recall(kept).patterns("a.yaml")["a.b"].lean.search("hạn 3/4")
    assert match is not None
    assert match.groupdict() == {"day": "3"}


@pytest.mark.parametrize("content", [None, b"", b"not a pickle", b"\x80\x04K\x01."])
def test_missing_or_damaged_files_are_as_none(kept: Path, content: bytes | None) -> None:
    if content is not None:
        kept.parent.mkdir()
        kept.write_bytes(content)
    assert cache.recall(kept) == cache.Kept()


def test_a_file_that_another_byte_got_into_is_as_none(kept: Path) -> None:
    cache.remember(kept, cache.Kept({"a.yaml": {"label": "A"}}))
    whole = kept.read_bytes()
    for at in range(len(whole)):
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert cache.recall(kept) == cache.Kept()


def test_a_full_disk_leaves_no_half_made_file(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    cache.remember(kept, cache.Kept())
    assert list(kept.parent.iterdir()) == []


def test_foreign_files_are_not_opened(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.remember(kept, cache.Kept({"a.yaml": {"label": "A"}}))
    monkeypatch.setattr("os.getuid", lambda: -1)
    assert cache.recall(kept) == cache.Kept()


def test_a_folder_that_can_not_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    cache.remember(tmp_path / "file" / "rules-x.pickle", cache.Kept())


def test_only_the_newest_are_kept(kept: Path) -> None:
    for number in range(8):
        cache.remember(kept.with_name(f"rules-{number}.pickle"), cache.Kept())
    assert len(list(kept.parent.iterdir())) == 4


def test_rules_are_the_same_from_the_second_start_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "fragments.yaml").write_text("version: 1\nfragments: {day: '\\d+'}\n", encoding="utf-8")
    for label, pattern in (("ONE", "'ngày {day}'"), ("TWO", "'tháng'")):
        rule = (
            f"{{id: {label.lower()}.it, why: thử, pattern: {pattern}, examples: [{{text: 'ngày 3 tháng'}}]}}"
        )
        (folder / f"{label.lower()}.yaml").write_text(
            f"version: 1\nlabel: {label}\nrules:\n  - {rule}\n", encoding="utf-8"
        )
    monkeypatch.setattr("vanthu.rulebook.load.rules_folder", lambda: folder)
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda _: str(tmp_path / "cache"))
    made, recalled = load_rulebook(), load_rulebook()
    assert recalled.fingerprint == made.fingerprint
    assert list(recalled.sets) == list(made.sets) == ["ONE", "TWO"]
    assert recalled["ONE"].compiled[0].rule == made["ONE"].compiled[0].rule
    assert [c.pattern.lean.pattern for c in recalled["ONE"].compiled] == [
        c.pattern.lean.pattern for c in made["ONE"].compiled
    ]
    assert "NONE" not in recalled.sets


def test_what_other_code_made_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = tmp_path / "maker.py"
    places = set()
    for text in ("fold = 1", "fold = 2"):
        code.write_text(text, encoding="utf-8")
        monkeypatch.setattr(cache, "_MAKERS", (code,))
        cache._makers.cache_clear()
        places.add(cache.place("f"))
    cache._makers.cache_clear()
    assert len(places) == 2
