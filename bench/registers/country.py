"""Provinces, departments and communes that do not exist."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product as pairs

from registers.grammar import grammar

COMMUNES = "UBND các xã, phường"
_FIRST = (
    "Sơn", "Lam", "Thanh", "Vĩnh", "Bình", "An", "Trường", "Phú", "Hải", "Long", "Hưng", "Đồng", "Kim", "Ngọc", "Tân",
    "Mỹ", "Xuân", "Thạch", "Cẩm", "Yên", "Đại", "Thuận", "Minh", "Hoàng", "Quang", "Đức", "Hiệp", "Thái", "Liên", "Nghĩa",
    "Tam", "Thượng", "Hòa", "Phước", "Bảo", "Châu", "Gia", "Hồng", "Khánh", "Lộc", "Nam", "Phong", "Song", "Tịnh", "Trung",
    "Văn", "Việt", "Vũ", "Ia", "Mường", "Nậm", "Pù", "Chư", "Krông", "Đắk", "Bản", "Thổ", "Tiên", "Uyên", "Lạc",
)  # fmt: skip
_SECOND = (
    "Kỳ", "Điền", "Trạch", "Khê", "Lĩnh", "Cát", "Sậy", "Viên", "Bằng", "Hội", "Thắng", "Tiến", "Thủy", "Lâm", "Giáp",
    "Trì", "Lập", "Mai", "Lương", "Nguyên", "Phượng", "Sa", "Tường", "Vân", "Đình", "Đào", "Hạ", "Cương", "Nhuế", "Quỳ",
    "Xá", "Trà", "Dương", "Luông", "Hạnh", "Cừ", "Hoa", "Bồng", "Mãn", "Nhân", "Thành", "Vọng", "Lãng", "Tụy", "Chính",
    "Thiện", "Tín", "Đôi", "Mạo", "Thịnh",
)  # fmt: skip
_PROVINCES = (
    "Giang Lam",
    "Sơn Trạch",
    "Đồng Lĩnh",
    "Hải Khê",
    "Vĩnh Cát",
    "Lam Điền",
    "Trường Kỳ",
    "Thạch Giang",
)
_REAL = frozenset(
    {"Vĩnh Long", "Hải Dương", "Thanh Hóa", "Bình Dương", "Hải Phòng", "Cẩm Lệ", "Hoàng Mai", "Hồng Lĩnh"}
)
_VILLAGES = (
    "Nà Rằm", "Pác Lừ", "Đồng Sậy", "Gò Mơ", "Bến Trầu", "Cây Dẻ", "Rạch Giồng", "Khe Vải", "Ea Trưng", "Làng Ngòi", "Đình Chợ",
    "Phú Hạ", "Huổi Xá", "Bãi Dâu", "Cồn Sẻ", "Lũng Vài", "Trại Mới", "Ao Sen", "Đá Bạc", "Suối Tre", "Vạn Chài", "Cầu Ngói",
    "Đồi Chè", "Bờ Hồ",
)  # fmt: skip
_COMMUNE_UNITS = (
    "Văn phòng HĐND và UBND xã", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã", "Ban Chỉ huy Quân sự xã", "Trạm Y tế xã",
    "Trung tâm Phục vụ hành chính công xã", "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Hội Cựu chiến binh xã",
    "Hội Khuyến học xã", "Hội Phụ nữ xã",
)  # fmt: skip
_OFFICE_UNITS = (
    "Văn phòng Sở",
    "Phòng Kế hoạch - Tài chính",
    "Phòng Nghiệp vụ",
    "Thanh tra Sở",
    "Trung tâm Dữ liệu",
)
_CODES = {
    "Sở Nội vụ": "SNV", "Sở Y tế": "SYT", "Sở Tài chính": "STC", "Sở Tư pháp": "STP", "Công an tỉnh": "CAT",
    "Sở Nông nghiệp và Môi trường": "SNNMT", "Sở Khoa học và Công nghệ": "SKHCN", "Sở Giáo dục và Đào tạo": "SGDĐT",
    "Sở Văn hóa, Thể thao và Du lịch": "SVHTTDL", "Bộ Chỉ huy Quân sự tỉnh": "BCHQS",
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Issuer:
    """A body that issues plans. `home` is its place in words ('xã An Kỳ'); `places` are where its duties lie."""

    home: str
    wordings: tuple[str, ...]
    symbol: str
    units: tuple[str, ...]
    places: tuple[str, ...]
    superior: Issuer | None = None
    office: str | None = None
    seed: int = 0

    @property
    def name(self) -> str:
        """As other documents call it."""
        return self.wordings[0]


@dataclass(frozen=True)
class Province:
    """A province with its departments and communes."""

    body: Issuer
    offices: tuple[Issuer, ...] = ()
    communes: tuple[Issuer, ...] = ()
    named: str = field(default="")


def provinces(seed: int, offices: int, communes: int) -> Iterator[Province]:
    """Without end, but for the names: 3000 communes."""
    rng = random.Random(seed)
    homes = [" ".join(p) for p in pairs(_FIRST, _SECOND) if " ".join(p) not in _REAL]
    rng.shuffle(homes)
    for number in range(len(homes)):
        named = _PROVINCES[number % len(_PROVINCES)]
        named = named if number < len(_PROVINCES) else f"{named} {_FIRST[number // len(_PROVINCES)]}"
        body = _province(rng, named)
        own = [homes.pop() for _ in range(communes)]
        known = sorted(_CODES)
        rng.shuffle(known)
        yield Province(
            body,
            tuple(_office(rng, o, named, body) for o in known[:offices]),
            tuple(_commune(rng, home, body) for home in own),
            named,
        )


def _wordings(rng: random.Random, where: str) -> tuple[str, ...]:
    """As the reader gives them: the name, then as printed."""
    committee = "Uỷ ban nhân dân" if rng.random() < 0.1 else "Ủy ban nhân dân"
    return (f"{committee} {where}", f"{committee} {where}".upper())


def _province(rng: random.Random, named: str) -> Issuer:
    departments = [f"{o}" for o in _CODES]
    return Issuer(
        home=f"tỉnh {named}",
        wordings=_wordings(rng, f"tỉnh {named}"),
        symbol="KH-UBND",
        units=(*departments, COMMUNES),
        places=(f"tỉnh {named}", "tỉnh"),
        seed=rng.getrandbits(30),
    )


def _office(rng: random.Random, office: str, named: str, body: Issuer) -> Issuer:
    whole = f"{office} {named}" if office.endswith("tỉnh") else f"{office} tỉnh {named}"
    first = (whole, whole.upper()) if rng.random() < 0.5 else (office, office.upper())
    return Issuer(
        home=f"tỉnh {named}",
        wordings=first,
        symbol=f"KH-{_CODES[office]}",
        units=_OFFICE_UNITS,
        places=("tỉnh", f"tỉnh {named}"),
        superior=body,
        office=office,
        seed=rng.getrandbits(30),
    )


def _commune(rng: random.Random, home: str, body: Issuer) -> Issuer:
    where = f"xã {home}"
    villages = rng.sample(_VILLAGES, 8)
    return Issuer(
        home=where,
        wordings=_wordings(rng, where),
        symbol="KH-UBND",
        units=_COMMUNE_UNITS,
        places=("xã", where, *(f"thôn {v}" for v in villages)),
        superior=body,
        seed=rng.getrandbits(30),
    )


def leaders(issuer: Issuer, subject: int) -> tuple[str, ...]:
    """The units that work of a subject falls to, the main one first."""
    known = grammar().subjects[subject]
    if issuer.superior is None:
        return known.office, COMMUNES
    return issuer.units[1:3] if issuer.office else known.lead
