from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from vanthu.document.page import Source
from vanthu.document.plan import Plan
from vanthu.errors import PipelineError
from vanthu.reading import Marking, Signing
from vanthu.reading.reader import opened, together
from vanthu.reading.result import PageRead, Recognition, Sheets
from vanthu.rulebook.match import RuleSet
from vanthu.settings import Settings


@dataclass(frozen=True)
class Recognise:
    """File -> pages, words, ruled grids, marks, disputes. Stops with `SecretError` at a mark of state secrecy.

    Whole (`__call__`), or sheet by sheet in any process (`opened`), put together afterwards (`gathered`).
    """

    settings: Settings
    secrecy: RuleSet | None = None  # the rules under SECRECY; None looks for no marks
    signing: Signing | None = None  # what marks a signer's corner; None looks at none twice
    marking: Marking | None = None  # what stamps say; None tells none
    name: str = "recognise"
    requires: frozenset[str] = frozenset({"source"})
    provides: frozenset[str] = frozenset({"pages", "words", "grids", "marks", "disputes"})

    def __call__(self, plan: Plan) -> Plan:
        """Raises `InputError` where nothing can be read, `SetupError` where the engine is missing."""
        with self.opened(_source(plan)) as sheets:
            return self.gathered(plan, (page for i in range(sheets.count) for page in sheets.read(i)))

    def opened(self, source: Source) -> AbstractContextManager[Sheets]:
        """The sheets of a file, each to be read by itself. Raises as a call does."""
        return opened(
            source,
            settings=self.settings,
            secrecy=self.secrecy,
            signing=self.signing,
            marking=self.marking,
        )

    def gathered(self, plan: Plan, reads: Iterable[PageRead]) -> Plan:
        """The plan with all pages, which come in order. Raises `InputError` where none of them could be read."""
        return self.with_recognition(plan, together(_source(plan), reads))

    def with_recognition(self, plan: Plan, found: Recognition) -> Plan:
        """The plan with what was recognised of its file, now or earlier."""
        return plan.with_layers(
            pages=found.pages,
            words=found.words,
            grids=found.grids,
            marks=found.marks,
            disputes=found.disputes,
            problems=(*plan.problems, *found.problems),
        )


def _source(plan: Plan) -> Source:
    if plan.source is None:
        raise PipelineError("there is no file to recognise")
    return plan.source
