"""How the functions of the library have documents worked on: in this process, or in workers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from vanthu.assembly import Assembly
from vanthu.document.plan import Plan
from vanthu.engine import batch, outcome
from vanthu.engine.documents import documents as parted
from vanthu.engine.worker import Work, pipeline_of
from vanthu.reading import open_source
from vanthu.settings import load_settings


def plans_of(path: Path | str, assembly: Assembly, jobs: int | None) -> tuple[Plan, ...]:
    """Every document in one file, as far as `assembly` goes; in this process, or in `jobs` workers. Raises what is wrong with it."""
    if jobs is None:
        settings = load_settings(profile=assembly.profile)
        return parted(pipeline_of(assembly), Plan(source=open_source(path, settings=settings)))
    (outcomes,) = batch.each([Path(path)], handing_back(assembly, _itself), batch.Options(jobs))
    return tuple(made_of(outcome) for outcome in outcomes)


def handing_back(assembly: Assembly, make: Callable[[Plan, Path], object]) -> Work:
    """Work that writes nothing, and gives what is made of each plan."""
    return replace(work_of(assembly, make), returns=True)


def work_of(assembly: Assembly, save: Callable[[Plan, Path], object]) -> Work:
    """Work on documents under the limits of the settings; `save` gets each plan with the folder that is its own."""
    settings = load_settings(profile=assembly.profile)
    return Work(assembly, partial(open_source, settings=settings), save, settings.limits)


def _itself(plan: Plan, _: Path) -> Plan:
    """Nothing is made of a plan: it is handed back."""
    return plan


def made_of(done: outcome.Outcome) -> Any:
    """What was made of a document. Raises what was wrong with it."""
    if done.failure is not None:
        raise done.failure.error(str(done.job.path))
    return done.made
