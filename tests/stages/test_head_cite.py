from __future__ import annotations

from builders import plan_of
from vanthu.rulebook import load_rulebook
from vanthu.stage import Pipeline
from vanthu.stages.cite import Cite
from vanthu.stages.head import Head


def test_head_comes_before_cite() -> None:
    rulebook = load_rulebook()
    given = frozenset({"text", "paragraphs", "mentions"})
    plan = plan_of("Số: 12/KH-UBND", "KẾ HOẠCH", "Ra quân").with_layers(mentions=())
    done = Pipeline((Head(rulebook), Cite(rulebook)), given)(plan)
    assert done.header is not None
    assert (done.header.number.value, done.citations) == ("12", ())
