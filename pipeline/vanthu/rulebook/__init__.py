"""Rules as data: YAML files under rules/, checked on loading and compiled once into `RuleSet`s.

A file has `version: 1`, a `label`, optional `fragments`, and `rules`. A rule has an `id`, a `why`, a `pattern` (or `forms`, plain
phrases), `examples` and `counter_examples` that a test runs. In patterns a blank stands for any run of white space
and `{name}` for a fragment of the file or of rules/fragments.yaml, which may be a list of plain phrases; matching ignores case (unless `case: true`) and the
style of tone marks and *i* or *y*, and ends at word borders (unless `whole_words: false`).
"""

from vanthu.rulebook.load import load_rulebook
from vanthu.rulebook.match import Match, RuleSet, Trace
from vanthu.rulebook.rulebook import Rulebook
from vanthu.rulebook.schema import Example, Rule

__all__ = ["Example", "Match", "Rule", "RuleSet", "Rulebook", "Trace", "load_rulebook"]
