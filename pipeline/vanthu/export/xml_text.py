"""What XML can hold."""

from __future__ import annotations

import re

# Characters that XML 1.0 can't hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_safe(text: str) -> str:
    """The text without characters that XML can't hold."""
    return _NOT_XML.sub("", text)
