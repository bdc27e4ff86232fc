"""The order in which pages are read, on scans of the samples. Error rates of letters say nothing of it."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from rapidfuzz.fuzz import partial_ratio_alignment

from vanthu import api

DOCUMENTS = Path(__file__).resolve().parents[2] / "samples" / "documents"
SCAN = "03-cong-van-khai-giang.pdf"  # letterhead in two columns, footnotes, a table lying on its side
PICTURE = "06-ke-hoach-dien-tap-so-tan.tif"

ORDERS = {
    (SCAN, 1): [
        "ỦY BAN NHÂN DÂN THỊ XÃ BẾN HẠC",
        "V/v chuẩn bị các điều kiện tổ chức khai",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Bến Hạc, ngày 14 tháng 8 năm 2023",
        "Kính gửi:",
        "- Trung tâm Y tế thị xã;",
        "Thực hiện Chỉ thị số 12/CT-UBND",
        "1. Phòng Giáo dục và Đào tạo - Chỉ đạo",
        "2. Phòng Tài chính - Kế hoạch Tham mưu",
        "- Tổ chức cho nhà trường, phụ huynh và học sinh ký cam kết",
        "Công văn số 3105/SGDĐT-VP",
        "Thông tư số 28/2009/TT-BGDĐT",
    ],
    (SCAN, 2): [
        "4. Trung tâm Y tế thị xã",
        "6. Chế độ báo cáo",
        "nghiêm túc triển khai thực hiện./.",
        "Nơi nhận:",
        "- Lưu: VT, GDĐT.",
        "PHÓ CHỦ TỊCH",
        "Vũ Đình Lâm",
    ],
    (SCAN, 3): [
        "LỊCH KIỂM TRA ĐIỀU KIỆN KHAI GIẢNG",
        "Ngày kiểm tra",
        "Trường Mầm non Sao Khuê 22/8/2023",
        "Trường Tiểu học Cồn Vạc 23/8/2023 Công trình",
        "Trường Tiểu học và THCS Đảo Cát 25/8/2023",
    ],
    (PICTURE, 1): [
        "XÃ BẾN LAU",
        "Số: 63/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Ứng phó với bão mạnh, lũ lớn và diễn tập sơ tán dân",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "2. Công tác diễn tập",
        "III. TỔ CHỨC THỰC HIỆN",
    ],
    (PICTURE, 2): [
        "2. Văn phòng Hội đồng nhân dân",
        "4. Phòng Kinh tế theo dõi, đôn đốc",
        "Nơi nhận:",
        "- Lưu: VT, KT.",
        "TM. ỦY BAN NHÂN DÂN",
        "Trần Quốc Hưng",
    ],
}


@cache
def pages_of(name: str) -> tuple[str, ...]:
    """The text of a sample; short passages of it are looked for, so lines and cells run on."""
    return tuple(" ".join(page.split()) for page in api.read_text(DOCUMENTS / name))


def place_of(passage: str, page: str) -> int:
    """Where a passage stands, slips of recognition allowed. Fails where nothing like it does."""
    found = partial_ratio_alignment(passage, page)
    assert found is not None
    assert found.score >= 80, (passage, page[found.dest_start : found.dest_end])
    return found.dest_start


@pytest.mark.ocr
@pytest.mark.parametrize("where", ORDERS, ids=lambda where: f"{where[0][:2]}-{where[1]}")
def test_passages_stand_in_the_order_of_reading(where: tuple[str, int]) -> None:
    name, number = where
    page = pages_of(name)[number - 1]
    places = {passage: place_of(passage, page) for passage in ORDERS[where]}
    assert len(set(places.values())) == len(places)
    turned = [(a, b) for a, b in combinations(places, 2) if places[a] > places[b]]
    assert turned == []
