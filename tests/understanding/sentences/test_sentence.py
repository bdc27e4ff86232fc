from __future__ import annotations

import pytest

from vanthu.understanding.sentences.rules import SentenceRules
from vanthu.understanding.sentences.sentence import Sentence, Strength


def actors(text: str, rules: SentenceRules) -> list[str]:
    return [u.name for u in Sentence(text, rules).actors]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Công an phường tổng hợp báo cáo kết quả.", ["Công an phường"]),
        ("Đề nghị Hội Nông dân, Hội Phụ nữ xã ra quân.", ["Hội Nông dân", "Hội Phụ nữ xã"]),
        ("Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính tham mưu.", ["Sở Y tế"]),
        ("Đối với các trường: Xây dựng kế hoạch.", ["các trường"]),
        ("Căn cứ nhiệm vụ được giao các đơn vị triển khai thực hiện.", ["các đơn vị"]),
        ("Trước ngày 15/12, UBND các xã gửi báo cáo.", ["UBND các xã"]),
        (
            "Các trường rà soát, riêng Trường THCS Lê Lợi tổ chức diễn tập.",
            ["Các trường", "Trường THCS Lê Lợi"],
        ),
        ("UBND huyện yêu cầu UBND các xã chỉ đạo phun khử khuẩn.", ["UBND các xã"]),
        ("Công an xã yêu cầu các cơ sở kinh doanh ký cam kết.", ["Công an xã"]),
        ("Giám sát lâm sàng: Nhân viên thú y xã kiểm tra đàn lợn.", ["Nhân viên thú y xã"]),
        ("Chế độ báo cáo: Hằng tháng, các trường báo cáo tình hình.", ["các trường"]),
        (
            "Tổ trưởng các tổ dân phố, Tổ xung kích ở cơ sở: Dẫn đường.",
            ["Tổ trưởng các tổ dân phố", "Tổ xung kích ở cơ sở"],
        ),
        ("Đội Tham mưu tổng hợp. Đội Hậu cần bảo đảm phương tiện.", ["Đội Tham mưu", "Đội Hậu cần"]),
        ("Công an xã thành lập 03 tổ; mỗi tổ phải có 02 người.", ["Công an xã"]),
        ("Các thôn rà soát (riêng thôn Đông báo cáo trước).", ["Các thôn"]),
        ("Các đơn vị được giao chủ trì báo cáo UBND tỉnh.", ["Các đơn vị được giao chủ trì"]),
        ("UBND phường thông báo và đề nghị các tổ dân phố treo đèn lồng.", ["các tổ dân phố"]),
        ("Đồng chí Lò Thị Én - Phó Chủ tịch UBND xã yêu cầu các bản đào mương.", ["các bản"]),
        ("Giao nhiệm vụ cho Đội dân phòng canh gác ban đêm.", ["Đội dân phòng"]),
        ("Giao Công an xã lập chốt, Đoàn xã hướng dẫn người dân.", ["Công an xã", "Đoàn xã"]),
        ("Các đơn vị tổ chức chợ phiên có trách nhiệm thu gom rác.", ["Các đơn vị tổ chức chợ phiên"]),
        ("Các đơn vị phân công cán bộ có trách nhiệm theo dõi.", ["Các đơn vị"]),
    ],
)
def test_who_acts(text: str, units: list[str], rules: SentenceRules) -> None:
    assert actors(text, rules) == units


@pytest.mark.parametrize(
    "text",
    [
        "Chủ trì, phối hợp với Công an xã tuần tra.",
        "Hướng dẫn các đơn vị lập hồ sơ.",
        "Theo dõi tiến độ của các cơ quan, đặc biệt là UBND các xã báo cáo.",
        "Phân công đồng chí Lê Thị Hà phụ trách.",
        "Khi dân đến bến thì cán bộ đang trực tổ chức hướng dẫn xuống đò.",
    ],
)
def test_units_that_are_directed_or_helped_do_not_act(text: str, rules: SentenceRules) -> None:
    assert actors(text, rules) == []


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Chủ trì, phối hợp Hạt Kiểm lâm và các đơn vị có liên quan kiểm tra.", ["Hạt Kiểm lâm", "các đơn vị có liên quan"]),
        ("Vận động nhân dân, phối hợp chặt chẽ, đồng hành cùng lực lượng Công an.", ["lực lượng Công an"]),
        ("Tổ chức hội thi với sự tham gia của các trường học.", ["các trường học"]),
        ("Ban hành quy chế phối hợp giữa các phòng chuyên môn.", []),
        ("Tổng hợp kết quả phối hợp thực hiện hằng ngày.", []),
        ("Phối hợp với ngành Y tế, cộng tác viên dân số rà soát.", ["ngành Y tế", "cộng tác viên dân số"]),
        ("Công an xã chủ trì, Đoàn xã phối hợp gác đêm.", ["Đoàn xã"]),
        ("Hội Nông dân phối hợp cùng cấp ủy các thôn đào mương.", ["cấp ủy các thôn"]),
    ],
)  # fmt: skip
def test_who_helps(text: str, units: list[str], rules: SentenceRules) -> None:
    assert [u.name for u in Sentence(text, rules).partners] == units


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Công an xã tuần tra.", Strength.ACTOR),
        ("Thường xuyên, kịp thời rà soát hồ sơ.", Strength.VERB),
        ("Định kỳ hằng tháng đánh giá kết quả.", Strength.VERB),
        ("Số người đăng ký còn ít, do đó phải quyết liệt hơn.", Strength.DUTY),
        ("Trực tiếp dẫn thanh niên đi khám.", Strength.VERB),
        ("Công tác hậu cần: chuẩn bị lều trại, lương thực.", Strength.VERB),
        ("Toàn thể cán bộ, công chức tham gia ra quân.", Strength.ACTOR),
        ("Khi có sâu cuốn lá thì phun trong 3 ngày.", Strength.VERB),
        ("Nếu sổ mờ, rách góc thì ghi vào phiếu.", Strength.VERB),
        ("Khi có mưa to thì lúa dễ đổ.", Strength.NONE),
        ("Nếu cháy lan thì thiệt hại rất lớn.", Strength.NONE),
        ("Trường hợp hồ sơ thiếu thì thời hạn được tính lại.", Strength.NONE),
        ("Nếu người dân có nhu cầu thì được hỗ trợ.", Strength.NONE),
        ("Khi đội đến muộn thì xem như bỏ cuộc.", Strength.NONE),
        ("Nếu nước lên nhanh thì đường sẽ ngập.", Strength.NONE),
        ("Thẻ căn cước công dân (bắt buộc).", Strength.NONE),
        ("Kinh phí thực hiện do ngân sách huyện đảm bảo.", Strength.NONE),
    ],
)
def test_how_plainly_a_text_instructs(text: str, strength: Strength, rules: SentenceRules) -> None:
    assert Sentence(text, rules).strength is strength


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        ("Trong quá trình triển khai, nếu có khó khăn, vướng mắc kịp thời báo cáo UBND xã.", True),
        ("Đề nghị các đơn vị khẩn trương triển khai thực hiện nghiêm túc.", True),
        ("Yêu cầu Thủ trưởng các cơ quan tổ chức triển khai thực hiện nghiêm túc Kế hoạch này.", True),
        ("Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này.", True),
        ("Trên đây là Kế hoạch của UBND xã.", True),
        ("Văn phòng UBND huyện thông báo để các cơ quan biết, thực hiện./.", True),
        ("Tháo gỡ khó khăn, vướng mắc trong quá trình thực hiện.", False),
        ("Đề nghị các trường thực hiện nghiêm túc và báo cáo kết quả trước ngày 15/12.", False),
        ("Đề nghị các hợp tác xã nghiêm túc thực hiện; vướng mắc báo huyện (qua Phòng Công Thương).", True),
        ("Yêu cầu các thôn nghiêm túc thực hiện; vướng mắc báo cáo trước thứ Sáu.", False),
        ("Kế hoạch này thay thế Kế hoạch cũ. Đề nghị các trường, trạm tổ chức thực hiện./.", True),
        ("Đề nghị Trạm Thú y tổ chức thực hiện./.", False),
        ("Đề nghị các trường lập danh sách, tổ chức thực hiện./.", False),
        ("Văn phòng UBND theo dõi việc thực hiện Thông báo này.", False),
        ("Mọi vướng mắc xin liên hệ Phòng Nội vụ để được giải đáp.", True),
        ("Gửi danh sách đầu mối kèm số điện thoại về Phòng Nội vụ.", False),
        ("Gửi báo cáo về Trạm Y tế qua email.", False),
        ("Gửi hồ sơ vụ việc cho Công an xã để phối hợp xử lý.", False),
        ("Đối với hộ nghèo, gửi danh sách về xã để hỗ trợ bảo hiểm.", False),
        ("Khi có cháy, các thôn liên lạc với xã qua điện thoại, báo cáo trong 12 giờ.", False),
        ("Trường hợp có vướng mắc, Sở Nội vụ trao đổi với Bộ Nội vụ để tháo gỡ.", False),
        ("Khi có vướng mắc, đề nghị các đơn vị trao đổi qua điện thoại.", True),
        ("Yêu cầu các trạm, khu phố nghiêm túc triển khai./.", True),
        ("Yêu cầu các trạm tập trung thực hiện việc cấp thẻ.", False),
    ],
)
def test_closings_are_told_from_work(text: str, closing: bool, rules: SentenceRules) -> None:
    assert Sentence(text, rules).is_closing is closing


@pytest.mark.parametrize(
    ("text", "work"),
    [
        (
            "Dự toán 38.500.000 đồng. Phòng Kinh tế cấp trước ngày 10/11.",
            "Phòng Kinh tế cấp trước ngày 10/11.",
        ),
        (
            "Kinh phí được bố trí từ ngân sách xã. Giao Văn phòng lập dự toán trước ngày 05/11.",
            "Giao Văn phòng lập dự toán trước ngày 05/11.",
        ),
        ("Dự toán 38.500.000 đồng. Mức chi theo quy định hiện hành.", None),
        ("Dự toán 38.500.000 đồng.", None),
    ],
)
def test_work_stands_behind_a_sentence_on_money(text: str, work: str | None, rules: SentenceRules) -> None:
    sentence = Sentence(text, rules)
    assert sentence.states_money is (work is None)
    assert work is None or text[sentence.work_start :] == work


@pytest.mark.parametrize(
    ("text", "agrees", "requires"),
    [
        ("Cơ bản thống nhất với phương án của Phòng Kinh tế.", True, False),
        ("Ghi nhận những kết quả mà các thôn đã đạt được.", True, False),
        ("Thống nhất với Công an xã phương án tuần tra.", False, False),
        ("Ghi nhận kết quả kiểm tra vào sổ theo dõi.", False, False),
        ("Biểu dương những tập thể, cá nhân điển hình.", False, False),
        ("Biểu dương sự tận tụy của các thầy cô tại buổi gặp mặt.", False, False),
        ("Biểu dương tinh thần của các lực lượng trong thời gian qua.", True, False),
        ("Ghi nhận sự cố và báo cáo Phòng Kinh tế.", False, False),
        ("Ghi nhận sự cố gắng của các thôn.", True, False),
        ("Nhất trí với dự toán, các trường lập hồ sơ thanh toán.", False, False),
        ("Đồng ý với đề xuất về việc lập và trình quy hoạch.", True, False),
        ("Thông tin cháy rừng phải được Hạt Kiểm lâm báo cáo ngay về huyện.", False, False),
        ("Thông tin phải được cập nhật chính xác.", False, True),
        ("Tài liệu phục vụ hội nghị: gồm báo cáo và phụ lục.", False, True),
        ("Tài liệu tuyên truyền: In 500 tờ rơi phát cho các hộ.", False, False),
        ("Hồ sơ, thủ tục: Rút ngắn thời gian giải quyết.", False, False),
    ],
)
def test_consent_and_requirements_are_told_from_work(
    text: str, agrees: bool, requires: bool, rules: SentenceRules
) -> None:
    sentence = Sentence(text, rules)
    assert (sentence.only_decides, sentence.states_requirement) == (agrees, requires)


def test_attributes_are_cut_where_the_next_begins(rules: SentenceRules) -> None:
    text = "Cơ quan thực hiện: Sở Y tế. Thời gian thực hiện: Quý II. Sản phẩm: Báo cáo"
    sentence = Sentence(text, rules)
    assert sentence.is_attribute
    assert [(a.kind, text[a.value.start : a.value.end].strip(" .")) for a in sentence.attributes] == [
        ("lead", "Sở Y tế"),
        ("time", "Quý II"),
        ("product", "Báo cáo"),
    ]


def test_reporting_is_the_work_only_where_it_comes_first(rules: SentenceRules) -> None:
    assert Sentence("Tổng hợp, báo cáo kết quả về UBND huyện.", rules).reports
    assert Sentence("Kết quả thực hiện gửi về Sở Y tế trước ngày 10/11.", rules).reports
    assert Sentence("Thời hạn gửi kết quả đợt 1 về UBND xã trước ngày 10/11.", rules).reports
    assert Sentence("Sơ kết 6 tháng, báo cáo UBND huyện.", rules).reports
    assert not Sentence("Sơ kết 6 tháng, khen thưởng các bản, báo cáo UBND huyện.", rules).reports
    assert not Sentence("Tổng hợp số liệu đo mưa phục vụ chỉ huy.", rules).reports
    assert not Sentence("Rà soát hồ sơ, báo cáo UBND huyện.", rules).reports
    assert Sentence("Các ngày nắng hạn báo cáo nhanh diện tích lúa thiếu nước.", rules).reports
    assert Sentence("Gửi sổ theo dõi; báo cáo số hộ tham gia; báo cáo cả năm.", rules).reports
    assert not Sentence("Gửi sổ theo dõi; trồng bù cây chết; báo cáo cả năm.", rules).reports


def test_a_heading_may_name_who_helps(rules: SentenceRules) -> None:
    sentence = Sentence("Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh, các huyện:", rules)
    assert [u.name for u in sentence.heading_units] == ["Sở Y tế"]
    assert [u.name for u in sentence.heading_partners] == ["Công an tỉnh", "Công an các huyện"]
    assert not Sentence("Sở Y tế phối hợp với Công an tỉnh kiểm tra:", rules).heading_units


@pytest.mark.parametrize(
    "text",
    [
        "Phòng Tư pháp - là đầu mối:",
        "Phòng Tư pháp - cơ quan thường trực",
        "Phòng Tư pháp (là cơ quan đầu mối):",
    ],
)
def test_a_heading_may_say_who_is_the_seat(rules: SentenceRules, text: str) -> None:
    assert [u.name for u in Sentence(text, rules).heading_units] == ["Phòng Tư pháp"]
    assert not Sentence("Phòng Tư pháp - đầu mối tiếp nhận đơn của công dân", rules).heading_units


@pytest.mark.parametrize("office", ["là cơ quan đầu mối", "là đơn vị chủ trì", "là cơ quan thường trực"])
def test_what_a_body_is_belongs_to_no_heading_of_its_name(rules: SentenceRules, office: str) -> None:
    assert [u.name for u in Sentence(f"Phòng Tư pháp {office}:", rules).heading_units] == ["Phòng Tư pháp"]
    assert not Sentence(f"Phòng Tư pháp {office} tổng hợp đơn:", rules).heading_units


def test_a_heading_may_say_whose_the_work_is(rules: SentenceRules) -> None:
    sentence = Sentence("Nhiệm vụ chung của các sở, ban, ngành, UBND cấp huyện", rules)
    assert [u.name for u in sentence.heading_units] == ["các sở, ban, ngành", "UBND cấp huyện"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Các đơn vị cung ứng vật tư", True),
        ("Các xã xây dựng nông thôn mới", True),
        ("Các doanh nghiệp vận chuyển hành khách:", True),
        ("Các thôn rà soát đường dây điện:", False),
        ("Mỗi thôn lập đội xung kích", False),
    ],
)
def test_what_several_do_may_say_who_they_are(text: str, named: bool, rules: SentenceRules) -> None:
    assert Sentence(text, rules).told_by_deed is named
