"""The one list of stages, in order: what turns a file into a plan."""

from __future__ import annotations

from dataclasses import dataclass

from vanthu.language.engine import build_engine
from vanthu.reading import Marking, Signing
from vanthu.repair import Mender
from vanthu.rulebook import Rulebook, load_rulebook
from vanthu.settings import Settings, load_settings
from vanthu.stage import Pipeline, Stage
from vanthu.stages.annotate import Annotate
from vanthu.stages.arrange import Arrange
from vanthu.stages.assign import Assign
from vanthu.stages.audit import Audit
from vanthu.stages.cite import Cite
from vanthu.stages.compose import Compose
from vanthu.stages.head import Head
from vanthu.stages.mend import Mend
from vanthu.stages.outline import Outline
from vanthu.stages.recognise import Recognise
from vanthu.stages.relate import Relate
from vanthu.stages.schedule import Schedule
from vanthu.times.working_days import day_off_reason


def stages(settings: Settings, rulebook: Rulebook, *, keeping: bool = False) -> tuple[Stage, ...]:
    """All stages over given settings and rules; with `keeping`, what is recognised is kept for the next time.

    Raises `RulesError` where a label that a stage needs is missing.
    """
    return (
        Recognise(settings, rulebook["SECRECY"], Signing.of(rulebook), Marking.of(rulebook), keeping),
        Mend(Mender.of(rulebook)),
        Arrange(rulebook),
        Compose(rulebook),
        Annotate(build_engine(rulebook), rulebook.fingerprint),
        Head(rulebook),
        Cite(rulebook),
        Outline(rulebook),
        Assign(rulebook),
        Schedule(rulebook),
        Relate(rulebook),
        Audit(rulebook["AUDIT"], day_off_reason),
    )


@dataclass(frozen=True)
class Assembly:
    """Builds the pipeline over the program's own settings and rules. Equal ones build it once in a process; workers get it pickled.

    `profile` names settings of recognition in models/ocr.yaml; `None` is the usual one.
    With `keeping`, what is recognised is kept in the user's cache and found there the next time. `upto` names the layer that
    the pipeline ends with; `None` is all of it.
    """

    profile: str | None = None
    keeping: bool = True
    upto: str | None = None

    def __call__(self) -> Pipeline:
        """Raises `RulesError` where settings or rules are not valid, or there is no such profile."""
        settings = load_settings(profile=self.profile)
        whole = Pipeline(stages(settings, load_rulebook(), keeping=self.keeping))
        return whole.upto(self.upto) if self.upto else whole
