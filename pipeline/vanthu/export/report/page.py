"""`report.html`: one page that a leader can open anywhere: nothing is loaded from outside, no script is needed."""

from __future__ import annotations

from markupsafe import Markup

from vanthu.contract.model import PublicPlan
from vanthu.export.picture.picture import picture
from vanthu.export.report.clipping import Clip, no_clip
from vanthu.export.report.view import view
from vanthu.export.templating import templates
from vanthu.export.xml_text import xml_safe

_MOST_TASKS_OPEN = 60  # a longer picture is folded away at first


def report_html(contract: PublicPlan, *, clip: Clip = no_clip) -> str:
    """The page. `clip` gives the cutting for a proof; without it every source is shown as a quote."""
    drawing = Markup(picture(contract))  # noqa: S704 - made by an XML writer, which escapes all text
    page = (
        templates()
        .get_template("report.html")
        .render(**view(contract, clip), picture=drawing, unfolded=len(contract.tasks) <= _MOST_TASKS_OPEN)
    )
    return xml_safe(page)
