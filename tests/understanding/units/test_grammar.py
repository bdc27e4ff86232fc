from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanthu.rulebook import Rulebook, load_rulebook
from vanthu.understanding.units.grammar import UnitGrammar


@pytest.fixture(scope="module")
def grammar(rulebook: Rulebook) -> UnitGrammar:
    return UnitGrammar(rulebook["UNIT"], rulebook["VERB"])


def names_in(grammar: UnitGrammar, text: str) -> list[str]:
    units, _ = grammar.read(text).list_at(0)
    return [u.name for u in units]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Phòng Văn hóa và Thông tin tuyên truyền", ["Phòng Văn hóa và Thông tin"]),
        ("Sở Văn hóa, Thể thao và Du lịch thẩm định", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Văn phòng HĐND và UBND huyện theo dõi", ["Văn phòng HĐND và UBND huyện"]),
        ("Phòng Lao động - Thương binh và Xã hội", ["Phòng Lao động - Thương binh và Xã hội"]),
        ("Ban Quản lý chợ báo cáo", ["Ban Quản lý chợ"]),
        ("Trung tâm Kiểm soát bệnh tật tỉnh tiếp nhận", ["Trung tâm Kiểm soát bệnh tật tỉnh"]),
        ("Ban Chỉ đạo phòng, chống thiên tai huyện họp", ["Ban Chỉ đạo phòng, chống thiên tai huyện"]),
        ("Tổ công tác thực hiện Đề án 12 xã rà soát", ["Tổ công tác thực hiện Đề án 12 xã"]),
        ("Chi cục Chăn nuôi và Thú y lấy mẫu", ["Chi cục Chăn nuôi và Thú y"]),
        ("Giám đốc Sở Nội vụ chịu trách nhiệm", ["Giám đốc Sở Nội vụ"]),
        ("Tổ dân phố số 3 vận động", ["Tổ dân phố số 3"]),
        ("Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh", ["Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh"]),
        ("các cơ quan quản lý trực tiếp cơ sở y tế phối hợp", ["các cơ quan quản lý trực tiếp cơ sở y tế"]),
        ("Trung tâm Dịch vụ tổng hợp phường treo băng rôn", ["Trung tâm Dịch vụ tổng hợp phường"]),
        ("Phòng Kinh tế tổng hợp, báo cáo kết quả", ["Phòng Kinh tế"]),
        ("Văn phòng UBND xã tổng hợp báo cáo", ["Văn phòng UBND xã"]),
        (
            "Phòng Quản lý, bảo trì công trình thủy lợi kiểm tra",
            ["Phòng Quản lý, bảo trì công trình thủy lợi"],
        ),
        ("Đội Quản lý, vận hành cống lập biên bản", ["Đội Quản lý, vận hành cống"]),
        ("Quỹ Tín dụng nhân dân xã cung cấp", ["Quỹ Tín dụng nhân dân xã"]),
        ("Các Tổ bầu cử khai mạc", ["Các Tổ bầu cử"]),
        ("Ban Quản lý các bến xe kiểm tra", ["Ban Quản lý các bến xe"]),
        ("Sở Y tế mỗi ngày báo cáo", ["Sở Y tế"]),
        ("Đội trật tự đô thị quận tuần tra", ["Đội trật tự đô thị quận"]),
        ("tổ quản lý chợ, tổ thanh tra xây dựng lập biên bản", ["tổ quản lý chợ", "tổ thanh tra xây dựng"]),
        ("ngành y tế để khám sàng lọc", ["ngành y tế"]),
        ("Quỹ Hỗ trợ doanh nghiệp nhỏ và vừa thẩm định", ["Quỹ Hỗ trợ doanh nghiệp nhỏ và vừa"]),
        ("Chủ các cơ sở chế biến thủy sản ký cam kết", ["Chủ các cơ sở chế biến thủy sản"]),
        ("các cửa hàng kinh doanh xăng dầu niêm yết giá", ["các cửa hàng kinh doanh xăng dầu"]),
        (
            "các đơn vị, trường học, tổ chức, tổ dân phố treo cờ",
            ["các đơn vị, trường học, tổ chức, tổ dân phố"],
        ),
        ("Phòng Công nghệ thông tin chủ trì", ["Phòng Công nghệ thông tin"]),
        ("Tổ Khoa học tự nhiên, Tổ Toán đăng ký", ["Tổ Khoa học tự nhiên", "Tổ Toán"]),
        ("UBMTTQ Việt Nam và các đoàn thể xã: Vận động", ["UBMTTQ Việt Nam", "các đoàn thể xã"]),
        ("các sở, ngành và địa phương lồng ghép", ["các sở, ngành", "địa phương"]),
        ("Các cấp ủy, chính quyền quán triệt", ["Các cấp ủy", "chính quyền"]),
        ("Các Ủy ban của Quốc hội rà soát", ["Các Ủy ban của Quốc hội"]),
        ("Trưởng các phòng thuộc Cục Thống kê nộp", ["Trưởng các phòng thuộc Cục Thống kê"]),
        ("Báo, Đài Phát thanh và Truyền hình tỉnh mở", ["Báo", "Đài Phát thanh và Truyền hình tỉnh"]),
        ("Sở giao thông vận tải và các đơn vị", ["Sở giao thông vận tải", "các đơn vị"]),
        ("Học viên, giảng viên tham gia hội thao", ["Học viên", "giảng viên"]),
        ("Đồng chí Bí thư Đoàn xã, Trưởng tiểu ban họp", ["Đồng chí Bí thư Đoàn xã, Trưởng tiểu ban"]),
        ("Công an xã các ngày lễ trực", ["Công an xã"]),
        ("Sở Nội vụ bồi dưỡng, tập huấn", ["Sở Nội vụ"]),
        ("Phụ huynh học sinh ký cam kết", ["Phụ huynh học sinh"]),
        ("Phó Hiệu trưởng phụ trách chuyên môn", ["Phó Hiệu trưởng phụ trách chuyên môn"]),
        ("Phó Hiệu trưởng phụ trách xây dựng kế hoạch", ["Phó Hiệu trưởng"]),
        ("Nhân viên bảo vệ trực 24/24 giờ", ["Nhân viên bảo vệ"]),
        ("Phòng KT là cơ quan thường trực", ["Phòng KT"]),
        ("UBND huyện Trạm Vàng bố trí", ["UBND huyện Trạm Vàng"]),
        (
            "Phòng Cảnh sát quản lý hành chính về trật tự xã hội rà soát",
            ["Phòng Cảnh sát quản lý hành chính về trật tự xã hội"],
        ),
        ("Các hộ chăn nuôi ký cam kết", ["Các hộ chăn nuôi"]),
        ("Lữ đoàn 900 hiệp đồng", ["Lữ đoàn 900"]),
        ("Trưởng ban kiêm Bí thư Chi bộ chủ trì", ["Trưởng ban kiêm Bí thư Chi bộ"]),
        ("các tầng lớp nhân dân hưởng ứng", ["các tầng lớp nhân dân"]),
        ("Các tổ chức cơ sở đảng trực thuộc học tập", ["Các tổ chức cơ sở đảng trực thuộc"]),
        ("công chức địa chính - xây dựng và môi trường đo", ["công chức địa chính - xây dựng và môi trường"]),
        ("Trưởng các khoa/phòng phổ biến", ["Trưởng các khoa/phòng"]),
        ("Vườn quốc gia Suối Bà kiểm tra", ["Vườn quốc gia Suối Bà"]),
        (
            "Cơ quan, đơn vị trực tiếp sử dụng xe công bị hư hỏng có trách nhiệm",
            ["Cơ quan, đơn vị trực tiếp sử dụng xe công bị hư hỏng"],
        ),
        (
            "UBND xã nơi có cầu bị cuốn trôi lập biên bản",
            ["UBND xã nơi có cầu bị cuốn trôi"],
        ),
        ("Các khoa có giường bệnh báo cáo", ["Các khoa có giường bệnh"]),
        ("các xã có kế hoạch tuần tra", ["các xã"]),
        ("Chỉ huy trưởng Ban Chỉ huy Quân sự xã trực", ["Chỉ huy trưởng Ban Chỉ huy Quân sự xã"]),
        ("Ban Giám đốc, cơ quan kiểm tra đảng họp", ["Ban Giám đốc", "cơ quan kiểm tra đảng"]),
        ("các tiểu thương trong chợ ký cam kết", ["các tiểu thương trong chợ"]),
        ("UBND các xã dọc tuyến đê bố trí", ["UBND các xã dọc tuyến đê"]),
        ("Các tiểu ban phục vụ lễ hội", ["Các tiểu ban"]),
        ("Báo Hà Lĩnh mở chuyên trang", ["Báo Hà Lĩnh"]),
        ("Công ty Hòa Lâm bơm nước chống úng", ["Công ty Hòa Lâm"]),
        ("Trường Tiểu học Thượng Giang mở lớp học hè", ["Trường Tiểu học Thượng Giang"]),
        ("Chi cục Chăn nuôi và Thú y tiêm phòng", ["Chi cục Chăn nuôi và Thú y"]),
        (
            "Đài Phát thanh và hệ thống truyền thanh cơ sở tiếp sóng",
            ["Đài Phát thanh", "hệ thống truyền thanh"],
        ),
        (
            "Ban Quản lý các công trình thủy lợi vận hành",
            ["Ban Quản lý các công trình thủy lợi"],
        ),
        ("Công an xã (Tổ Cảnh sát trật tự) phân luồng", ["Công an xã (Tổ Cảnh sát trật tự)"]),
        (
            "các trường của tỉnh, TW đóng trên địa bàn thị xã rà soát",
            ["các trường của tỉnh, TW đóng trên địa bàn thị xã"],
        ),
    ],
)
def test_a_name_ends_where_its_words_end(grammar: UnitGrammar, text: str, names: list[str]) -> None:
    assert names_in(grammar, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Công an huyện và các xã, thị trấn", ["Công an huyện", "Công an các xã, thị trấn"]),
        (
            "UBND các xã: Đồng Cao, Suối Trắng và thị trấn Bản Lầm rà soát",
            ["UBND xã Đồng Cao", "UBND xã Suối Trắng", "UBND thị trấn Bản Lầm"],
        ),
        (
            "Ban Quản lý các chợ Tân Sậy, Đồng Cói sắp xếp",
            ["Ban Quản lý chợ Tân Sậy", "Ban Quản lý chợ Đồng Cói"],
        ),
        (
            "Trưởng các thôn Đông, Đoài và Nam họp",
            ["Trưởng thôn Đông", "Trưởng thôn Đoài", "Trưởng thôn Nam"],
        ),
        ("UBND các xã vùng cao thuộc huyện Vân Sậy", ["UBND các xã vùng cao thuộc huyện Vân Sậy"]),
        ("Các Sở: Tài chính, Nội vụ, Tư pháp", ["Sở Tài chính", "Sở Nội vụ", "Sở Tư pháp"]),
        ("Các Sở: Y tế; Văn hóa, Thể thao và Du lịch:", ["Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch"]),
        ("Các bộ, cơ quan ngang bộ rà soát", ["Các bộ", "cơ quan ngang bộ"]),
        ("Phòng GD&ĐT và tất cả các đơn vị trực thuộc", ["Phòng GD&ĐT", "tất cả các đơn vị trực thuộc"]),
        ("Đ/c Tuấn, đ/c Bình", ["Đ/c Tuấn", "đ/c Bình"]),
        ("Cấp ủy, chính quyền các cấp tăng cường", ["Cấp ủy, chính quyền các cấp"]),
        (
            "các phòng, ban, ngành có liên quan, UBND các xã",
            ["các phòng, ban, ngành có liên quan", "UBND các xã"],
        ),
        (
            "Các phòng, ban; các hội đặc thù; thôn, bản, khu phố đăng ký",
            ["Các phòng, ban", "các hội đặc thù", "thôn, bản, khu phố"],
        ),
        ("các sở, ban, ngành, nhà thầu thi công", ["các sở, ban, ngành", "nhà thầu"]),
        ("Các cấp, các ngành vào cuộc", ["Các cấp", "các ngành"]),
        (
            "Công chức văn phòng - thống kê và địa chính xã",
            ["Công chức văn phòng - thống kê", "địa chính xã"],
        ),
        ("Bác sĩ, kỹ thuật viên trực, hộ lý:", ["Bác sĩ", "kỹ thuật viên trực", "hộ lý"]),
        (
            "Hội Nông dân; Hội Phụ nữ và Đoàn Thanh niên xã",
            ["Hội Nông dân", "Hội Phụ nữ", "Đoàn Thanh niên xã"],
        ),
        ("UBND xã Đông và xã Đoài bàn giao", ["UBND xã Đông", "UBND xã Đoài"]),
        ("Công an xã Đông, Thôn Nhì", ["Công an xã Đông", "Thôn Nhì"]),
        ("Phòng Kế toán (Sở Y tế), Công an xã", ["Phòng Kế toán (Sở Y tế)", "Công an xã"]),
        ("Thành phố Phú Hưng, huyện Tân Bằng: bố trí", ["Thành phố Phú Hưng", "huyện Tân Bằng"]),
        ("Giám đốc các Sở: Y tế, Nội vụ;", ["Giám đốc Sở Y tế", "Giám đốc Sở Nội vụ"]),
        ("Tổng phụ trách Đội, Bí thư Chi đoàn", ["Tổng phụ trách Đội", "Bí thư Chi đoàn"]),
        ("cán bộ quản lý, giáo viên trực", ["cán bộ quản lý", "giáo viên"]),
        ("Các bệnh viện, trung tâm y tế tuyến huyện:", ["Các bệnh viện", "trung tâm y tế tuyến huyện"]),
        ("Phòng Nội vụ và Thanh tra các sở", ["Phòng Nội vụ", "Thanh tra các sở"]),
        ("UBND xã Phú Lâm và các thôn Đông, Đoài", ["UBND xã Phú Lâm", "thôn Đông", "thôn Đoài"]),
        ("Tổ dân phố số 5, số 6 và số 7:", ["Tổ dân phố số 5", "Tổ dân phố số 6", "Tổ dân phố số 7"]),
        ("Trưởng phòng: Nội vụ, Kinh tế", ["Trưởng Phòng Nội vụ", "Trưởng Phòng Kinh tế"]),
        ("Trưởng các bản: Lũng Cao, Nà Tấu huy động", ["Trưởng bản Lũng Cao", "Trưởng bản Nà Tấu"]),
        ("Trưởng khoa: Nội tổng hợp, Sản", ["Trưởng khoa Nội tổng hợp", "Trưởng khoa Sản"]),
        ("Công an xã, Thôn Đoài", ["Công an xã", "Thôn Đoài"]),
        ("Phòng Kinh tế, Nhóm Thiện nguyện Sen Hồng:", ["Phòng Kinh tế", "Nhóm Thiện nguyện Sen Hồng"]),
        ("Các ông (bà): Trưởng Công an xã, Kế toán trưởng", ["Trưởng Công an xã", "Kế toán trưởng"]),
        ("Khoa Hồi sức (HSTC), Phòng Điều dưỡng", ["Khoa Hồi sức", "Phòng Điều dưỡng"]),
        ("Khoa Phòng, chống HIV/AIDS và Khoa Xét nghiệm", ["Khoa Phòng, chống HIV/AIDS", "Khoa Xét nghiệm"]),
        ("Tổ Phòng, chống ma túy và Đội Tuần tra", ["Tổ Phòng, chống ma túy", "Đội Tuần tra"]),
        ("Các bến xe tuyến huyện, bến xe tư nhân mở cửa", ["Các bến xe tuyến huyện", "bến xe tư nhân"]),
        ("Phó Hạt trưởng Hạt Kiểm lâm huyện lập chốt", ["Phó Hạt trưởng Hạt Kiểm lâm huyện"]),
        ("Ban Chỉ đạo huyện (Phòng Y tế) họp", ["Ban Chỉ đạo huyện"]),
        (
            "Các hội quần chúng được Đảng, Nhà nước giao nhiệm vụ quyên góp",
            ["Các hội quần chúng được Đảng, Nhà nước giao nhiệm vụ"],
        ),
        ("Bà Mai Thị Sen, công chức Văn hóa", ["Bà Mai Thị Sen, công chức Văn hóa"]),
        (
            "Ông Vũ Tám, Phó Chủ tịch UBND xã, Phó Trưởng ban:",
            ["Ông Vũ Tám, Phó Chủ tịch UBND xã, Phó Trưởng ban"],
        ),
        ("Công an xã, quân sự xã, y tế tuần tra", ["Công an xã", "quân sự xã", "y tế"]),
        ("Sở Nội vụ, Tài chính, Y tế rà soát", ["Sở Nội vụ", "Sở Tài chính", "Sở Y tế"]),
        ("Hội Nông dân, Phụ nữ xã vận động", ["Hội Nông dân", "Hội Phụ nữ xã"]),
        ("Các hội Phụ nữ, Cựu chiến binh xã họp", ["Hội Phụ nữ", "Hội Cựu chiến binh xã"]),
        ("Bộ phận Văn phòng, Kế toán", ["Bộ phận Văn phòng", "Bộ phận Kế toán"]),
        ("Bộ trưởng các Bộ: Tài chính, Công an ký", ["Bộ trưởng Bộ Tài chính", "Bộ trưởng Bộ Công an"]),
        ("Trưởng thôn, bản; Công an xã", ["Trưởng thôn, bản", "Công an xã"]),
        ("Trưởng thôn, Bí thư Chi bộ", ["Trưởng thôn", "Bí thư Chi bộ"]),
        ("Tổ phúc tra, Tổ thư ký", ["Tổ phúc tra", "Tổ thư ký"]),
        ("Tổ vận hành bến phà báo cáo mực nước", ["Tổ vận hành bến phà"]),
        ("Tổ rà soát giống lúa, lập bảng kê", ["Tổ"]),
        ("Tổ hướng dẫn người dân kê khai", ["Tổ"]),
        ("Từng tổ rà soát hội viên báo cáo hội", ["Từng tổ"]),
        ("Trường mầm non Hoa Mai trang trí lớp", ["Trường mầm non Hoa Mai"]),
        ("Công ty cổ phần thủy lợi Nà Sang vận hành cống", ["Công ty cổ phần thủy lợi Nà Sang"]),
        ("Cục Phục hồi rừng ngập và các ban, ngành họp", ["Cục Phục hồi rừng ngập", "các ban, ngành"]),
        ("Chi bộ trường tiểu học họp", ["Chi bộ trường tiểu học"]),
        ("Sở Y tế, Y tế các huyện tiêm vắc xin", ["Sở Y tế"]),
        ("PGS.TS. Vũ Văn Tám, BS. Lê Thị Sen trực", ["PGS.TS. Vũ Văn Tám", "BS. Lê Thị Sen"]),
        ("Chi bộ nhà trường, Công đoàn cơ quan họp", ["Chi bộ nhà trường", "Công đoàn cơ quan"]),
        ("Viên chức làm việc tại Bến xe huyện đeo thẻ", ["Viên chức làm việc tại Bến xe huyện"]),
    ],
)
def test_joined_units_are_several_each_with_its_full_name(
    grammar: UnitGrammar, text: str, names: list[str]
) -> None:
    assert names_in(grammar, text) == names


def test_names_that_a_document_gives_are_read_whole(grammar: UnitGrammar) -> None:
    knowing = grammar.knowing(["Vườn ươm Cây Xanh", "IOC"])
    assert names_in(knowing, "IOC và Vườn ươm Cây Xanh cung cấp") == ["IOC", "Vườn ươm Cây Xanh"]
    assert names_in(grammar, "IOC cung cấp") == []
    knowing = grammar.knowing(["Mường Sang", "Nà Hỳ"])
    assert names_in(knowing, "UBND các xã: Mường Sang, Nà Hỳ") == ["UBND các xã"]


@pytest.mark.parametrize(
    "text",
    [
        "trụ sở của xã",
        "tổ chức hội nghị",
        "phòng chống dịch",
        "công việc được giao",
        "cán bộ đang làm nhiệm vụ",
    ],
)
def test_look_alikes_are_no_units(grammar: UnitGrammar, text: str) -> None:
    assert names_in(grammar, text) == []


@given(st.text(alphabet="abcđĐêổ ÀSởPhòngUBND và,;:.-()0123", max_size=60))
@settings(max_examples=60, deadline=None)
def test_reading_never_fails_and_stays_inside_the_text(text: str) -> None:
    reader = UnitGrammar(RULES["UNIT"], RULES["VERB"]).read(text)
    for start in reader.starts():
        units, end = reader.list_at(start)
        assert start <= end <= len(text)
        assert all(text[u.span.start : u.span.end].strip() for u in units)


RULES = load_rulebook()


@pytest.mark.parametrize(
    ("text", "name"),
    [("Tổ dân phố:", "Tổ dân phố"), ("Cấp xã", ""), ("xã:", ""), ("Xã Đồng Sậy họp", "")],
)
def test_a_level_alone_in_a_line_is_who_is_there(text: str, name: str, grammar: UnitGrammar) -> None:
    units, _ = grammar.read(text).whole_level_at(0)
    assert [u.name for u in units] == ([name] if name else [])
