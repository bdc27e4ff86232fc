"""From words to running text: lines, the part each plays on the page, paragraphs and tables.

`arrange` turns a plan's words and grids into blocks; `compose` turns blocks into text, paragraphs and tables;
`split` parts several documents in one file; `pages_text` gives back what stands on each page, in reading order.
"""

from vanthu.layout.arrange import arrange
from vanthu.layout.compose import Composition, compose
from vanthu.layout.documents import split
from vanthu.layout.text_output import pages_text

__all__ = ["Composition", "arrange", "compose", "pages_text", "split"]
