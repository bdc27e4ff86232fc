"""A source as a plain-text transcript, the way a typist would copy the page: blank lines between paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from maker.source import Ruled, Source, plain

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def transcript(source: Source) -> str:
    """The whole text: paragraphs, tables with tabs between cells, footnotes after the body, then the signature."""
    parts = [*_head(source), *_lines(source, source.body)]
    parts += [f"{'⁰¹²³⁴⁵⁶⁷⁸⁹'[n]} {note}" for n, note in enumerate(source.footnotes, 1)]
    parts += [_recipients(source), "\n".join(source.signer_lines), source.signer]
    return "\n\n".join([*parts, *_lines(source, source.appendix)]) + "\n"


def _head(source: Source) -> Iterator[str]:
    yield "\n".join(filter(None, (source.superior, *source.issuer)))
    yield "\n".join(MOTTO)
    yield source.serial
    yield f"{source.place}, {source.day}"
    if source.type:
        yield source.type
        yield "\n".join(source.title)
    else:
        yield source.subject
        yield "Kính gửi:"
        yield _listed(source.addressees)


def _lines(source: Source, lines: tuple[str, ...]) -> Iterator[str]:
    for line in lines:
        if line.startswith("@table "):
            yield _table(source.tables[line.removeprefix("@table ")])
        elif not line.startswith("@"):
            yield plain(line)


def _table(table: Ruled) -> str:
    return "\n".join("\t".join(row) for row in (table.head, *table.rows))


def _listed(items: tuple[str, ...]) -> str:
    return "\n".join(f"- {item}{'.' if n == len(items) else ';'}" for n, item in enumerate(items, 1))


def _recipients(source: Source) -> str:
    return "Nơi nhận:\n" + _listed((*source.recipients, f"Lưu: {source.archive}"))
