"""GraphML for Gephi, yEd and networkx, and the node-link JSON of D3 and networkx."""

from __future__ import annotations

import json
from io import BytesIO

import networkx as nx

from vanthu.contract.model import PublicPlan
from vanthu.export.graphs.attributes import plain
from vanthu.planning.network import Network, join
from vanthu.planning.order import Order, order_of


def graphml(network: Network, order: Order) -> bytes:
    """The text of a `.graphml`, UTF-8; attributes are typed."""
    out = BytesIO()
    nx.write_graphml_xml(plain(network, order), out, encoding="utf-8", prettyprint=True)
    return out.getvalue()


def plan_graphml(plan: PublicPlan) -> bytes:
    """The text of the `graph.graphml` of one plan: the vertices are those of its `plan.json`."""
    network = join([plan])
    return graphml(network, order_of(network))


def node_link(network: Network, order: Order) -> str:
    """The graph as JSON, nodes under `nodes`, edges under `links`: what `networkx.node_link_graph(..., edges="links")` reads."""
    data = nx.node_link_data(plain(network, order), edges="links")
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
