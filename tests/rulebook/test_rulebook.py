"""Loading, matching and explaining, on rules made for the test."""

from __future__ import annotations

import pickle
from pathlib import Path
from textwrap import dedent

import pytest
import regex

from vanthu.errors import RulesError
from vanthu.rulebook import Rulebook, RuleSet, load_rulebook
from vanthu.rulebook.check import failures
from vanthu.rulebook.match import CompiledRule
from vanthu.rulebook.patterns import Expression

GOOD = """
version: 1
label: DEADLINE
fragments:
  dm: '(?P<day>\\d{1,2})/(?P<month>\\d{1,2})'
rules:
  - id: deadline.before
    why: a date after a word of limit
    pattern: '(?:trước|chậm nhất) (?:ngày )?{dm}'
    value: before
    examples: [{text: 'gửi trước ngày 30/6;', match: 'trước ngày 30/6', groups: {day: '30', month: '6'}}]
    counter_examples: ['như đã nêu trước đây']
  - id: deadline.plain
    why: a date alone
    pattern: '{dm}'
    priority: 5
    examples: [{text: 'hạn 30/6'}]
  - id: deadline.ratio
    why: 7/11 wards is a count
    pattern: '{dm} (?:phường|xã)'
    priority: 20
    negative: true
    examples: [{text: '7/11 phường'}]
  - id: deadline.old
    why: a phrase in the new style of tone marks
    forms: ['uỷ ban hành chính']
    examples: [{text: 'Ủy ban  hành chính'}]
"""


def book(tmp_path: Path, text: str = GOOD, **files: str) -> Rulebook:
    for name, content in {"deadlines": text, **files}.items():
        (tmp_path / f"{name}.yaml").write_text(dedent(content), encoding="utf-8")
    return load_rulebook(tmp_path)


def found(rulebook: Rulebook, text: str) -> list[tuple[str, str]]:
    return [(m.rule.id, text[m.span.start : m.span.end]) for m in rulebook["DEADLINE"].find(text)]


def test_a_fragment_may_list_phrases_of_which_the_longest_counts(tmp_path: Path) -> None:
    listed = GOOD.replace("fragments:", "fragments:\n  feast: [Tết, Tết Trung thu, 'lễ (hội)']").replace(
        "'{dm}'", "'trước {feast}'"
    )
    rulebook = book(tmp_path, listed.replace("hạn 30/6", "trước tết"))
    assert found(rulebook, "xong trước Tết  Trung thu") == [("deadline.plain", "trước Tết  Trung thu")]
    assert found(rulebook, "xong trước lễ (hội)") == [("deadline.plain", "trước lễ (hội)")]


def test_the_higher_rule_wins_and_gives_its_groups(tmp_path: Path) -> None:
    text = "gửi trước\n ngày 30/6 và 5/7"
    rulebook = book(tmp_path)
    assert found(rulebook, text) == [("deadline.before", "trước\n ngày 30/6"), ("deadline.plain", "5/7")]
    match = rulebook["DEADLINE"].first(text)
    assert match is not None
    assert match.groups == {"day": "30", "month": "6"}
    assert text[slice(*match.group_spans["day"])] == "30"


def test_a_blank_may_be_optional(tmp_path: Path) -> None:
    rulebook = book(
        tmp_path, GOOD.replace("pattern: '{dm}'", "pattern: 'hạn ?{dm}'").replace("priority: 5", "")
    )
    assert found(rulebook, "hạn30/6, hạn  1/7") == [
        ("deadline.plain", "hạn30/6"),
        ("deadline.plain", "hạn  1/7"),
    ]


def test_a_negative_rule_takes_its_match_out(tmp_path: Path) -> None:
    assert found(book(tmp_path), "đạt 7/11 phường, hạn 8/11") == [("deadline.plain", "8/11")]


def test_words_match_whole_and_in_both_styles_of_tone_marks(tmp_path: Path) -> None:
    rulebook = book(tmp_path)
    assert found(rulebook, "ỦY BAN HÀNH CHÍNH")[0][0] == "deadline.old"
    assert found(rulebook, "130/67") == []


def test_start_and_whole(tmp_path: Path) -> None:
    ruleset = book(tmp_path)["DEADLINE"]
    assert ruleset.at_start("  trước 30/6 gửi")
    assert ruleset.at_start("gửi trước 30/6") is None
    assert ruleset.whole("trước 30/6:")
    assert ruleset.whole("trước 30/6 gửi") is None


def test_explaining_tells_who_won_and_who_lost(tmp_path: Path) -> None:
    traces = {t.rule.id: t for t in book(tmp_path)["DEADLINE"].explain("trước 30/6")}
    assert traces["deadline.before"].outcome == "won"
    assert traces["deadline.plain"].outcome == "lost"
    assert traces["deadline.plain"].winner == traces["deadline.before"].rule
    assert traces["deadline.ratio"].outcome == "no match"


def test_examples_are_run(tmp_path: Path) -> None:
    assert failures(book(tmp_path)) == []
    broken = GOOD.replace("như đã nêu trước đây", "xong trước 1/2").replace("hạn 30/6", "hạn chót")
    lines = failures(book(tmp_path, broken))
    assert len(lines) == 2
    assert all(line.startswith("deadline.") for line in lines)


def test_strings_named_though_the_pattern_tells_them_are_refused(tmp_path: Path) -> None:
    before, ratio = "    value: before\n", "    negative: true\n"
    needless = GOOD.replace(before, f"{before}    needs: [nhất, trước]\n")
    assert [line.split(":")[0] for line in failures(book(tmp_path, needless))] == ["deadline.before"]
    needed = GOOD.replace(ratio, f"{ratio}    needs: [phường]\n")  # the pattern would do with another
    assert failures(book(tmp_path, needed)) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("{dm}'\n    priority", "{dmy}'\n    priority"), "mảnh chưa có"),
        (("value: before", "valeu: before"), "không hợp lệ"),
        (("pattern: '{dm} (?", "pattern: '{dm} ((?"), "mẫu không hợp lệ"),
        (("(?P<day>\\d{1,2})/(?P<month>\\d{1,2})", "{dm}"), "mẫu không hợp lệ"),
        (("id: deadline.plain", "id: deadline.before"), "hai lần"),
        (("version: 1", "version: [1"), "không đọc được"),
        (("examples: [{text: 'hạn 30/6'}]", "examples: []"), "không hợp lệ"),
    ],
)
def test_bad_files_are_refused_with_one_line(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    with pytest.raises(RulesError, match=message):
        book(tmp_path, GOOD.replace(*change))


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (r"gửi (?:(?:\p{L}+,? ?){1,9}){1,9};", "gửi các xã, phường và gửi các thôn;"),
        (r"(?:\w{1,9} ?){1,40} đồng", "mười hai nghìn đồng"),
    ],
)
def test_a_pattern_that_runs_away_is_refused_when_it_is_loaded(
    tmp_path: Path, pattern: str, example: str
) -> None:
    rule = f"""
        version: 1
        label: OTHER
        rules:
          - id: other.endless
            why: phần lặp nằm trong phần lặp
            pattern: '{pattern}'
            examples: [{{text: '{example}'}}]
        """
    with pytest.raises(RulesError, match="chạy mãi") as refused:
        book(tmp_path, other=rule)
    assert "other.endless" in str(refused.value)


def test_a_pattern_that_runs_away_on_a_long_text_is_stopped(tmp_path: Path) -> None:
    endless = r"(?:\w{1,9} ?){1,40};"
    compiled = CompiledRule(
        book(tmp_path)["DEADLINE"].compiled[0].rule,
        Expression(endless, regex.compile(endless, regex.VERSION0)),
    )
    with pytest.raises(RulesError, match="chạy quá") as stopped:
        RuleSet("X", (compiled,)).find("trước ngày " * 40 + "! ;")
    assert "deadline.before" in str(stopped.value)


def test_two_files_can_not_share_a_label(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="đã có trong một tệp khác"):
        book(tmp_path, again=GOOD)


def test_the_fingerprint_changes_with_the_rules_only(tmp_path: Path) -> None:
    first = book(tmp_path).fingerprint
    assert book(tmp_path).fingerprint == first
    assert book(tmp_path, GOOD.replace("a date alone", "a date by itself")).fingerprint != first


def test_a_rulebook_goes_to_a_worker(tmp_path: Path) -> None:
    rulebook = book(tmp_path)
    again = pickle.loads(pickle.dumps(rulebook))  # noqa: S301 - our own bytes
    assert again.fingerprint == rulebook.fingerprint


def test_rules_apart_keep_their_order_and_all_of_them() -> None:
    rules = load_rulebook()["LAYOUT"]
    groups = rules.apart(lambda rule: rule.value)
    values = {c.rule.value or "": name for name, group in groups.items() for c in group.compiled}
    assert all(value == name for value, name in values.items())
    assert sum(len(group.compiled) for group in groups.values()) == len(rules.compiled)
    for group in groups.values():
        places = [rules.compiled.index(c) for c in group.compiled]
        assert places == sorted(places)
