"""Every example and counter-example that stands beside a rule of the program, and the words that clerks read about it."""

from __future__ import annotations

import unicodedata

import pytest
import regex
import yaml

from vanthu.rulebook import Rulebook, load_rulebook
from vanthu.rulebook.check import failures

_QUOTED = regex.compile(r"'[^']*'|\([^()]*\)")  # examples inside an explanation do not make it Vietnamese
_ENGLISH = regex.compile(r"(?i)\b(?:the|of|and|or|is|are|its|that|with|which|what|who|when|by|not|words?)\b")


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()


def _is_vietnamese(text: str) -> bool:
    bare = _QUOTED.sub("", text)
    marked = "đ" in bare.lower() or any(unicodedata.combining(c) for c in unicodedata.normalize("NFD", bare))
    return marked and not _ENGLISH.search(bare)


def test_all_examples_hold(rulebook: Rulebook) -> None:
    assert failures(rulebook) == []


def test_there_are_rules(rulebook: Rulebook) -> None:
    assert sum(len(s.compiled) for s in rulebook.sets.values()) > 50


def test_clerks_read_in_vietnamese_why_a_rule_is_there(rulebook: Rulebook) -> None:
    rules = [c.rule for s in rulebook.sets.values() for c in s.compiled]
    assert {r.id: r.why for r in rules if not _is_vietnamese(r.why)} == {}


def test_clerks_read_in_vietnamese_what_a_file_is_about(rulebook: Rulebook) -> None:
    files = {p.name: yaml.safe_load(p.read_text(encoding="utf-8")) for p in rulebook.folder.glob("*.yaml")}
    about = {name: str(file["about"]) for name, file in files.items() if "about" in file}
    assert len(about) > 10
    assert {name: text for name, text in about.items() if not _is_vietnamese(text)} == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trích yếu nội dung của công văn", True),
        ("'ID' ở cuối tên bị đọc thành 'lD'", True),
        ("the subject of a letter", False),
        ("opens a list", False),
        ("kinds of units (các sở, ban)", False),
        ("Đ comes out twice where its bar is thick", False),
    ],
)
def test_english_with_vietnamese_examples_is_told_apart(text: str, expected: bool) -> None:
    assert _is_vietnamese(text) is expected
