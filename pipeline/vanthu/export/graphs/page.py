"""One page with both pictures and the measures, to be opened in a browser and printed."""

from __future__ import annotations

from datetime import date, timedelta

from markupsafe import Markup

from vanthu.export.graphs.board import board
from vanthu.export.graphs.figures import tables
from vanthu.export.graphs.who import who
from vanthu.export.picture.svg import Theme
from vanthu.export.templating import templates
from vanthu.export.timing import show_day
from vanthu.export.wording import document_name
from vanthu.export.xml_text import xml_safe
from vanthu.planning.measures import Measures
from vanthu.planning.network import Network

_MOST_WEEKS = 53


def page(network: Network, found: Measures, theme: Theme = Theme.AUTO) -> str:
    """The page as HTML; it needs nothing from outside."""
    names = [document_name(plan) for plan in network.plans.values()]
    text = (
        templates()
        .get_template("graph.html")
        .render(
            title=names[0] if len(names) == 1 else f"Nhiệm vụ của {len(names)} kế hoạch",
            theme=theme.value,
            board=Markup(board(network, found, theme)),  # noqa: S704 - made by an XML writer, which escapes all text
            who=Markup(who(network, found, theme)),  # noqa: S704
            tables=tuple(tables(network, found)),
            weeks=_weeks(found),
            loads=_week_rows(network, found),
            show_day=show_day,
        )
    )
    return xml_safe(text)


def _weeks(found: Measures) -> tuple[date, ...]:
    """The Mondays from the first to the last limit; where that is longer than a year, only those with a limit."""
    known = sorted({week for load in found.loads for week in load.weeks})
    if not known:
        return ()
    number = (known[-1] - known[0]).days // 7 + 1
    weeks = tuple(known[0] + timedelta(weeks=n) for n in range(number))
    return weeks if number <= _MOST_WEEKS else tuple(known)


def _week_rows(network: Network, found: Measures) -> tuple[tuple[str, tuple[int, ...]], ...]:
    weeks = _weeks(found)
    return tuple(
        (network.label(load.unit), tuple(load.weeks.get(week, 0) for week in weeks))
        for load in found.loads
        if load.dated
    )
