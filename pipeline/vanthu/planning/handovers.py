"""What a task of one plan makes and a task of another uses: an order between plans that no plan writes down."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from vanthu.document.graph import EdgeKind
from vanthu.planning.network import Network, Work
from vanthu.rulebook import RuleSet
from vanthu.understanding.relations.products import Tie, made, ties, used

_LEAST = 6  # syllables in a row: more than within one plan, where the words mean the same thing more surely
_LESS_SURE = 0.1  # than within one plan
_OWN = 0.1  # what it adds that both are one unit's


def with_handovers(network: Network, products: RuleSet) -> Network:
    """The network with `precedes` edges between plans; `products` are the rules labelled PRODUCT. All are guesses."""
    if len(network.plans) < 2:
        return network
    works = list(network.works.values())
    makers = [made(w.task.text, products) for w in works]
    users = [used(w.task.text, products) for w in works]
    graph: nx.MultiDiGraph[str] = network.graph.copy()
    for tie in ties(makers, users, least=_LEAST):
        for maker, user in _between(works[tie.maker], works[tie.user]):
            if not graph.has_edge(maker.key, user.key, EdgeKind.PRECEDES.value):
                graph.add_edge(maker.key, user.key, key=EdgeKind.PRECEDES.value, **_facts(maker, user, tie))
    return Network(graph, network.works, network.plans)


def _between(maker: Work, user: Work) -> Iterator[tuple[Work, Work]]:
    """The pair, where it stands in two plans and the maker's was issued before the user's work is over."""
    late = maker.issued and user.due and maker.issued > user.due
    if maker.plan != user.plan and not late:
        yield maker, user


def _facts(maker: Work, user: Work, tie: Tie) -> dict[str, str | float]:
    own = not set(maker.lead).isdisjoint(user.lead)
    sure = tie.thing.confidence - _LESS_SURE + (_OWN if own else 0.0)
    quote = user.task.text[tie.thing.span.start : tie.thing.span.end]
    facts: dict[str, str | float] = {"kind": EdgeKind.PRECEDES.value, "confidence": round(sure, 2)}
    return facts | {"quote": quote, "rule": tie.thing.rule}
