"""Names that a document itself gives to units: in brackets, among its receivers, in its columns of units."""

from __future__ import annotations

import pytest

from builders import plan_of
from understanding.paper import plan_of as paper
from vanthu.document.content import Header
from vanthu.document.evidence import Sourced
from vanthu.document.plan import Plan
from vanthu.rulebook import Rulebook
from vanthu.understanding.sentences.learned import with_names_of
from vanthu.understanding.sentences.rules import SentenceRules


def names(rules: SentenceRules, text: str) -> list[str]:
    """The units that a text begins with."""
    units, _ = rules.grammar.read(text).list_at(0)
    return [unit.name for unit in units]


def sent_to(*receivers: str) -> Plan:
    return plan_of("Họp").with_layers(header=Header(recipients=tuple(Sourced(value=r) for r in receivers)))


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Trung tâm Điều hành thông minh (IOC) trực.", "IOC"),
        ("Phòng Kế hoạch tổng hợp (KHTH) trực.", "KHTH"),
        ("Câu lạc bộ Hướng dương (gọi tắt là CLBHD) họp.", "CLBHD"),
    ],
)
def test_capitals_in_a_bracket_behind_a_name_are_a_name(rules: SentenceRules, text: str, short: str) -> None:
    assert names(rules, f"{short} theo dõi") == []
    assert names(with_names_of(plan_of(text), rules), f"{short} theo dõi") == [short]


def test_capitals_behind_what_is_no_unit_are_none(rules: SentenceRules) -> None:
    knowing = with_names_of(plan_of("Rà soát đàn gia súc (ĐGS) trong xã."), rules)
    assert names(knowing, "ĐGS theo dõi") == []


@pytest.mark.parametrize("receiver", ["Xưởng phim Hoa Ban", "Đài trạm Khe Sậy", "Cổng TTĐT xã"])
def test_receivers_in_words_that_no_rule_knows_are_units(rules: SentenceRules, receiver: str) -> None:
    assert names(rules, f"{receiver} đăng tải") == []
    assert names(with_names_of(sent_to(receiver), rules), f"{receiver} đăng tải") == [receiver]


def test_several_receivers_in_one_line_are_several_units(rules: SentenceRules) -> None:
    knowing = with_names_of(sent_to("Xưởng phim Hoa Ban; Khu nội trú Sông Sậy (để thực hiện)"), rules)
    assert names(knowing, "Khu nội trú Sông Sậy quét dọn") == ["Khu nội trú Sông Sậy"]


def test_a_line_that_begins_small_is_no_name(rules: SentenceRules) -> None:
    assert with_names_of(sent_to("như trên"), rules) == rules


def test_cells_of_a_column_of_units_are_units(rules: SentenceRules, rulebook: Rulebook) -> None:
    table = (
        "|STT|Nội dung|Đơn vị chủ trì|\n|1|Chiếu phim|Xưởng phim Hoa Ban|\n|2|Nội dung Khe Sậy|Trạm Y tế xã|"
    )
    knowing = with_names_of(paper(table, rulebook), rules)
    assert names(knowing, "Xưởng phim Hoa Ban chiếu phim") == ["Xưởng phim Hoa Ban"]
    assert names(knowing, "Nội dung Khe Sậy chiếu phim") == []


def test_the_issuer_is_known(rules: SentenceRules, rulebook: Rulebook) -> None:
    knowing = with_names_of(paper("Họp", rulebook, issuer="Ủy ban nhân dân  xã Mường Bú"), rules)
    assert knowing.issues("ủy ban nhân dân xã")
    assert not rules.issues("ủy ban nhân dân xã")


def test_a_plan_that_brings_in_no_name_leaves_the_rules(rules: SentenceRules) -> None:
    assert with_names_of(plan_of("Công an xã tuần tra."), rules) == rules
