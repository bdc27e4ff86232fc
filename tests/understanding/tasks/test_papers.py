"""Whole papers of other places, years, levels and forms, with what a clerk would write down."""

from __future__ import annotations

import pytest

from understanding.paper import FOLDER, expected, read_paper, row_of, time_of
from vanthu.rulebook import Rulebook

PAPERS = sorted(p.stem for p in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_gives_the_tasks_a_clerk_would_note(name: str, rulebook: Rulebook) -> None:
    found = read_paper(name, rulebook)
    assert [row_of(t) for t in found.tasks] == expected(name)["tasks"]


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_gives_the_times_of_the_whole(name: str, rulebook: Rulebook) -> None:
    found = read_paper(name, rulebook)
    assert [time_of(d) for d in found.document_deadlines] == expected(name)["document_times"]


@pytest.mark.parametrize("name", PAPERS)
def test_every_task_and_unit_leads_back_to_the_text(name: str, rulebook: Rulebook) -> None:
    for task in read_paper(name, rulebook).tasks:
        assert task.evidence is not None
        assert task.evidence.quote.split() == task.text.split()
        for unit in (*task.lead, *task.coordinate):
            assert unit.evidence is not None
            assert unit.evidence.quote.split()[-1] == unit.name.split()[-1]
