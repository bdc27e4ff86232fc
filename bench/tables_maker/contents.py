"""Invented contents of plans' tables, drawn by lot. The seen half and the half kept apart share no phrase."""

from __future__ import annotations

import random

_VERBS = (
    "Rà soát, thống kê", "Xây dựng kế hoạch", "Tổ chức ra quân", "Kiểm tra, đôn đốc", "Lập danh sách", "Tuyên truyền, vận động",
    "Cập nhật dữ liệu về", "Sửa chữa, nâng cấp", "Bàn giao hồ sơ", "Đánh giá kết quả", "Phát động phong trào", "Hướng dẫn các hộ",
    "Nạo vét, khơi thông", "Tập huấn nghiệp vụ", "Công khai kết quả", "Niêm yết thủ tục",
)  # fmt: skip
_OBJECTS = (
    "các tuyến mương nội đồng", "hộ nghèo, hộ cận nghèo", "nhà văn hóa các thôn", "công tác chuyển đổi số", "dữ liệu đất đai",
    "trẻ em có hoàn cảnh đặc biệt", "hệ thống chiếu sáng công cộng", "đàn gia súc, gia cầm", "thủ tục hành chính", "hồ sơ lưu trữ",
    "điểm bưu điện văn hóa", "tổ công nghệ số cộng đồng", "cây xanh đường liên thôn", "vệ sinh môi trường nông thôn",
    "trường học và trạm y tế", "an toàn thực phẩm dịp Tết", "phòng cháy, chữa cháy rừng", "quỹ đền ơn đáp nghĩa",
)  # fmt: skip
_PLACES = (
    "trên địa bàn xã", "tại các thôn, bản", "tại khu dân cư", "ở vùng bãi ven sông", "theo quy định hiện hành", "đến từng hộ gia đình",
    "bảo đảm tiến độ đề ra", "gắn với xây dựng nông thôn mới", "trong sáu tháng đầu năm", "bằng hình thức trực tuyến",
    "phục vụ người dân và doanh nghiệp", "không để phát sinh điểm nóng",
)  # fmt: skip
_UNITS = (
    "Văn phòng UBND", "Công an xã", "Phòng Kinh tế", "Trạm Y tế", "Ban Chỉ huy Quân sự", "Hội Phụ nữ", "Đoàn Thanh niên", "Hội Nông dân",
    "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công", "Mặt trận Tổ quốc xã", "Trường Tiểu học Sơn Kỳ", "Các trưởng thôn",
    "Hội Cựu chiến binh", "Công chức Địa chính", "Đài Truyền thanh", "Hợp tác xã Đồng Tâm", "Trường Mầm non Hoa Ban",
)  # fmt: skip
_PRODUCTS = (
    "Báo cáo", "Kế hoạch", "Danh sách", "Biên bản", "Quyết định", "Tờ trình", "Hồ sơ", "Văn bản", "Biểu tổng hợp", "Phương án",
)  # fmt: skip
_VILLAGES = (
    "Thôn Nà Rằm", "Bản Pác Lừ", "Thôn Đồng Sậy", "Xóm Gò Mơ", "Khu Bến Trầu", "Thôn Cây Dẻ", "Ấp Rạch Giồng", "Tổ dân phố số 4",
    "Thôn Khe Vải", "Buôn Ea Trưng", "Thôn Làng Ngòi", "Xóm Đình Chợ", "Thôn Phú Sơn Hạ", "Bản Huổi Xá",
)  # fmt: skip
_NOTES = (
    "Thường xuyên",
    "Theo đợt",
    "Có phụ biểu kèm theo",
    "Đã hoàn thành",
    "Chuyển tiếp",
    "Bổ sung mới",
    "Vốn xã hội hóa",
    "Ưu tiên",
)
_TEXT = (
    "Ủy ban nhân dân xã giao các đơn vị căn cứ nội dung của biểu này để xây dựng kế hoạch chi tiết, tổ chức thực hiện bảo đảm chất lượng và thời gian.",
    "Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các đơn vị phản ánh kịp thời về Văn phòng để tổng hợp, báo cáo Chủ tịch xem xét, quyết định.",
    "Kinh phí thực hiện được bố trí từ ngân sách xã và các nguồn huy động hợp pháp khác theo quy định của pháp luật.",
    "Các thôn tổ chức họp dân, công khai danh sách tại nhà văn hóa trong thời gian ít nhất bảy ngày trước khi gửi về xã.",
    "Định kỳ trước ngày 20 hằng tháng, các đơn vị gửi kết quả thực hiện về bộ phận tổng hợp để theo dõi chung.",
    "Mục tiêu chung là nâng cao chất lượng phục vụ, tạo chuyển biến rõ nét về ý thức trách nhiệm của cán bộ và nhân dân trong xã.",
)  # fmt: skip


class Contents:
    """Draws phrases; `held` chooses the other half of every list."""

    def __init__(self, seed: int, *, held: bool) -> None:
        self.lot = random.Random(seed)
        self._half = int(held)

    def _one(self, phrases: tuple[str, ...]) -> str:
        return self.lot.choice(phrases[self._half :: 2])

    def work(self, parts: int = 2) -> str:
        """An instruction of one to three phrases, or a long one of more."""
        said = [self._one(_VERBS), self._one(_OBJECTS)]
        said += [
            f"; {self._one(_VERBS).lower()} {self._one(_OBJECTS)}" if n % 2 else self._one(_PLACES)
            for n in range(parts - 1)
        ]
        return " ".join(said).replace(" ;", ";")

    def unit(self) -> str:
        """An office."""
        return self._one(_UNITS)

    def units(self) -> str:
        """Two offices."""
        one, other = self.lot.sample(_UNITS[self._half :: 2], 2)
        return f"{one}, {other}"

    def product(self) -> str:
        """What comes of the work."""
        return self._one(_PRODUCTS)

    def village(self) -> str:
        """A village."""
        return self._one(_VILLAGES)

    def note(self) -> str:
        """A short remark."""
        return self._one(_NOTES)

    def date(self) -> str:
        """A day of 2025 or 2026."""
        return f"{self.lot.randint(1, 28):02}/{self.lot.randint(1, 12):02}/{self.lot.choice((2025, 2026))}"

    def when(self) -> str:
        """A time as columns of times have it."""
        return self.lot.choice(
            (
                self.date(),
                f"Trước {self.date()}",
                f"Tháng {self.lot.randint(1, 12)}/2026",
                "Hằng quý",
                f"Quý {self.lot.choice(('I', 'II', 'III', 'IV'))}/2026",
            )
        )

    def count(self, most: int = 480) -> str:
        """A whole number."""
        return str(self.lot.randint(3, most))

    def money(self) -> str:
        """A sum with dots."""
        return f"{self.lot.randint(1, 99)}.{self.lot.randint(100, 999)}.000"

    def share(self) -> str:
        """A percentage."""
        return f"{self.lot.randint(50, 99)},{self.lot.randint(0, 9)}%"

    def text(self) -> str:
        """A sentence of running text."""
        return self._one(_TEXT)
