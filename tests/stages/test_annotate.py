from __future__ import annotations

from pathlib import Path

from builders import plan_of
from vanthu.language.engine import build_engine
from vanthu.rulebook import load_rulebook
from vanthu.stages.annotate import Annotate

RULES = """
version: 1
label: DEADLINE
rules:
  - {id: deadline.before, why: a limit, pattern: 'trước (?P<day>\\d+)/\\d+', examples: [{text: 'trước 3/4'}]}
"""
CONFIG = """
[nlp]
lang = "xx"
pipeline = ["rules"]
tokenizer = {"@tokenizers":"vanthu.Tokenizer.v1"}
[components]
[components.rules]
factory = "vanthu_rules"
labels = ["DEADLINE"]
"""


def test_mentions_have_places_in_the_whole_text_and_never_cross_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(RULES, encoding="utf-8")
    config = tmp_path / "language.cfg"
    config.write_text(CONFIG, encoding="utf-8")
    rulebook = load_rulebook(tmp_path)
    stage = Annotate(build_engine(rulebook, config), rulebook.fingerprint)
    plan = stage(plan_of("gửi trước", "5/6 xong", "rồi trước 7/8."))
    assert plan.rules == rulebook.fingerprint
    (mention,) = plan.mentions or ()
    assert plan.need_text()[mention.span] == "trước 7/8"
    assert (mention.label, mention.rule, mention.groups) == ("DEADLINE", "deadline.before", {"day": "7"})
