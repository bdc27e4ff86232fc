from __future__ import annotations

from pathlib import Path

from builders import plan_of, small_language
from vanthu.language.engine import build_engine
from vanthu.rulebook import load_rulebook
from vanthu.stages.annotate import Annotate


def test_mentions_have_places_in_the_whole_text_and_never_cross_paragraphs(tmp_path: Path) -> None:
    config = small_language(tmp_path)
    rulebook = load_rulebook(tmp_path)
    stage = Annotate(build_engine(rulebook, config), rulebook.fingerprint)
    plan = stage(plan_of("gửi trước", "5/6 xong", "rồi trước 7/8."))
    assert plan.rules == rulebook.fingerprint
    (mention,) = plan.mentions or ()
    assert plan.need_text()[mention.span] == "trước 7/8"
    assert (mention.label, mention.rule, mention.groups) == ("DEADLINE", "deadline.before", {"day": "7"})
