from __future__ import annotations

from pathlib import Path

import pytest

from old_code import TABLES, as_windows_1258, written
from vanthu.errors import InputError
from vanthu.reading import Recognition, open_source, read
from vanthu.reading.digital.letters.encoding import decode
from vanthu.settings import Settings

TEXT = (
    "Thực hiện Kế hoạch số 30/KH-UBND ngày 05/02/2024 của Ủy ban nhân dân huyện về bảo vệ môi trường,\n"
    "xã xây dựng kế hoạch tổ chức tổng vệ sinh trên địa bàn; à, các thôn báo cáo kết quả trước ngày 30/3.\n"
)


def read_bytes(folder: Path, data: bytes) -> Recognition:
    (folder / "a.txt").write_bytes(data)
    return read(open_source(folder / "a.txt"), settings=Settings())


@pytest.mark.parametrize("name", ["TCVN3", "VNI", "VPS"])
@pytest.mark.parametrize("stored", ["latin-1", "utf-8"])
def test_old_code_tables_are_converted_and_told(tmp_path: Path, name: str, stored: str) -> None:
    text = TEXT.replace("Ủy", "ủy")  # TCVN3 has capitals in its fonts only
    seen = written(text, TABLES[name])
    found = read_bytes(tmp_path, seen.encode(stored))
    assert [w.text for w in found.words] == text.split()
    assert f"chuyển từ mã {name}" in found.pages[0].reason


@pytest.mark.parametrize("table", ["cp1252", "latin-1", "mac_roman"])
def test_utf8_that_was_opened_in_another_table_is_undone(table: str) -> None:
    data = TEXT.encode()
    seen = "".join(
        bytes([b]).decode(table) if table != "cp1252" or b not in b"\x81\x8d\x8f\x90\x9d" else chr(b)
        for b in data
    )
    decoded = decode(seen.encode(), where="a.txt")
    assert decoded.text == TEXT
    assert "khôi phục" in decoded.note


def test_windows_vietnamese_is_converted() -> None:
    decoded = decode(as_windows_1258(TEXT), where="a.txt")
    assert decoded.text == TEXT
    assert "Windows-1258" in decoded.note


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode().decode("cp1258", "replace").encode(),
        TEXT.replace("ế", "?").encode("cp1252", "replace").replace(b"?", "¿".encode()) * 2,
        bytes(range(0x80, 0x100)) * 4,
    ],
)
def test_what_is_lost_is_refused_in_one_line(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(InputError) as refused:
        read_bytes(tmp_path, data)
    assert "\n" not in refused.value.message


def test_plain_unicode_is_left_alone() -> None:
    assert decode(TEXT.encode(), where="a.txt") == (TEXT, "")
    assert decode(TEXT.encode("utf-16"), where="a.txt").text == TEXT
    english = "The café in Málaga has a piñata, señor; naïve façade, über Noël, Zürich, fiancée, jalapeño\n"
    assert decode(english.encode(), where="a.txt").text == english


def test_a_line_that_is_good_already_is_left_alone() -> None:
    mixed = TEXT + written(TEXT.replace("Ủy", "ủy"), TABLES["TCVN3"])
    assert decode(mixed.encode(), where="a.txt").text == TEXT + TEXT.replace("Ủy", "ủy")


def test_letters_of_a_wrong_code_are_set_right_and_counted(tmp_path: Path) -> None:
    found = read_bytes(tmp_path, "PHÕNG TÀI CHÍNH - ĐƢỜNG".encode())
    assert [w.text for w in found.words] == ["PHÒNG", "TÀI", "CHÍNH", "-", "ĐƯỜNG"]
    assert "sửa 2 từ" in found.pages[0].reason
