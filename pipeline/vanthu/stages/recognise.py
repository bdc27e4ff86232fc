from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from vanthu.document.page import Source
from vanthu.document.plan import Plan
from vanthu.errors import PipelineError, SecretError
from vanthu.reading import Marking, Signing
from vanthu.reading.keeping.fingerprint import fingerprint
from vanthu.reading.keeping.keeper import Keeper, store, wanted
from vanthu.reading.reader import opened, together
from vanthu.reading.result import PageRead, Recognition, Sheets
from vanthu.rulebook.match import RuleSet
from vanthu.settings import Settings


@dataclass(frozen=True)
class Recognise:
    """File -> pages, words, ruled grids, marks, disputes. Stops with `SecretError` at a mark of state secrecy.

    Whole (`__call__`), or sheet by sheet in any process (`opened`), put together afterwards (`gathered`). With `keeping`, what
    was gathered is kept in the user's cache and `recalled` the next time.
    """

    settings: Settings
    secrecy: RuleSet | None = None  # the rules under SECRECY; None looks for no marks
    signing: Signing | None = None  # what marks a signer's corner; None looks at none twice
    marking: Marking | None = None  # what stamps say; None tells none
    keeping: bool = False
    name: str = "recognise"
    requires: frozenset[str] = frozenset({"source"})
    provides: frozenset[str] = frozenset({"pages", "words", "grids", "marks", "disputes"})

    def __call__(self, plan: Plan) -> Plan:
        """Raises `InputError` where nothing can be read, `SetupError` where the engine is missing."""
        known = self.recalled(plan)
        if known is not None:
            return known
        with self.opened(_source(plan)) as sheets:
            return self.gathered(plan, (page for i in range(sheets.count) for page in sheets.read(i)))

    def recalled(self, plan: Plan) -> Plan | None:
        """The plan with what was read from its file earlier; `None` where it has to be read."""
        found = self._keeper.recall(_source(plan)) if self._keeper else None
        return self.with_recognition(plan, found) if found else None

    @contextmanager
    def opened(self, source: Source) -> Iterator[Sheets]:
        """The sheets of a file, each to be read by itself. Raises as a call does."""
        try:
            with opened(
                source,
                settings=self.settings,
                secrecy=self.secrecy,
                signing=self.signing,
                marking=self.marking,
            ) as sheets:
                yield sheets
        except SecretError:
            if self._keeper:
                self._keeper.forget(source)  # read earlier under rules that did not know the mark
            raise

    def gathered(self, plan: Plan, reads: Iterable[PageRead]) -> Plan:
        """The plan with all pages, which come in order. Raises `InputError` where none of them could be read."""
        found = together(_source(plan), reads)
        if self._keeper:
            self._keeper.keep(_source(plan), found)
        return self.with_recognition(plan, found)

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

    @property
    def _keeper(self) -> Keeper | None:
        """Where to keep, and whether, is asked each time: a stage outlives changes of the environment."""
        limits = self.settings.limits
        if not self.keeping or not wanted(limits) or self._how is None:
            return None
        return Keeper(store(limits), self._how)

    @cached_property
    def _how(self) -> str | None:
        rules = (*((self.secrecy,) if self.secrecy else ()), *(self.signing.rules if self.signing else ()))
        rules += self.marking.rules if self.marking else ()
        return fingerprint(self.settings, rules)


def _source(plan: Plan) -> Source:
    if plan.source is None:
        raise PipelineError("there is no file to recognise")
    return plan.source
