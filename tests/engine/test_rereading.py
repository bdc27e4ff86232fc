"""Documents of a register read again: by stages that do what the file says, and from what was kept of a real one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from contracts import contract, task
from faults import Obey, open_hashed
from sheets import born_pdf
from vanthu import api
from vanthu.contract.model import SourceFile
from vanthu.document.plan import Plan
from vanthu.engine.rereading import Reread, published, reread
from vanthu.engine.worker import Work
from vanthu.errors import InputError, SecretError
from vanthu.register import Register, open_register
from vanthu.register.intake import Arrival, add
from vanthu.register.people import Speaker, correct
from vanthu.register.plans import kept
from vanthu.register.rereading import originals, outdated, read_since
from vanthu.settings import Settings
from vanthu.stage import Pipeline


@dataclass(frozen=True)
class Whole(Obey):
    """Gives all that a public plan needs."""

    provides: frozenset[str] = Obey.provides | {"citations", "schedule"}

    def __call__(self, plan: Plan) -> Plan:
        return super().__call__(plan).with_layers(citations=(), schedule=())


def whole() -> Pipeline:
    return Pipeline((Whole(),))


WORK = Work(whole, open_hashed, published)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return open_register(str(tmp_path / "so.db"), create=True)


def registered(register: Register, folder: Path, order: str, *, rules: str = "old", name: str = "a") -> Path:
    """A document whose file says what becomes of it when it is read again."""
    path = folder / f"{name}.txt"
    path.write_text(f"{order} {name}", encoding="utf-8")
    source = open_hashed(path)
    file = SourceFile(**{field: getattr(source, field) for field in SourceFile.model_fields})
    read = contract(task("1", text="việc khác"), task("2"), document={"number": "35"}, rules=rules)
    plan = read.model_copy(update={"file": file, "status": "complete"})
    register.work(lambda c: add(c, Arrival(plan, path, documents=1, program="vanthu 0")))
    return path


def again(register: Register, *, dry_run: bool = False) -> list[Reread]:
    found = register.look(lambda connection: originals(connection, None))
    return list(reread(register, found, WORK, Settings(), jobs=1, dry_run=dry_run))


def numbers(register: Register) -> list[tuple[int, str | None]]:
    """Versions, and what each document's number is."""
    with register.reading() as connection:
        return [(paper.version, paper.followed.plan.document.number) for paper in kept(connection)]


def test_old_and_new_stand_side_by_side_and_what_people_said_is_held(
    register: Register, tmp_path: Path
) -> None:
    registered(register, tmp_path, "fine")
    lan = Speaker("Lan")
    register.work(lambda c: correct(c, 1, {"number": "77"}, lan))
    register.work(lambda c: correct(c, 1, {"note": "đã giao"}, lan, task="2"))
    tried = again(register, dry_run=True)
    assert numbers(register) == [(1, "77")]
    (found,) = again(register)
    assert (tried[0].now, found.was, found.now) == (None, 1, 2)
    assert (tried[0].differences, tried[0].lost) == (found.differences, found.lost)
    told = {d.field: (d.was, d.now, d.pinned) for d in found.differences}
    assert told["document.number"] == ("35", "36", True)
    assert told["task.1.text"] == ("việc khác", "việc", False)
    assert told["task.2"] == ("Rà soát hồ sơ của mục 2", None, False)
    assert found.lost == ("Rà soát hồ sơ của mục 2",)
    assert numbers(register) == [(2, "77")]
    assert not again(register)[0].differences
    assert numbers(register) == [(2, "77")]


@pytest.mark.parametrize(
    ("order", "kind"), [("broken-page", InputError), ("unreadable", InputError), ("secret", SecretError)]
)
def test_a_reading_that_fails_changes_nothing(
    register: Register, tmp_path: Path, order: str, kind: type[Exception]
) -> None:
    registered(register, tmp_path, order)
    registered(register, tmp_path, "fine", name="b")
    first, second = again(register)
    assert isinstance(first.failure, kind)
    assert ("vanthu register expunge" in str(first.failure)) == (kind is SecretError)
    assert (first.document, first.now, second.now) == (1, None, 2)
    assert numbers(register) == [(1, "35"), (2, "36")]


def test_which_documents_are_read_again(register: Register, tmp_path: Path) -> None:
    for name, rules in (("a", "aa1"), ("b", "bb1"), ("c", "aa2"), ("d", "bb1")):
        registered(register, tmp_path, "fine", name=name, rules=rules)

    def chosen(condition: object) -> list[str]:
        with register.reading() as connection:
            wanted = read_since(connection, condition) if isinstance(condition, str) else outdated("aa2")
            return [Path(o.location or "").stem for o in originals(connection, wanted)]

    assert chosen("bb1") == chosen("b") == ["b", "c", "d"]
    assert chosen("aa2") == ["c"]
    assert chosen(None) == ["a", "b", "c", "d"]  # all by another program
    for unclear in ("a", "zz"):
        with pytest.raises(InputError, match="aa1"):
            chosen(unclear)


def test_what_was_recognised_is_enough_where_the_original_is_gone(register: Register, tmp_path: Path) -> None:
    lines = ("ỦY BAN NHÂN DÂN XÃ AN PHƯỚC", "KẾ HOẠCH", "1. Công an xã báo cáo trước ngày 31/7/2024.")
    paths = [born_pdf(tmp_path / name, (*lines, name)) for name in ("con.pdf", "mat.pdf")]
    for path in paths:
        plan = published(api.process(path, keep=path.name == "con.pdf"), path)
        old = plan.model_copy(update={"rules": "old", "tasks": ()})
        register.work(lambda c, o=old, p=path: add(c, Arrival(o, p, documents=1)))  # type: ignore[misc]
        path.unlink()
    found = {one.document: one for one in api.reprocess(register, jobs=1)}
    assert (found[1].now, [d.field.partition(".")[0] for d in found[1].differences]) == (2, ["task"])
    assert isinstance(found[2].failure, InputError)
