from __future__ import annotations

from pathlib import Path

import pytest

from mending import mender
from vanthu.errors import RulesError
from vanthu.repair.lexicon import Lexicon, load_lexicon
from vanthu.repair.measures import load_mending

FILE = "version: 1\nalone: và; của\nnames: Hà Nội\nterms: VNeID\nfields:\n  x: >-\n    {}\n"


def lexicon_of(folder: Path, phrases: str) -> Lexicon:
    path = folder / "compounds.yaml"
    path.write_text(FILE.format(phrases), encoding="utf-8")
    return load_lexicon(path)


def test_a_phrase_gives_its_neighbours_by_twos_and_threes(tmp_path: Path) -> None:
    lexicon = lexicon_of(tmp_path, "sổ hộ khẩu; kiểm tra")
    assert {("sổ", "hộ"), ("hộ", "khẩu"), ("kiểm", "tra"), ("hà", "nội")} == lexicon.pairs
    assert lexicon.triples == {("sổ", "hộ", "khẩu")}
    assert ("kiểm", "tra") in lexicon.compounds
    assert ("sổ", "hộ") not in lexicon.compounds


def test_stops_inside_a_phrase_part_nothing(tmp_path: Path) -> None:
    assert ("đổi", "bổ") in lexicon_of(tmp_path, "sửa đổi, bổ sung").pairs


def test_both_places_of_a_tone_mark_are_one(tmp_path: Path) -> None:
    assert lexicon_of(tmp_path, "hoà giải").pairs == lexicon_of(tmp_path, "hòa giải").pairs


@pytest.mark.parametrize("phrases", ["sổ 2 hộ", "kiểm tra (xã)", "a/b"])
def test_what_is_no_phrase_is_refused_by_name(tmp_path: Path, phrases: str) -> None:
    with pytest.raises(RulesError, match="ký tự"):
        lexicon_of(tmp_path, phrases)


@pytest.mark.parametrize("text", ["version: 2\nfields: {}", "fields: [", "version: 1\nfields: {}\nmore: 1"])
def test_a_broken_table_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "compounds.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RulesError, match=r"compounds\.yaml"):
        load_lexicon(path)


def test_limits_that_are_no_shares_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "mending.yaml"
    path.write_text("version: 1\nlimits: {doubtful: 7}\nreasons: {}", encoding="utf-8")
    with pytest.raises(RulesError, match=r"limits\."):
        load_mending(path)


def test_the_program_s_own_lexicon_is_large_and_knows_the_language() -> None:
    lexicon = mender().lexicon
    assert len(lexicon.pairs) > 4500
    assert {("tổ", "chức"), ("triển", "khai"), ("căn", "cước"), ("thiên", "tai")} <= lexicon.pairs
    assert not {("tố", "chức"), ("triến", "khai"), ("kiếm", "tra")} & lexicon.pairs


def test_every_reason_that_is_given_has_words() -> None:
    assert all(reason.strip() for reason in mender().file.reasons.values())
