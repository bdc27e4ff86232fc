"""The forms that a graph can be written in, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from vanthu.export.graphs.board import board
from vanthu.export.graphs.dot import dot
from vanthu.export.graphs.graphml import graphml, node_link
from vanthu.export.graphs.mermaid import mermaid
from vanthu.export.graphs.page import page
from vanthu.export.graphs.who import who
from vanthu.export.picture.svg import Theme
from vanthu.planning.measures import Measures
from vanthu.planning.network import Network


class Form(StrEnum):
    """What a graph is written as."""

    SVG = "svg"
    HTML = "html"
    WHO = "who"
    GRAPHML = "graphml"
    DOT = "dot"
    JSON = "json"
    MERMAID = "mermaid"


SUFFIXES: Mapping[str, Form] = {
    ".svg": Form.SVG,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".graphml": Form.GRAPHML,
    ".dot": Form.DOT,
    ".gv": Form.DOT,
    ".json": Form.JSON,
    ".mmd": Form.MERMAID,
    ".mermaid": Form.MERMAID,
}

_FORMS: Mapping[Form, Callable[[Network, Measures, Theme], str]] = {
    Form.SVG: board,
    Form.HTML: page,
    Form.WHO: who,
    Form.GRAPHML: lambda network, found, _: graphml(network, found.order).decode(),
    Form.DOT: lambda network, found, _: dot(network, found.order),
    Form.JSON: lambda network, found, _: node_link(network, found.order),
    Form.MERMAID: lambda network, found, _: mermaid(network, found.order),
}


def form_of(path: Path | None) -> Form:
    """The form that the end of a file's name asks for; the picture where it asks for none."""
    return SUFFIXES.get(path.suffix.lower(), Form.SVG) if path else Form.SVG


def written(network: Network, found: Measures, form: Form, *, theme: Theme = Theme.AUTO) -> str:
    """The graph as text. Raises `InputError` where it is too large for the form."""
    return _FORMS[form](network, found, theme)
