"""Provinces, departments and communes that do not exist."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product as pairs

from registers.grammar import subjects

COMMUNES, DISTRICTS = "UBND các xã, phường", "UBND các huyện, thị xã, thành phố"
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
    "Hội Khuyến học xã", "Hội Phụ nữ xã", "Hội Nông dân xã", "Đoàn Thanh niên xã",
)  # fmt: skip
_QUARTERS = (
    "khu phố 1",
    "khu phố 2",
    "khu phố 3",
    "tổ dân phố số 4",
    "tổ dân phố số 5",
    "khu phố Bến Đá",
    "khu phố Ao Sen",
)
_THREE_TIERS = 0.4  # of the provinces have districts
_WARDS = 0.25  # of the communes
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
    "Sở Công Thương": "SCT", "Sở Xây dựng": "SXD", "Thanh tra tỉnh": "TTT", "Sở Dân tộc và Tôn giáo": "SDTTG",
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Issuer:
    """A body that issues plans. `home` is its place in words ('xã An Kỳ'); `places` are where its duties lie.

    `called` is how the body above names all of its kind.
    """

    home: str
    wordings: tuple[str, ...]
    symbol: str
    units: tuple[str, ...]
    places: tuple[str, ...]
    superior: Issuer | None = None
    office: str | None = None
    seed: int = 0
    called: str = COMMUNES
    below: str = COMMUNES  # whom it gives duties to

    @property
    def level(self) -> str:
        """Tỉnh, huyện, xã, phường."""
        return self.home.partition(" ")[0]

    @property
    def gives(self) -> bool:
        """Whether there are bodies below."""
        return self.level in ("tỉnh", "huyện") and self.office is None

    def bodies_above(self) -> Iterator[Issuer]:
        """The next one first."""
        body = self.superior
        while body:
            yield body
            body = body.superior

    @property
    def name(self) -> str:
        """As other documents call it."""
        return self.wordings[0]


@dataclass(frozen=True)
class Province:
    """A province with its departments, districts (where it has any) and communes, and the subjects of its plans."""

    body: Issuer
    offices: tuple[Issuer, ...] = ()
    districts: tuple[Issuer, ...] = ()
    communes: tuple[Issuer, ...] = ()
    subjects: range = field(default=range(0))


def provinces(seed: int, offices: int, communes: int, subjects: range) -> Iterator[Province]:
    """Without end, but for the names: 3000 communes."""
    rng = random.Random(seed)
    homes = [" ".join(p) for p in pairs(_FIRST, _SECOND) if " ".join(p) not in _REAL]
    rng.shuffle(homes)
    for number in range(len(homes)):
        named = _PROVINCES[number % len(_PROVINCES)]
        named = named if number < len(_PROVINCES) else f"{named} {_FIRST[number // len(_PROVINCES)]}"
        tiers = rng.random() < _THREE_TIERS and communes > 2
        body = _province(rng, named, below=DISTRICTS if tiers else COMMUNES)
        known = _offices(subjects)
        rng.shuffle(known)
        districts = tuple(_district(rng, homes.pop(), body) for _ in range(max(1, communes // 6) * tiers))
        own = (_commune(rng, homes.pop(), rng.choice(districts or (body,))) for _ in range(communes))
        yield Province(
            body,
            tuple(_office(rng, o, named, body) for o in known[:offices]),
            districts,
            tuple(own),
            subjects,
        )


def _offices(numbers: range) -> list[str]:
    return sorted({subjects()[n].office for n in numbers} & set(_CODES))


def _wordings(rng: random.Random, where: str) -> tuple[str, ...]:
    """As the reader gives them: the name, then as printed."""
    committee = "Uỷ ban nhân dân" if rng.random() < 0.1 else "Ủy ban nhân dân"
    return (f"{committee} {where}", f"{committee} {where}".upper())


def _province(rng: random.Random, named: str, *, below: str) -> Issuer:
    departments = [f"{o}" for o in _CODES]
    return Issuer(
        home=f"tỉnh {named}",
        wordings=_wordings(rng, f"tỉnh {named}"),
        symbol="KH-UBND",
        units=(*departments, below),
        places=(f"tỉnh {named}", "tỉnh"),
        seed=rng.getrandbits(30),
        below=below,
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
        called=office,
    )


def _district(rng: random.Random, home: str, body: Issuer) -> Issuer:
    where = f"huyện {home}"
    return Issuer(
        home=where,
        wordings=_wordings(rng, where),
        symbol="KH-UBND",
        units=(*(_at_level(u, "huyện") for u in _COMMUNE_UNITS), COMMUNES),
        places=("huyện", where),
        superior=body,
        seed=rng.getrandbits(30),
        called=DISTRICTS,
    )


def _commune(rng: random.Random, home: str, body: Issuer) -> Issuer:
    level = "phường" if rng.random() < _WARDS else "xã"
    where = f"{level} {home}"
    villages = _QUARTERS if level == "phường" else [f"thôn {v}" for v in rng.sample(_VILLAGES, 8)]
    return Issuer(
        home=where,
        wordings=_wordings(rng, where),
        symbol="KH-UBND",
        units=tuple(_at_level(u, level) for u in _COMMUNE_UNITS),
        places=(level, where, *villages),
        superior=body,
        seed=rng.getrandbits(30),
    )


def _at_level(unit: str, level: str) -> str:
    """A commune's unit, and its like at another level."""
    return f"{unit.removesuffix(' xã')} {level}" if unit.endswith(" xã") else unit


def leaders(issuer: Issuer, subject: int) -> tuple[str, ...]:
    """The units that work of a subject falls to, the main one first."""
    known = subjects()[subject]
    if issuer.superior is None:
        return known.office, issuer.below
    if issuer.office:
        return issuer.units[1:3]
    own = tuple(_at_level(u, issuer.level) for u in known.lead)
    return (*own, issuer.below) if issuer.gives else own
