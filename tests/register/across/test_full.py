"""The audit of everything: in shares of any order, interrupted, while others write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import pytest

from filings import DUTY, plan, task
from vanthu.register import Register
from vanthu.register.across import audit_all, passes, shown
from vanthu.register.across.full import Stage
from vanthu.register.across.shares import Done, Share, cut, one_by_one
from vanthu.register.history import happened
from vanthu.register.intake import Arrival, add_all, add_checked
from vanthu.register.keeping.expunge import expunge

WITHIN = (task(due="2024-03-29"), task(f"{DUTY} tại nhà văn hóa", "2024-05-31"))  # one plan against itself
Told = tuple[str, str, tuple[str | None, ...]]


@pytest.fixture
def filled(register: Register) -> Register:
    """Plans that contradict each other and themselves, never checked."""
    plans = [
        plan("1", *WITHIN),
        plan("2", task(due="2024-06-14"), issued_on="2024-02-01"),
        plan("3", task("Nạo vét kênh nội đồng", "2024-01-31"), issued_on="2024-02-12"),
    ]
    register.work(lambda c: add_all(c, [Arrival(p) for p in plans]))
    return register


def told(register: Register) -> set[Told]:
    """The findings that stand, word for word."""
    found = register.look(shown)
    return {(f.key, f.note, tuple(side.quote for side in f.sides)) for f in found}


def backwards(register: Register, shares: Sequence[Share]) -> Iterator[Done]:
    return one_by_one(register, shares[::-1])


def test_the_order_of_shares_makes_no_difference(filled: Register) -> None:
    assert audit_all(filled).standing > 2
    found = told(filled)
    assert audit_all(filled, spread=backwards).standing == len(found)
    assert told(filled) == found


def test_shares_done_backwards_come_to_the_same_the_first_time(filled: Register) -> None:
    audit_all(filled, spread=backwards)
    found = told(filled)
    audit_all(filled)
    assert told(filled) == found
    assert "gone" not in [event.action for event in filled.look(happened)]


def test_every_document_is_in_one_share_of_each_pass(filled: Register) -> None:
    shares = filled.look(cut)
    assert all(share.first <= share.last for share in shares)
    assert len({share.part for share in shares}) == len(shares) == 5


def test_an_audit_that_is_cut_short_ends_no_finding_and_the_next_one_is_whole(filled: Register) -> None:
    audit_all(filled)
    found = told(filled)

    def cut_short(register: Register, shares: Sequence[Share]) -> Iterator[Done]:
        yield from one_by_one(register, shares[:1])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        audit_all(filled, spread=cut_short)
    assert told(filled) == found
    audit_all(filled)
    assert told(filled) == found


def test_what_is_taken_out_meanwhile_leaves_no_finding(filled: Register) -> None:
    def taken_out(register: Register, shares: Sequence[Share]) -> Iterator[Done]:
        done = list(one_by_one(register, shares))
        register.work(partial(expunge, document=2, who="Lê Thị Thử", reason="văn bản mật"))
        yield from done

    audit_all(filled, spread=taken_out)
    found = told(filled)
    sides = [side for finding in filled.look(shown) for side in finding.sides]
    assert sides
    assert not [side for side in sides if side.document.startswith("2. ")]
    audit_all(filled)
    assert told(filled) == found


def test_what_comes_in_meanwhile_keeps_its_findings(filled: Register) -> None:
    late = plan("4", task(due="2024-07-31"), issued_on="2024-02-20")

    def with_another(register: Register, shares: Sequence[Share]) -> Iterator[Done]:
        yield from one_by_one(register, shares)
        register.work(partial(add_checked, arrivals=[Arrival(late)]))

    audit_all(filled, spread=with_another)
    found = told(filled)
    assert any(note.count("31/7/2024") for _, note, _ in found)
    audit_all(filled)
    assert told(filled) == found


def test_drawers_that_are_too_full_are_counted(filled: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    assert audit_all(filled).full == 0
    monkeypatch.setattr(passes, "CAP", 2)
    assert audit_all(filled).full > 0


def test_it_tells_how_far_it_is(filled: Register) -> None:
    heard: list[tuple[Stage, int, int]] = []
    audit_all(filled, told=lambda *how: heard.append(how))
    assert {stage for stage, _, _ in heard} == {Stage.COMPARING}
    assert heard[-1][1] == heard[-1][2] == len(heard)
