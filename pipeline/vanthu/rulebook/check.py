"""What of the rules does not hold, or says nothing: for the tests and for `vanthu rules check`."""

from __future__ import annotations

from vanthu.rulebook.literals import tells
from vanthu.rulebook.match import CompiledRule, RuleSet
from vanthu.rulebook.rulebook import Rulebook
from vanthu.rulebook.schema import Example, Rule


def failures(rulebook: Rulebook) -> list[str]:
    """One Vietnamese line for every example that does not hold, and for every `needs` that adds nothing; empty where there are none."""
    return [
        line
        for ruleset in rulebook.sets.values()
        for c in ruleset.compiled
        for line in (*_examples(c.rule, ruleset), *_needs(c))
    ]


def _needs(compiled: CompiledRule) -> list[str]:
    named = compiled.named
    if not named or not tells(compiled.pattern.written, named):
        return []
    return [f"{compiled.rule.id}: mục 'needs' thừa, mẫu đã tự cho biết phải có chữ gì; hãy bỏ mục ấy"]


def _examples(rule: Rule, ruleset: RuleSet) -> list[str]:
    bad = [f"{rule.id}: ví dụ không khớp: {e.text!r}" for e in rule.examples if not _holds(rule, e, ruleset)]
    return bad + [
        f"{rule.id}: phản ví dụ lại khớp: {text!r}"
        for text in rule.counter_examples
        if any(
            t.match and t.rule.id == rule.id and t.outcome in ("won", "taken out")
            for t in ruleset.explain(text)
        )
    ]


def _holds(rule: Rule, example: Example, ruleset: RuleSet) -> bool:
    for trace in ruleset.explain(example.text):
        if trace.match is None or trace.rule.id != rule.id or trace.outcome not in ("won", "taken out"):
            continue
        span, groups = trace.match.span, trace.match.groups
        same_text = example.match is None or example.text[span.start : span.end] == example.match
        if same_text and all(groups.get(k) == v for k, v in example.groups.items()):
            return True
    return False
