"""Which line belongs to which part: head, body, tail, and the papers attached behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from vanthu.document.layout import BlockKind
from vanthu.layout.lines.textline import Side, TextLine, begins_low, is_upper
from vanthu.layout.parts.head import HeadReader, has_head
from vanthu.layout.parts.tail import TailReader, opens_tail
from vanthu.layout.roles import Roles

_TITLE = 100  # characters of a line that can be a title's
_BACK = 6  # lines above a motto that can be the issuer's


def part_kinds(lines: Sequence[TextLine], roles: Roles) -> list[BlockKind]:
    """The kind of each line of the flow (page numbers, stamps and notes taken out before)."""
    return _Reader(lines, roles).run()


@dataclass
class _Reader:
    lines: Sequence[TextLine]
    roles: Roles
    kinds: list[BlockKind] = field(default_factory=list)
    done: bool = False  # a part ended: what comes next is attached

    @property
    def at(self) -> int:
        return len(self.kinds)

    def run(self) -> list[BlockKind]:
        self._head()
        while self.at < len(self.lines):
            self._step()
        return self.kinds

    def _step(self) -> None:
        line = self.lines[self.at]
        if line.grid is not None:
            self.kinds.append(BlockKind.TABLE)
        elif self._is_letterhead(line):
            self._head()
        elif opens_tail(self.at, self.lines, self.roles):
            self._tail()
        elif self.done or self._is_appendix(line):
            self._appendix()
        else:
            self.kinds.append(BlockKind.BODY)

    def _head(self) -> None:
        """Read a head where one stands; the lines above a motto that were taken for body come into it."""
        self.done = False
        start = self._head_start()
        kinds = self._read_head(start) if has_head(self.lines[start:], self.roles) else []
        if start + len(kinds) > self.at:
            self.kinds[start:] = kinds
        elif self.at:
            self.kinds.append(BlockKind.BODY)

    def _read_head(self, start: int) -> list[BlockKind]:
        reader = HeadReader(self.roles)
        kinds: list[BlockKind] = []
        rest = self.lines[start:]
        for line, below in zip(rest, [*rest[1:], None], strict=True):
            kind = reader.read(line, below) if line.grid is None else None
            if kind is None:
                break
            kinds.append(kind)
        return kinds

    def _head_start(self) -> int:
        start = self.at
        while start and self.at - start < _BACK and self._is_name_above(start - 1):
            start -= 1
        return start

    def _is_name_above(self, number: int) -> bool:
        line = self.lines[number]
        usable = self.kinds[number] in (BlockKind.BODY, BlockKind.APPENDIX_TITLE)
        return (
            usable
            and line.page == self.lines[number + 1].page
            and is_upper(line.text)
            and len(line.text) < _TITLE
        )

    def _is_letterhead(self, line: TextLine) -> bool:
        if self.at == 0:
            return False
        if line.side is not Side.WHOLE:
            return not opens_tail(self.at, self.lines, self.roles)
        return self.roles.starts(line.text, "motto") or (self.done and self.roles.whole(line.text, "type"))

    def _tail(self) -> None:
        reader = TailReader(self.roles)
        while self.at < len(self.lines):
            kind = reader.read(self.lines[self.at])
            if kind is None:
                break
            self.kinds.append(kind)
        self.done = reader.receiving or reader.named
        if not self.kinds or self.kinds[-1] not in (BlockKind.RECIPIENTS, BlockKind.SIGNER):
            self.kinds.append(BlockKind.BODY)

    def _is_appendix(self, line: TextLine) -> bool:
        alone = line.gap or self.at == 0 or self.lines[self.at - 1].page != line.page
        return alone and self.roles.starts(line.text, "appendix") and len(line.text) < _TITLE

    def _appendix(self) -> None:
        """Read the title of an attached paper: its first line, and what goes on with it."""
        self.done = False
        self.kinds.append(BlockKind.APPENDIX_TITLE)
        while self.at < len(self.lines) and self._goes_on_title(self.lines[self.at]):
            self.kinds.append(BlockKind.APPENDIX_TITLE)

    def _goes_on_title(self, line: TextLine) -> bool:
        above, text = self.lines[self.at - 1].text, line.text
        if line.grid is not None or line.side is not Side.WHOLE or self.roles.starts(text, "motto", "bullet"):
            return False
        if self.roles.starts(text, "attached", "annex") or (text.startswith("(") and not line.gap):
            return True
        if self.roles.starts(text, "numbering", "column") or len(text) > 2 * _TITLE:
            return False
        if self.roles.whole(above, "appendix"):
            return True
        if above.endswith(")"):
            return False
        return is_upper(text) or (not above.endswith((".", ")", ":")) and (begins_low(text) or not line.gap))
