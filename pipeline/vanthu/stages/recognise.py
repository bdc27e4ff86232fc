from __future__ import annotations

from dataclasses import dataclass

from vanthu.document.plan import Plan
from vanthu.errors import PipelineError
from vanthu.reading import Signing, read
from vanthu.rulebook.match import RuleSet
from vanthu.settings import Settings


@dataclass(frozen=True)
class Recognise:
    """File -> pages, words, ruled grids, marks, disputes. Stops with `SecretError` at a mark of state secrecy."""

    settings: Settings
    secrecy: RuleSet | None = None  # the rules under SECRECY; None looks for no marks
    signing: Signing | None = None  # what marks a signer's corner; None looks at none twice
    name: str = "recognise"
    requires: frozenset[str] = frozenset({"source"})
    provides: frozenset[str] = frozenset({"pages", "words", "grids", "marks", "disputes"})

    def __call__(self, plan: Plan) -> Plan:
        """Raises `InputError` where nothing can be read, `SetupError` where the engine is missing."""
        if plan.source is None:
            raise PipelineError("there is no file to recognise")
        found = read(plan.source, settings=self.settings, secrecy=self.secrecy, signing=self.signing)
        return plan.with_layers(
            pages=found.pages,
            words=found.words,
            grids=found.grids,
            marks=found.marks,
            disputes=found.disputes,
            problems=(*plan.problems, *found.problems),
        )
