"""From a file to words: `open_source` checks a file, `read` gives its pages, words and ruled grids.

Text layers, recognised pages, word-processor files and transcripts all give the same kind of word. Each page says how it was read
and why; one bad page becomes a `Problem`, never the loss of its document.
"""

from vanthu.reading.door.intake import open_source
from vanthu.reading.imaging.upright import upright
from vanthu.reading.marks.wording import Marking
from vanthu.reading.reader import read
from vanthu.reading.recognition.signing import Signing
from vanthu.reading.result import Recognition

__all__ = ["Marking", "Recognition", "Signing", "open_source", "read", "upright"]
