"""Scans to measure on: a transcript becomes a letter, and its truth is what was printed."""

from __future__ import annotations

import random
from importlib import import_module
from types import ModuleType

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.platypus import Spacer

TEXT = """ỦY BAN NHÂN DÂN
**XÃ SUỐI TRONG**
-------
Số: 15/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Suối Trong, ngày 12 tháng 3 năm 2024
KẾ HOẠCH
Tổng vệ sinh đường làng năm 2024
Ủy ban nhân dân xã xây dựng kế hoạch như sau:
I. NHIỆM VỤ
TT\tNội dung\tThời hạn
1\tTuyên truyền\t15/3/2024
Các thôn nghiêm túc thực hiện./.
Nơi nhận:
- Như trên;
- Lưu: VT.
CHỦ TỊCH
Lò Thị Mỷ
"""


def test_a_transcript_is_taken_apart_into_a_letter(maker: ModuleType) -> None:
    del maker  # only its folder is needed
    plain, source = import_module("maker.plain"), import_module("maker.source")
    letter = plain.read_plain("a", TEXT, source.Form("pdf"))
    assert (letter.superior, letter.issuer, letter.serial) == (
        "ỦY BAN NHÂN DÂN",
        ("XÃ SUỐI TRONG",),
        "Số: 15/KH-UBND",
    )
    assert (letter.place, letter.day) == ("Suối Trong", "ngày 12 tháng 3 năm 2024")
    assert letter.body[1:] == ("**I. NHIỆM VỤ**", "@table t0", "Các thôn nghiêm túc thực hiện./.")
    assert letter.tables["t0"].rows == (("1", "Tuyên truyền", "15/3/2024"),)
    assert (letter.recipients, letter.archive, letter.signer) == (("Như trên",), "VT", "Lò Thị Mỷ")


def test_columns_of_a_head_are_parted_a_day_may_lack_its_year_and_an_office_is_no_name(
    maker: ModuleType,
) -> None:
    del maker
    plain, source = import_module("maker.plain"), import_module("maker.source")
    head = "ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ SUỐI TRONG\tĐộc lập - Tự do - Hạnh phúc\n"
    head += "Số: /KH-UBND      Suối Trong, ngày tháng năm\n"
    body = TEXT.partition("KẾ HOẠCH")[2].replace("Lò Thị Mỷ\n", "")
    letter = plain.read_plain("a", f"{head}KẾ HOẠCH{body}", source.Form("pdf"))
    assert (letter.superior, letter.issuer) == ("ỦY BAN NHÂN DÂN", ("XÃ SUỐI TRONG",))
    assert (letter.place, letter.day) == ("Suối Trong", "ngày tháng năm")
    assert (letter.signer_lines, letter.signer) == (("CHỦ TỊCH",), "")


def test_a_signer_beside_the_recipients_is_none_of_them(maker: ModuleType) -> None:
    del maker
    plain, source = import_module("maker.plain"), import_module("maker.source")
    tail = "Nơi nhận:      TM. ỦY BAN NHÂN DÂN\n- Như trên;      CHỦ TỊCH\n- Lưu: VT.      Lò Thị Mỷ\nPHỤ LỤC\n1\tDọn kênh\n"
    letter = plain.read_plain("a", TEXT.partition("Nơi nhận")[0] + tail, source.Form("pdf"))
    assert (letter.recipients, letter.archive) == (("Như trên",), "VT")
    assert (letter.signer_lines, letter.signer) == (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Lò Thị Mỷ")
    assert letter.appendix == ("**PHỤ LỤC**", "@table a0")


def test_the_same_seed_gives_the_same_scan_and_every_look_keeps_the_print(maker: ModuleType) -> None:
    del maker
    looks = import_module("maker.looks")
    paper = Image.new("RGB", (400, 600), "white")
    paper.paste((0, 0, 0), (180, 280, 220, 320))
    for name, look in looks.LOOKS.items():
        first, again = (looks.scanned(paper, None, look, random.Random(name)) for _ in range(2))  # noqa: S311 - a drawing
        assert first.tobytes() == again.tobytes()
        gray = np.asarray(first.convert("L"), dtype=int)
        assert gray[290:310, 190:210].mean() + 60 < gray[200:260, 150:250].mean()


def test_receivers_that_fill_more_than_a_page_go_on_over_it(maker: ModuleType) -> None:
    del maker
    plain, source, pages = (import_module(f"maker.{name}") for name in ("plain", "source", "pages"))
    receivers = "\n".join(f"- Trạm Y tế thôn {n};" for n in range(90))
    made = plain.read_plain("a", TEXT.replace("- Như trên;", receivers), source.Form("pdf"))
    pdf, places = pages.compose(made)
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    assert all(f"thôn {n};" in "\n".join(texts) for n in range(90))
    assert (len(texts), places["signature"].page) == (3, 2)


def test_what_fits_no_page_is_told(maker: ModuleType) -> None:
    del maker
    composer = import_module("maker.pages").Composer()
    with pytest.raises(ValueError, match="higher than a page"):
        composer.add(Spacer(1, 2000))
