"""The end of a document: receivers and signer, in whichever order they come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vanthu.document.layout import BlockKind
from vanthu.layout.lines.textline import Side, TextLine, begins_low, is_upper
from vanthu.layout.roles import Roles

_SHORT = 80  # characters of a line that can be an office or a name
# Of several who sign beside each other. Words are taken whole: a line in capitals could be parted in too many ways.
_NAME = regex.compile(r"(?:\p{Lu}[\p{L}.'’]*+ ?|tá |úy |tướng ){2,16}+")
_LOOK = 12  # lines below a position within which the receivers or a name must come


def opens_tail(number: int, lines: Sequence[TextLine], roles: Roles) -> bool:
    """Whether the receivers or the signer begin with this line."""
    line = lines[number]
    if roles.starts(line.text, "recipients", "recipients_line") or _is_bulleted_heading(line.text, roles):
        return True
    if not (is_upper(line.text) and len(line.text) < _SHORT):
        return False
    if roles.starts(line.text, "authority"):
        return True
    below = lines[number + 1 : number + 1 + _LOOK]
    return roles.whole(line.text, "position") and _ends_here(below, roles)


def _is_bulleted_heading(text: str, roles: Roles) -> bool:
    found = roles.find("recipients", text)
    return bool(found) and len(text) < _SHORT and found[0].span.start <= 3 and roles.starts(text, "bullet")


def _ends_here(below: Sequence[TextLine], roles: Roles) -> bool:
    """Whether nothing but offices stands between an office and a name or the receivers."""
    for line in below:
        if roles.starts(line.text, "recipients", "recipients_line") or is_name(line.text):
            return True
        if not (is_upper(line.text) and len(line.text) < _SHORT) and not roles.starts(line.text, "signed"):
            return False
    return False


def is_name(text: str) -> bool:
    """Whether a line can be a person's name, a rank before it allowed."""
    return len(text) < _SHORT and _NAME.fullmatch(text) is not None


@dataclass
class TailReader:
    """Reads lines one by one and says whether each belongs to the receivers or the signer."""

    roles: Roles
    receiving: bool = False  # the list of receivers has begun
    archived: bool = False  # and has ended with the archive
    named: bool = False  # the signer's name was read
    previous: str = ""
    page: int | None = None  # of the line before

    def read(self, line: TextLine) -> BlockKind | None:
        """The kind of the next line; `None` where the tail ended above it."""
        if line.grid is not None or self._begins_new_part(line):
            return None
        self.page = line.page
        kind = self._by_side(line) or self._by_words(line) or self._by_place(line)
        if kind is BlockKind.SIGNER and is_name(line.text):
            self.named = self.named or not self.roles.starts(line.text, "position", "authority", "organ")
        if kind is BlockKind.RECIPIENTS:
            self.receiving = True
            self.archived = self.archived or self.roles.starts(line.text, "archive")
            self.previous = line.text
        return kind

    def _begins_new_part(self, line: TextLine) -> bool:
        fresh = self.page is not None and line.page != self.page
        if line.side is not Side.WHOLE:
            return fresh and not self.roles.starts(line.text, "recipients", "recipients_line")
        if self.roles.starts(line.text, "appendix", "attached", "motto"):
            return True
        named_type = self.roles.whole(line.text, "type")
        done = self.named and (self.archived or not self.receiving)
        begins = fresh or self.roles.starts(line.text, "annex", "organ")
        return (done and (begins or named_type)) or (self.archived and named_type and is_upper(line.text))

    def _by_side(self, line: TextLine) -> BlockKind | None:
        if line.side is Side.WHOLE:
            return None
        if line.side is Side.RIGHT:
            return BlockKind.RECIPIENTS if self._is_receiver(line.text) else BlockKind.SIGNER
        signs = not self.receiving and self._is_signer(line.text)
        return BlockKind.SIGNER if signs else BlockKind.RECIPIENTS

    def _is_receiver(self, text: str) -> bool:
        """Whether a line of the right column goes on with a list of receivers that is set in two columns."""
        return self.receiving and self.roles.starts(text, "bullet") and text.endswith((";", "."))

    def _by_words(self, line: TextLine) -> BlockKind | None:
        text = line.text
        if self.roles.starts(text, "recipients", "recipients_line") or _is_bulleted_heading(text, self.roles):
            return BlockKind.RECIPIENTS
        if self.roles.starts(text, "authority", "signed") and len(text) < _SHORT:
            return BlockKind.SIGNER
        if self.roles.starts(text, "archive"):
            return BlockKind.RECIPIENTS if self.receiving else None
        return None

    def _by_place(self, line: TextLine) -> BlockKind | None:
        text = line.text
        if self.receiving and self.roles.starts(text, "bullet"):
            return BlockKind.RECIPIENTS
        if self.receiving and self.archived:
            goes_on = not self.previous.endswith((".", "./.")) and not line.gap
            if begins_low(text) or (goes_on and not self._is_signer(text)):
                return BlockKind.RECIPIENTS
        if self.receiving and not self.archived and not is_upper(text) and not self._is_name_now(text):
            return BlockKind.RECIPIENTS
        return BlockKind.SIGNER if self._is_signer(text) else None

    def _is_name_now(self, text: str) -> bool:
        return self.named and is_name(text)

    def _is_signer(self, text: str) -> bool:
        return len(text) < _SHORT and (is_upper(text) or is_name(text))
