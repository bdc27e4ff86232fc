"""All formal parts together."""

from __future__ import annotations

from vanthu.document.content import Header, Signer
from vanthu.document.geometry import Span
from vanthu.document.plan import Plan
from vanthu.rulebook import Rulebook
from vanthu.understanding.header.foot import foot_of
from vanthu.understanding.header.head import head_of, number_of, place_date_of, urgency_of
from vanthu.understanding.header.issuer import Clues, issuer_of
from vanthu.understanding.header.kind import titled
from vanthu.understanding.header.lists import addressees_of, recipients_of
from vanthu.understanding.header.rules import HeaderRules
from vanthu.understanding.header.signer import signers_of
from vanthu.understanding.header.view import View, view_of


def read_header(plan: Plan, rulebook: Rulebook) -> Header:
    """The formal parts of a plan that has text and paragraphs. What can't be told is `None`, with a reason for review."""
    rules = HeaderRules.of(rulebook)
    view = view_of(plan)
    head = head_of(view, rules)
    view = view.without([m.span for m in (*rules.find("motto", head.text), *rules.find("stamp", head.text))])
    head = head_of(view, rules)
    number, symbol, numbered = number_of(view, head, rules)
    bare = _without(view, numbered.span if numbered else None)
    place, issued_on, dated = place_date_of(bare, head_of(bare, rules), rules)
    bare = _without(bare, dated)
    rest = head_of(bare, rules)
    numbered_at = numbered.span.start if numbered else 0
    kind = titled(bare, rest, symbol.value, rules, numbered_at=numbered_at)
    foot = foot_of(view, rules)
    signers = signers_of(view, foot.right, rules)
    clues = Clues(symbol.value, _authority(signers), place.value, _office(signers))
    before = min([kind.start, *([numbered.span.start] if numbered else [])])
    issuer, superior = issuer_of(bare, rest, before=before, clues=clues, rules=rules)
    recipients, archive = recipients_of(view, foot.left, rules)
    return Header(
        type=kind.type,
        number=number,
        symbol=symbol,
        issuer=issuer,
        superior=superior,
        place=place,
        issued_on=issued_on,
        title=kind.title,
        signers=signers,
        recipients=recipients,
        addressees=addressees_of(view, rules),
        archive=archive,
        urgency=urgency_of(view, head, rules),
    )


def _without(view: View, span: Span | None) -> View:
    return view.without([span]) if span else view


def _authority(signers: tuple[Signer, ...]) -> str | None:
    return signers[0].authority.value if signers else None


def _office(signers: tuple[Signer, ...]) -> str | None:
    return (signers[0].office.value or signers[0].position.value) if signers else None
