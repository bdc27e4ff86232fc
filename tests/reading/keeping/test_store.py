"""A bounded folder of files that many processes may use."""

from __future__ import annotations

import os
import stat
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from vanthu.reading.keeping.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "readings", limit=100)


def use_at(store: Store, name: str, seconds: float) -> None:
    """As if an entry had last been used at a time."""
    (entry,) = (e for e in store.entries() if e.path.stem == name)
    os.utime(entry.path, (seconds, seconds))


def test_what_was_put_is_found_again_and_nothing_else(store: Store) -> None:
    assert store.get("a") is None
    store.put("a", b"1")
    store.put("a", b"2")
    assert (store.get("a"), store.get("b")) == (b"2", None)


def test_files_are_for_their_owner_alone(store: Store) -> None:
    store.put("a", b"1")
    (entry,) = store.entries()
    assert stat.S_IMODE(entry.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


def test_what_was_not_used_for_longest_goes_first(store: Store) -> None:
    for time, name in enumerate(("old", "middle", "new")):
        store.put(name, bytes(40 if name != "new" else 10))
        use_at(store, name, 1000 + time)
    assert store.get("old") is not None  # used now
    store.put("more", bytes(40))
    assert {e.path.stem for e in store.entries()} == {"old", "new", "more"}
    assert sum(e.size for e in store.entries()) <= store.limit


def test_more_than_the_limit_is_not_kept_and_drives_nothing_out(store: Store) -> None:
    store.put("a", b"1")
    store.put("b", bytes(101))
    assert [e.path.stem for e in store.entries()] == ["a"]


def test_a_file_is_forgotten_by_the_beginning_of_its_names(store: Store) -> None:
    for name in ("aa-1", "aa-2", "ab-1"):
        store.put(name, b"1")
    assert store.drop("aa") == 2
    assert [e.path.stem for e in store.entries()] == ["ab-1"]


def test_clearing_removes_what_a_killed_process_left_too(store: Store) -> None:
    store.put("a", b"1")
    (store.folder / "x.half").write_bytes(b"1")
    assert store.clear() == 1
    assert list(store.folder.iterdir()) == []


def test_what_a_killed_process_left_goes_after_a_while(store: Store) -> None:
    store.put("a", b"1")
    for name, age in (("x", 10_000.0), ("y", 0.0)):
        half = store.folder / f"{name}.half"
        half.write_bytes(b"1")
        now = half.stat().st_mtime
        os.utime(half, (now - age, now - age))
    store.put("b", b"1")
    assert sorted(path.name for path in store.folder.glob("*.half")) == ["y.half"]


def test_a_folder_that_can_not_be_made_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    store = Store(tmp_path / "file" / "readings", limit=100)
    store.put("a", b"1")
    assert (store.get("a"), store.entries(), store.clear()) == (None, (), 0)


def _hammer(store: Store, seed: int) -> int:
    wrong = 0
    for turn in range(60):
        name = f"{(turn * seed) % 7}"
        store.put(name, name.encode() * 20)
        found = store.get(name)
        wrong += found not in (None, name.encode() * 20)
    return wrong


def test_processes_never_see_half_a_file(store: Store) -> None:
    with ProcessPoolExecutor(3, get_context("fork")) as pool:
        assert sum(pool.map(_hammer, [store] * 3, [1, 2, 3])) == 0
    assert sum(e.size for e in store.entries()) <= store.limit
    assert not list(store.folder.glob("*.half"))
