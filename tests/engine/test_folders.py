from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanthu.engine.folders import assign, number_in, part_of


def folders(out: Path, *paths: str) -> list[str]:
    return [job.folder.name for job in assign([Path(p) for p in paths], out)]


def finished(folder: Path, source: str) -> None:
    folder.mkdir(parents=True)
    (folder / "plan.json").write_text(json.dumps({"source": source}), encoding="utf-8")


def test_a_folder_is_named_after_its_file(tmp_path: Path) -> None:
    assert folders(tmp_path, "in/kh-01.pdf", "in/kh 02.docx") == ["kh-01", "kh 02"]


def test_files_that_share_a_name_keep_their_endings(tmp_path: Path) -> None:
    assert folders(tmp_path, "a.pdf", "b.pdf", "a.docx") == ["a.pdf", "b", "a.docx"]


def test_names_that_differ_in_case_only_are_kept_apart(tmp_path: Path) -> None:
    assert folders(tmp_path, "A.pdf", "a.docx") == ["A.pdf", "a.docx"]


def test_files_of_one_name_in_two_places_get_a_mark_that_does_not_change(tmp_path: Path) -> None:
    first = folders(tmp_path, "x/a.pdf", "y/a.pdf")
    assert len(set(first)) == 2
    assert all(name.startswith("a.pdf-") for name in first)
    assert folders(tmp_path, "y/a.pdf", "x/a.pdf") == first[::-1]


def test_results_of_the_same_file_are_made_anew(tmp_path: Path) -> None:
    finished(tmp_path / "a", "a.pdf")
    assert folders(tmp_path, "a.pdf") == ["a"]


def test_results_of_another_file_are_never_overwritten(tmp_path: Path) -> None:
    finished(tmp_path / "a", "a.docx")
    assert folders(tmp_path, "a.pdf") == ["a.pdf"]


@pytest.mark.parametrize("source", ["kh.pdf", "kh--2.pdf", "kh-1--3.tar.pdf"])
@pytest.mark.parametrize("number", [1, 2, 11])
@pytest.mark.parametrize("taken", [False, True])
def test_a_part_is_known_by_its_folder(tmp_path: Path, source: str, number: int, taken: bool) -> None:
    (job,) = assign([Path(source)], tmp_path)
    if taken:
        finished(part_of(job, number).folder, "other.pdf")
        (job,) = assign([Path(source)], tmp_path)
    assert number_in(part_of(job, number).folder.name, source) == number


def test_anything_else_that_lies_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "letter.odt").write_text("mine", encoding="utf-8")
    (tmp_path / "b").write_text("mine", encoding="utf-8")
    assert folders(tmp_path, "a.pdf", "b.pdf") == ["a.pdf", "b.pdf"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from("xyz"), st.sampled_from(["a", "b", "a.pdf"]), st.sampled_from(["pdf", "txt"])
        )
    )
)
def test_no_two_documents_ever_share_a_folder(parts: list[tuple[str, str, str]]) -> None:
    paths = sorted({f"{place}/{stem}.{suffix}" for place, stem, suffix in parts})
    given_out = folders(Path("/nowhere/out"), *paths)
    assert len({name.lower() for name in given_out}) == len(paths)
