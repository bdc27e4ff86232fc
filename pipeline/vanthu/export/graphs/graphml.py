"""GraphML for Gephi, yEd and networkx, and the node-link JSON of D3 and networkx."""

from __future__ import annotations

import json
from io import BytesIO
from xml.etree.ElementTree import Element, SubElement

import networkx as nx
from networkx.readwrite.graphml import GraphMLWriter

from vanthu.contract.model import PublicPlan
from vanthu.export.graphs.attributes import plain
from vanthu.planning.network import Network, join
from vanthu.planning.order import Order, order_of

_YED = "http://www.yworks.com/xml/graphml"
_YED_KEY = "yed"


def graphml(network: Network, order: Order) -> bytes:
    """The text of a `.graphml`, UTF-8; attributes are typed. Labels also stand where yEd looks for them."""
    writer = GraphMLWriter(graph=plain(network, order), encoding="utf-8", prettyprint=True)
    _label_for_yed(writer.xml)
    out = BytesIO()
    writer.dump(out)
    return out.getvalue()


def _label_for_yed(root: Element) -> None:
    labels = {
        k.get("id") for k in root.iter("key") if (k.get("for"), k.get("attr.name")) == ("node", "label")
    }
    root.insert(0, Element("key", {"id": _YED_KEY, "for": "node", "yfiles.type": "nodegraphics"}))
    for node in root.iter("node"):
        for label in [data.text for data in node if data.get("key") in labels and data.text]:
            shape = SubElement(SubElement(node, "data", key=_YED_KEY), f"{{{_YED}}}ShapeNode")
            SubElement(shape, f"{{{_YED}}}NodeLabel").text = label


def plan_graphml(plan: PublicPlan) -> bytes:
    """The text of the `graph.graphml` of one plan: the vertices are those of its `plan.json`."""
    network = join([plan])
    return graphml(network, order_of(network))


def node_link(network: Network, order: Order) -> str:
    """The graph as JSON, nodes under `nodes`, edges under `links`: what `networkx.node_link_graph(..., edges="links")` reads."""
    data = nx.node_link_data(plain(network, order), edges="links")
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
