"""The head of a document: letterhead, title, addressees, down to the first line of the body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from vanthu.document.layout import BlockKind
from vanthu.layout.lines.textline import Side, TextLine, begins_low, is_upper
from vanthu.layout.roles import Roles

WINDOW = 40  # lines that a head may take
_ROOM = 40.0  # points that a title's line leaves at the right
_LONG = 90  # characters of a line that is prose, not a name
_ANCHORS = (
    "motto",
    "motto_line",
    "place_date",
    "number",
    "number_line",
    "subject",
    "addressees",
    "type_line",
)
_END = (".", ";", ":", "/.", "!")


class _Mode(Enum):
    LETTERHEAD = 0
    SUBJECT = 1
    TITLE = 2
    ADDRESSEES = 3


@dataclass
class HeadReader:
    """Reads lines one by one and says which part of the head each is, until the body begins."""

    roles: Roles
    mode: _Mode = _Mode.LETTERHEAD
    seen: set[str] = field(default_factory=set)
    previous: str = ""
    title_lines: int = 0

    def read(self, line: TextLine, below: TextLine | None = None) -> BlockKind | None:
        """The kind of the next line, with another `below` it; `None` where the body begins with it."""
        kind = self._by_side(line) or self._by_words(line) or self._by_mode(line, below)
        if kind is not None:
            self.previous = line.text
        return kind

    def _by_side(self, line: TextLine) -> BlockKind | None:
        if line.side is Side.WHOLE:
            return None
        self._note(line)
        return BlockKind.ISSUER if line.side is Side.LEFT else BlockKind.MOTTO

    def _note(self, line: TextLine) -> None:
        self.seen |= {
            part
            for part in ("number", "place_date", "subject", "motto")
            if self.roles.starts(line.text, part)
        }

    def _by_words(self, line: TextLine) -> BlockKind | None:
        """The kind that a line's own words give it, wherever it stands in the head."""
        text = line.text
        if self.roles.starts(text, "addressees"):
            self.mode = _Mode.ADDRESSEES
            return BlockKind.ADDRESSEES
        if self._is_type(line):
            self.mode, self.title_lines = _Mode.TITLE, int(not self.roles.whole(text, "type", "type_line"))
            return BlockKind.TITLE
        if self.mode is _Mode.ADDRESSEES:
            return None
        self._note(line)
        if self.roles.whole(text, "motto", "motto_line", "place_date") or self._is_bare_date(text):
            return BlockKind.MOTTO
        if self.roles.starts(text, "number", "number_line") and len(text) < _LONG:
            return BlockKind.ISSUER
        return None

    def _is_bare_date(self, text: str) -> bool:
        return "place_date" not in self.seen and self.roles.whole(text, "date_alone")

    def _is_type(self, line: TextLine) -> bool:
        text = line.text
        if self.mode is _Mode.TITLE and self.title_lines == 0 and not self.roles.whole(text, "type"):
            return False
        if self.roles.whole(text, "type", "type_line"):
            return True
        found = self.roles.start("type", text)
        return bool(found and self.mode is _Mode.LETTERHEAD and not is_upper(text[found.span.end :]))

    def _by_mode(self, line: TextLine, below: TextLine | None) -> BlockKind | None:
        if self.mode is _Mode.LETTERHEAD:
            return self._in_letterhead(line)
        if self.mode is _Mode.SUBJECT:
            inside = below is not None and self.roles.starts(below.text, "addressees")
            return BlockKind.ISSUER if inside or self._goes_on(line) else self._after_subject(line)
        if self.mode is _Mode.TITLE:
            return self._in_title(line)
        return self._in_addressees(line)

    def _in_letterhead(self, line: TextLine) -> BlockKind | None:
        text = line.text
        if self.roles.starts(text, "subject"):
            self.mode = _Mode.SUBJECT
            return BlockKind.ISSUER
        if self._is_upper_type(line):
            self.mode, self.title_lines = _Mode.TITLE, 1
            return BlockKind.TITLE
        if self._is_prose(line):
            return None
        if self._is_bare_title(line):
            self.mode, self.title_lines = _Mode.TITLE, 1  # the type's line is missing
            return BlockKind.TITLE
        return BlockKind.ISSUER

    def _is_upper_type(self, line: TextLine) -> bool:
        """A type with its title behind it, all in capitals, under the letterhead: a body's name has no line apart (*CHƯƠNG TRÌNH MỤC TIÊU ...*)."""
        if self.roles.start("type", line.text) is None:
            return False
        return "number" in self.seen or ("motto" in self.seen and line.gap)

    def _is_bare_title(self, line: TextLine) -> bool:
        """Whether a title stands without the line of its type, which was lost."""
        if "number" not in self.seen or is_upper(line.text):
            return False
        return line.centred or ("place_date" in self.seen and line.gap)

    def _is_prose(self, line: TextLine) -> bool:
        text = line.text
        if self.roles.starts(text, "basis", "opening", "numbering", "bullet"):
            return True
        across = line.scanned and line.side is Side.WHOLE and not line.centred and line.room < _ROOM
        if across and "number" in self.seen and not is_upper(text):
            return True
        return len(text) > _LONG and text.endswith(_END)

    def _after_subject(self, line: TextLine) -> BlockKind | None:
        self.mode = _Mode.LETTERHEAD
        return self._in_letterhead(line) if is_upper(line.text) else None

    def _goes_on(self, line: TextLine) -> bool:
        """Whether a line of a subject or title goes on with the one above."""
        if self.roles.starts(line.text, "basis", "opening", "numbering", "bullet"):
            return False
        open_end = not self.previous.endswith(_END)
        return open_end and (begins_low(line.text) or not line.gap)

    def _in_title(self, line: TextLine) -> BlockKind | None:
        if self.roles.starts(line.text, "attached"):
            return BlockKind.TITLE
        if self.title_lines == 0:
            self.title_lines = 1
            return None if self.roles.starts(line.text, "basis", "numbering", "bullet") else BlockKind.TITLE
        if line.gap and is_upper(line.text) and self.roles.starts(line.text, "position", "organ"):
            return None  # who decides, over the grounds of a decision
        if line.scanned:
            in_capitals = is_upper(self.previous) and is_upper(line.text)  # dirt beside it moves its middle
            stands = line.centred or (self._goes_on(line) and (in_capitals or line.room > _ROOM))
            opens = self.roles.starts(line.text, "basis") or (
                line.gap and self.roles.starts(line.text, "opening")
            )
            return BlockKind.TITLE if stands and not opens else None
        fits = begins_low(line.text) or len(line.text) < _LONG
        return BlockKind.TITLE if fits and self._goes_on(line) else None

    def _in_addressees(self, line: TextLine) -> BlockKind | None:
        text = line.text
        if self.roles.starts(text, "bullet"):
            return BlockKind.ADDRESSEES
        if self.roles.starts(text, "subject") and "subject" not in self.seen:
            return BlockKind.ISSUER
        if self.roles.starts(text, "basis", "opening", "numbering") or len(text) > _LONG:
            return None
        opened = self.roles.whole(self.previous, "addressees")
        return (
            BlockKind.ADDRESSEES if opened or not (line.gap or self.previous.endswith(("./.", "."))) else None
        )


def has_head(lines: Sequence[TextLine], roles: Roles) -> bool:
    """Whether a letterhead, type or addressees stand at the beginning of these lines, before any body text."""
    for line in lines[:WINDOW]:
        if (
            line.side is not Side.WHOLE
            or roles.starts(line.text, *_ANCHORS)
            or roles.whole(line.text, "type")
        ):
            return True
        if roles.starts(line.text, "basis", "numbering", "bullet"):
            return False
    return False
