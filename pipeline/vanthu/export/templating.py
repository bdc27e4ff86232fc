"""Pages of HTML from the templates of the package."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from vanthu.audit.places import place


@cache
def templates() -> Environment:
    """The templates of the package; every value is escaped. The filter `place` says the path of a place in words."""
    environment = Environment(
        loader=PackageLoader("vanthu.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["place"] = place
    return environment
