"""What a register keeps of duties is believed as long as the recipe is the same: whoever changes the one changes the other."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import blake2b

from filings import filed_as, plan, task
from vanthu.audit.across.bands import day_bands, word_bands
from vanthu.register.across.filing import paper_bands
from vanthu.register.across.recipe import matching, recipe
from vanthu.rulebook import Example
from vanthu.rulebook.load import load_rulebook

KEPT = (
    "rensa RMinHash v2, 16x3, seed 302020, syllables 14, units 3; từ ngữ và quy tắc 3f158a3b1fcbc360",
    "325f04f06f432bed",
)
_TEXTS = (
    "Nạo vét kênh mương nội đồng xứ Đông và sửa chữa trạm bơm điện đầu mối tại thôn Suối Dẻ, bảo đảm tiết kiệm",
    "Hồ sơ hộ tịch được số hóa đầy đủ, gửi về Phòng Nội vụ huyện Đông Sậy",
    "Báo cáo kết quả thực hiện Kế hoạch này",
    "Tại thôn Bãi Cát, chủ trì rà soát, lập danh sách hộ nghèo năm 2024 theo hướng dẫn của Sở",
    "Tham mưu ban hành quyết định thành lập tổ công tác phòng cháy, chữa cháy quý III",
    "Mua 03 máy bơm 15 CV, sốhóa hồ sơ; tổ cliức tập huấn cho dân quân",
    "5",
)


def kept() -> str:
    """Everything that is kept of some duties and their plan, in few letters."""
    tasks = [task(text, f"2024-05-{n + 10}", lead=["Công an xã"]) for n, text in enumerate(_TEXTS)]
    tasks += [
        task("Ra quân dọn vệ sinh", "2024-05-20", lead=[name]) for name in ("UBND các xã", "Các đơn vị")
    ]
    filed = filed_as(
        1, plan("12", *tasks, replaces=[("9/KH-UBND", "2024-01-02")], title="Phòng, chống thiên tai năm 2024")
    )
    told = [
        [sorted(bands) for bands in word_bands(filed.duties)],
        [sorted(day_bands(duty)) for duty in filed.duties],
        sorted(paper_bands(filed.paper)),
        [duty.to_gist() for duty in filed.duties],
    ]
    return blake2b(json.dumps(told, ensure_ascii=False).encode(), digest_size=8).hexdigest()


def test_who_changes_what_is_kept_changes_the_recipe() -> None:
    now = (recipe(), kept())
    if now[0] == KEPT[0]:
        assert now == KEPT, (
            "what is kept of a duty is another now, and registers would go on believing what earlier programs kept: "
            f"raise RECIPE in vanthu/audit/across/bands.py, then write down KEPT anew, kept: {now[1]}"
        )
    assert now == KEPT, f"the recipe is another now, registers file anew; write down KEPT: {now}"


def test_words_about_a_rule_are_no_part_of_the_recipe_what_it_matches_is() -> None:
    whole = load_rulebook()["UNIT"].compiled[0]
    told = whole.rule.model_copy(update={"why": "nói rõ hơn", "examples": (Example(text="Sở Y tế"),)})
    other = whole.rule.model_copy(update={"priority": whole.rule.priority + 1})
    assert matching(replace(whole, rule=told)) == matching(whole)
    assert matching(replace(whole, rule=other)) != matching(whole)
    assert matching(replace(whole, pattern=whole.pattern._replace(written="khác"))) != matching(whole)
