"""`vanthu graph`: the task graph of one or many plans, as pictures, files for other programs, and figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vanthu.cli.terminal import options
from vanthu.cli.terminal.failures import end_with
from vanthu.cli.terminal.streams import give, on_screen, say

if TYPE_CHECKING:
    from vanthu.planning.measures import Measures
    from vanthu.planning.network import Network

_FORMS = ("svg", "html", "who", "graphml", "dot", "json", "mermaid")
_THEMES = ("auto", "light", "dark")


_Units = Annotated[
    list[str] | None,
    typer.Option(
        "--unit",
        metavar="TÊN",
        help="Chỉ việc của đơn vị này (tên hoặc một phần tên, không cần dấu); lặp lại được.",
    ),
]
_First = Annotated[
    date | None,
    typer.Option("--from", metavar="NGÀY", parser=options.day, help="Chỉ việc có hạn từ ngày này."),
]
_Last = Annotated[
    date | None,
    typer.Option("--to", metavar="NGÀY", parser=options.day, help="Chỉ việc có hạn đến hết ngày này."),
]
_Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="DẠNG",
        parser=options.one_of(_FORMS, "dạng"),
        help=f"Một trong: {', '.join(_FORMS)}; mặc định theo đuôi tên tệp của --out, không có thì svg.",
    ),
]
_Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FILE",
        help="Tệp nhận kết quả; mặc định in ra đầu ra chuẩn, trên màn hình thì in các số đo.",
    ),
]
_Theme = Annotated[
    str,
    typer.Option(
        "--theme",
        metavar="MÀU",
        parser=options.one_of(_THEMES, "kiểu màu"),
        help="auto (theo máy người xem), light (nền sáng) hoặc dark (nền tối).",
    ),
]


def command(  # noqa: PLR0913  # one parameter an option
    paths: options.Plans = None,
    *,
    register: options.Register = None,
    unit: _Units = None,
    first: _First = None,
    last: _Last = None,
    form: _Format = None,
    out: _Out = None,
    theme: _Theme = "auto",
    measures: Annotated[
        bool,
        typer.Option(
            "--measures", help="In các số đo: thứ tự việc, chuỗi quyết định, khối lượng, ai chờ ai."
        ),
    ] = False,
    profile: options.Profile = None,
    share: options.Share = False,
    no_cache: options.NoCache = False,
) -> None:
    """Vẽ sơ đồ nhiệm vụ của một hay nhiều kế hoạch, hoặc xuất cho Gephi, yEd, Graphviz; in các số đo."""
    from vanthu import api
    from vanthu.engine.batch import cores
    from vanthu.export.graphs.forms import Form, form_of, written
    from vanthu.export.picture.svg import Theme
    from vanthu.planning.choice import Choice
    from vanthu.planning.measures import measure

    with options.source(paths, register) as source:
        gathered = api.gather(source, profile=profile, keep=not no_cache, jobs=cores())
    if share:
        gathered = api.shared(gathered)
        options.tell_shared(share=share)
    if not gathered.plans:
        end_with(gathered.failures)
    network = api.network([plan for _, plan in gathered.plans], Choice(tuple(unit or ()), first, last))
    found = measure(network)
    chosen = Form(form) if form else form_of(out)
    measures = measures or (out is None and form is None and on_screen())
    if out is not None:
        _save(out, written(network, found, chosen, theme=Theme(theme)))
    elif not measures:
        give(written(network, found, chosen, theme=Theme(theme)))
    if measures:
        _tell(network, found, as_json=form == Form.JSON and out is None)
    end_with(gathered.failures)


def _save(path: Path, text: str) -> None:
    from vanthu.export.places import whole_file

    with whole_file(path) as place:
        place.write_text(text, encoding="utf-8")
    say(f"đã ghi {path}")


def _tell(network: Network, found: Measures, *, as_json: bool) -> None:
    from vanthu.cli.terminal.figures import shown
    from vanthu.export.graphs.figures import measures_json, tables

    give(measures_json(network, found) if as_json else shown(tables(network, found)))
