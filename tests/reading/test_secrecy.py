from __future__ import annotations

from pathlib import Path

import pytest

import bad_files
from sheets import LINES, born_pdf
from vanthu.errors import SecretError
from vanthu.reading import open_source, read
from vanthu.reading.secrecy import LABEL
from vanthu.rulebook import RuleSet, load_rulebook
from vanthu.settings import Settings


@pytest.fixture(scope="module")
def marks() -> RuleSet:
    return load_rulebook()[LABEL]


def read_marked(path: Path, marks: RuleSet) -> None:
    read(open_source(path), settings=Settings(), secrecy=marks)


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "**MẬT**", "[TỐI MẬT]"])
def test_marked_transcript_stops_and_tells_only_the_fact(tmp_path: Path, mark: str, marks: RuleSet) -> None:
    path = bad_files.text_file(tmp_path / "a.txt", bad_files.SECRET_PLAN.replace("MẬT", mark, 1))
    with pytest.raises(SecretError) as caught:
        read_marked(path, marks)
    assert "An Lạc Đông" not in str(caught.value)
    assert "kênh mương" not in str(caught.value)


def test_a_later_page_counts_too(tmp_path: Path, marks: RuleSet) -> None:
    path = bad_files.text_file(tmp_path / "a.txt", bad_files.PLAN + "\fPHỤ LỤC\nMẬT\nDanh sách\n")
    with pytest.raises(SecretError):
        read_marked(path, marks)


@pytest.mark.parametrize(
    "text",
    [
        bad_files.PLAN,
        "KẾ HOẠCH\nTriển khai công tác bảo mật năm 2024\n1. Bí mật nhà nước\n- Xác định độ mật của tài liệu.\n",
        "KẾ HOẠCH\nTĂNG CƯỜNG CÔNG TÁC BẢO VỆ BÍ\nMẬT NHÀ NƯỚC\n",
        "KẾ HOẠCH\nCÔNG TÁC BẢO\nMẬT\n",
        "\n".join([*(f"- Dòng {n}" for n in range(30)), "MẬT"]),
    ],
)
def test_the_word_in_running_text_is_no_mark(tmp_path: Path, text: str, marks: RuleSet) -> None:
    read_marked(bad_files.text_file(tmp_path / "a.txt", text), marks)


def test_mark_in_a_text_layer_beside_other_print(tmp_path: Path, marks: RuleSet) -> None:
    with pytest.raises(SecretError):
        read_marked(born_pdf(tmp_path / "a.pdf", (LINES[0], "MẬT", *LINES)), marks)


def test_mark_low_on_a_page_is_text(tmp_path: Path, marks: RuleSet) -> None:
    read_marked(born_pdf(tmp_path / "a.pdf", (*LINES, *LINES, "MẬT")), marks)
