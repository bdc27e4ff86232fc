"""Who leads a task and who helps: by its own words, by the lines around it, by the headings above it, by a row's cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from vanthu.document.content import Unit
from vanthu.document.geometry import Span
from vanthu.document.plan import Plan
from vanthu.document.structure import NodeKind, SectionRole
from vanthu.understanding.columns.columns import Column
from vanthu.understanding.deadlines.whole import issue_day
from vanthu.understanding.sentences.labels import Attribute
from vanthu.understanding.sentences.letters import Order, order_of
from vanthu.understanding.sentences.own import OwnPeople
from vanthu.understanding.sentences.sentence import Sentence
from vanthu.understanding.tasks import doubts
from vanthu.understanding.tasks.binding import Binder
from vanthu.understanding.tasks.choice import Chooser
from vanthu.understanding.tasks.doubts import Doubt
from vanthu.understanding.tasks.rows import Rows
from vanthu.understanding.units.parts import UnitName

_OFFICES_OF_COMMUNES = date(2025, 7, 1)  # since when communes have departments


class Parts(NamedTuple):
    """Units with a part in a task, before they are resolved; `doubt` is about who leads."""

    lead: tuple[Unit, ...]
    coordinate: tuple[Unit, ...]
    doubt: Doubt | None


@dataclass(frozen=True)
class Parties:
    """Looks at the tasks of one plan."""

    plan: Plan
    binder: Binder
    rows: Rows

    @property
    def chooser(self) -> Chooser:
        """The chooser of the plan's tasks."""
        return self.binder.chooser

    def of(self, index: int) -> Parts:
        """The units with a part in the task at a node."""
        return self._of_row(index) if self.rows.is_row(index) else self._of_text(index)

    def _of_text(self, index: int) -> Parts:
        sentence = self.chooser.sentence(index)
        start = self.rows.tree.nodes[index].span.start
        asked = self._asked_in_opening(index)
        own = asked.units if asked else sentence.actors
        if not own and not asked:
            own = sentence.asked_inside if sentence.is_closing else sentence.ordered_later
        told = self._told(index, "lead") or self._units(own, start)
        if self._are_of_those_above(index, told):
            told = ()
        lead = told or self._inherited(index) or self._units(sentence.acting_inside, start)
        partners = (
            *self._units(sentence.partners, start),
            *self._told(index, "partner"),
            *self._helping(index),
        )
        if all(u.inherited for u in lead):
            partners = (*partners, *self._inherited_partners(index))
        leading = {u.name for u in lead}
        helping = tuple(u for u in _each_once(partners) if u.name not in leading)
        return Parts(lead, helping, self._doubt(index, lead, told))

    def _asked_in_opening(self, index: int) -> Order | None:
        """Whom a paragraph of a letter asks, whatever it says of its writer before."""
        in_opening = self.rows.tree.nodes[index].role is SectionRole.PREAMBLE
        return order_of(self.chooser.sentence(index)) if in_opening else None

    def _are_of_those_above(self, index: int, told: Sequence[Unit]) -> bool:
        """Whether only people or parts of the heading's units are named."""
        holder = self.chooser.lead_holder(index)
        above = self.chooser.lead_of(holder) if holder is not None else ()
        own = OwnPeople(
            self.chooser.sentence(index),
            above,
            offices=self._communes_have_offices,
            addressed=holder is not None and self.rows.tree.nodes[holder].kind is NodeKind.PARAGRAPH,
        )
        return own.are_all([u.name for u in told])

    @cached_property
    def _communes_have_offices(self) -> bool:
        issued = issue_day(self.plan)
        return issued is not None and issued >= _OFFICES_OF_COMMUNES

    def _doubt(self, index: int, lead: Sequence[Unit], told: Sequence[Unit]) -> Doubt | None:
        return doubts.of_lead(self.chooser, index, found=bool(lead), told=bool(told))

    def _of_row(self, index: int) -> Parts:
        work = self.rows.span(index, Column.WORK) or self.rows.tree.nodes[index].span
        sentence = Sentence(self.rows.tree.text[work], self.rows.rules)
        leads, helpers = self.rows.parties(index)
        told = self._units(leads, 0) or self._units(sentence.actors, work.start)
        partners = self._units(helpers, 0)
        partners = partners or self._units(sentence.partners, work.start)
        above = self._units(self.rows.leads_above(index), 0, inherited=True)
        lead = told or above or self._inherited(index)
        return Parts(lead, _each_once(partners), self._doubt(index, lead, told))

    def _units(self, units: Iterable[UnitName], start: int, *, inherited: bool = False) -> tuple[Unit, ...]:
        return tuple(
            Unit(
                name=u.name,
                evidence=self.plan.evidence(Span(u.span.start + start, u.span.end + start)),
                inherited=inherited,
            )
            for u in units
        )

    @cached_property
    def _attributes(self) -> Mapping[int, list[tuple[Attribute, Span]]]:
        found: dict[int, list[tuple[Attribute, Span]]] = {}
        for owner, attribute, value in self.binder.attributes():
            found.setdefault(owner, []).append((attribute, value))
        return found

    def values(self, index: int, kind: str) -> list[Span]:
        """Where lines of attributes of a kind tell something of a task."""
        return [value for attribute, value in self._attributes.get(index, []) if attribute.kind == kind]

    def _told(self, index: int, kind: str) -> tuple[Unit, ...]:
        found = [u for v in self.values(index, kind) for u in self.rows.units_in(v)]
        return self._units(found, 0)

    def _helping(self, index: int) -> tuple[Unit, ...]:
        """Helpers that a line on who leads names beside the leader."""
        values = self.values(index, "lead")
        return self._units((u for v in values for u in self.rows.helpers_in(v)), 0)

    def _inherited(self, index: int) -> tuple[Unit, ...]:
        holder = self.chooser.lead_holder(index)
        if holder is None:
            return ()
        start = self.rows.tree.nodes[holder].span.start
        return self._units(self.chooser.lead_of(holder), start, inherited=True)

    def _inherited_partners(self, index: int) -> tuple[Unit, ...]:
        holder = self.chooser.lead_holder(index)
        partners = self.chooser.sentence(holder).heading_partners if holder is not None else ()
        opener = next(self.chooser.holders(index), None)
        if not partners and opener is not None and self.chooser.sentence(opener).is_empty_intro:
            holder, partners = opener, self.chooser.sentence(opener).partners
        start = self.rows.tree.nodes[holder].span.start if holder is not None else 0
        return self._units(partners, start, inherited=True)


def _each_once(units: Iterable[Unit]) -> tuple[Unit, ...]:
    return tuple({u.name: u for u in units}.values())
