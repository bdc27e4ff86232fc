"""The tokenizer keeps the text; the component keeps the rules' ids."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from builders import small_language
from vanthu.errors import RulesError
from vanthu.language.engine import build_engine
from vanthu.language.rules_component import matches_of
from vanthu.language.tokenizer import Tokenizer
from vanthu.rulebook import load_rulebook

TOKENIZER = Tokenizer(Vocab())


@given(st.text())
def test_the_tokenizer_keeps_every_character(text: str) -> None:
    assert TOKENIZER(text).text == text


def test_words_numbers_and_marks_are_tokens() -> None:
    assert [t.text for t in TOKENIZER("gửi 30/6/2025; UBND-CA")] == [
        "gửi",
        "30",
        "/",
        "6",
        "/",
        "2025",
        ";",
        "UBND",
        "-",
        "CA",
    ]


def test_matches_become_spans_with_the_rules_id(tmp_path: Path) -> None:
    config = small_language(tmp_path)
    doc = build_engine(load_rulebook(tmp_path), config)("gửi trước 30/6.")
    assert [(s.text, s.id_) for s in doc.spans["DEADLINE"]] == [("trước 30/6", "deadline.before")]
    assert matches_of(doc, "DEADLINE")[0].groups == {"day": "30"}
    assert matches_of(doc, "OTHER") == ()


@pytest.mark.parametrize("content", ["[nlp", None])
def test_a_bad_configuration_is_one_line(tmp_path: Path, content: str | None) -> None:
    config = small_language(tmp_path, label="MISSING")
    if content:
        config.write_text(content, encoding="utf-8")
    with pytest.raises(RulesError):
        build_engine(load_rulebook(tmp_path), config)


def test_a_paragraph_of_any_length_is_taken(tmp_path: Path) -> None:
    config = small_language(tmp_path)
    engine = build_engine(load_rulebook(tmp_path), config)
    filling = "x" * 1_000_000
    assert [m.rule.id for m in matches_of(engine(f"{filling} trước 3/4"), "DEADLINE")] == ["deadline.before"]
