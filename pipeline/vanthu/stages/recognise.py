from __future__ import annotations

import logging
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
from vanthu.reading.secrecy import Cleared
from vanthu.rulebook.match import RuleSet
from vanthu.settings import Settings

_LOG = logging.getLogger(__name__)


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
    cleared: frozenset[Cleared] = frozenset()  # files on which no marks of secrecy are looked for
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
        source = _source(plan)
        keeper = self._keeper(source)
        found = keeper.recall(source) if keeper else None
        return self.with_recognition(plan, found) if found else None

    @contextmanager
    def opened(self, source: Source) -> Iterator[Sheets]:
        """The sheets of a file, each to be read by itself. Raises as a call does."""
        try:
            with opened(
                source,
                settings=self.settings,
                secrecy=self._secrecy(source),
                signing=self.signing,
                marking=self.marking,
            ) as sheets:
                yield sheets
        except SecretError:
            if keeper := self._keeper(source):
                keeper.forget(source)  # read earlier under rules that did not know the mark
            raise

    def gathered(self, plan: Plan, reads: Iterable[PageRead]) -> Plan:
        """The plan with all pages, which come in order. Raises `InputError` where none of them could be read."""
        source = _source(plan)
        found = together(source, reads)
        if keeper := self._keeper(source):
            keeper.keep(source, found)
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

    def _secrecy(self, source: Source) -> RuleSet | None:
        """The rules that a file is held against: none where a person said that it is no state secret."""
        who = self._cleared_by(source)
        if who is None:
            return self.secrecy
        _LOG.info("no marks of secrecy are looked for: %s said that this is no state secret", who)
        return None

    def _cleared_by(self, source: Source) -> str | None:
        return next((cleared.who for cleared in self.cleared if cleared.sha256 == source.sha256), None)

    def _keeper(self, source: Source) -> Keeper | None:
        """Where to keep a file's reading, and whether, is asked each time: a stage outlives changes of the environment.

        What only a person's word let pass is not kept: the next run, without that word, must see the mark.
        """
        limits = self.settings.limits
        if not self.keeping or not wanted(limits) or self._cleared_by(source) or self._how is None:
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
