"""What a rule file may hold. Unknown keys are errors."""

from __future__ import annotations

from pydantic import Field, model_validator

from vanthu.document.base import Frozen


class Example(Frozen):
    """A text that the rule must match. `match`, `groups` and `value` are checked where they are given."""

    text: str
    match: str | None = None
    groups: dict[str, str] = {}


class Rule(Frozen):
    """One rule. Exactly one of `pattern` and `forms` is given.

    `value` is what a match stands for (a role, a kind, a normal form); `resolve` names the function in code that
    computes a value from the groups. A `negative` rule wins like any other and then takes its match out of the result.
    `needs`: at least one of these must stand in the text, else the rule isn't tried; neither case nor blanks count, and any number is a 0.
    What the pattern itself asks for is found without it: it is for what the pattern can't tell, or tells in too many ways.
    `longest`: texts of more characters aren't tried (rules for cells and short headings).
    """

    id: str = Field(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)+$")
    why: str = Field(min_length=3)
    pattern: str | None = None
    forms: tuple[str, ...] = ()
    value: str | None = None
    resolve: str | None = None
    priority: int = 10
    confidence: float = Field(default=1.0, gt=0, le=1)
    negative: bool = False
    case: bool = False
    whole_words: bool = True
    needs: tuple[str, ...] = ()
    longest: int | None = None
    attributes: dict[str, str] = {}
    examples: tuple[Example, ...] = Field(min_length=1)
    counter_examples: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_way_to_match(self) -> Rule:
        if (self.pattern is None) == (not self.forms):
            raise ValueError("phải có một trong hai mục 'pattern' và 'forms', không có cả hai")
        return self


Fragments = dict[str, str | tuple[str, ...]]
"""Pieces of patterns by name: a piece of expression, or a list of plain phrases of which any may stand there."""


class RuleFile(Frozen):
    """A file of rules under one label."""

    version: int = Field(ge=1, le=1)
    label: str = Field(pattern=r"^[A-Z][A-Z0-9_]*$")
    about: str = ""
    fragments: Fragments = {}
    rules: tuple[Rule, ...]


class FragmentFile(Frozen):
    """Fragments for all files."""

    version: int = Field(ge=1, le=1)
    fragments: Fragments
