"""The one list of stages, in order: what turns a file into a plan."""

from __future__ import annotations

from dataclasses import dataclass

from vanthu.reading import Marking, Signing
from vanthu.reading.secrecy import Cleared
from vanthu.repair import Mender
from vanthu.rulebook import Rulebook, load_rulebook
from vanthu.settings import Settings, load_settings
from vanthu.stage import Pipeline, Stage
from vanthu.stages.arrange import Arrange
from vanthu.stages.mend import Mend
from vanthu.stages.recognise import Recognise


def stages(
    settings: Settings,
    rulebook: Rulebook,
    *,
    keeping: bool = False,
    cleared: frozenset[Cleared] = frozenset(),
) -> tuple[Stage, ...]:
    """All stages over given settings and rules; with `keeping`, what is recognised is kept for the next time.

    On files that a person `cleared` no marks of secrecy are looked for. Raises `RulesError` where a label that a stage needs is missing.
    """
    return (*reading(settings, rulebook, keeping=keeping, cleared=cleared), *understanding(rulebook))


def reading(
    settings: Settings,
    rulebook: Rulebook,
    *,
    keeping: bool = False,
    cleared: frozenset[Cleared] = frozenset(),
) -> tuple[Stage, ...]:
    """From a file to blocks of words in reading order. Raises as `stages` does."""
    return (
        Recognise(
            settings, rulebook["SECRECY"], Signing.of(rulebook), Marking.of(rulebook), keeping, cleared
        ),
        Mend(Mender.of(rulebook)),
        Arrange(rulebook),
    )


def understanding(rulebook: Rulebook) -> tuple[Stage, ...]:
    """From blocks to findings. Raises as `stages` does."""
    # who only reads does not wait for the libraries of language: half of what there is to load
    from vanthu.language.engine import build_engine  # noqa: PLC0415
    from vanthu.stages.annotate import Annotate  # noqa: PLC0415
    from vanthu.stages.assign import Assign  # noqa: PLC0415
    from vanthu.stages.audit import Audit  # noqa: PLC0415
    from vanthu.stages.cite import Cite  # noqa: PLC0415
    from vanthu.stages.compose import Compose  # noqa: PLC0415
    from vanthu.stages.head import Head  # noqa: PLC0415
    from vanthu.stages.outline import Outline  # noqa: PLC0415
    from vanthu.stages.relate import Relate  # noqa: PLC0415
    from vanthu.stages.schedule import Schedule  # noqa: PLC0415
    from vanthu.times.working_days import day_off_reason  # noqa: PLC0415

    return (
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
    With `keeping`, what is recognised is kept in the user's cache and found there the next time. With `only_reading` the
    pipeline ends with the blocks of words in order. On files that a person `cleared` no marks of secrecy are looked for.
    """

    profile: str | None = None
    keeping: bool = True
    only_reading: bool = False
    cleared: frozenset[Cleared] = frozenset()

    def __call__(self) -> Pipeline:
        """Raises `RulesError` where settings or rules are not valid, or there is no such profile."""
        settings, rulebook = load_settings(profile=self.profile), load_rulebook()
        made = reading if self.only_reading else stages
        return Pipeline(made(settings, rulebook, keeping=self.keeping, cleared=self.cleared))
