"""A tokenizer of words, numbers and single marks that keeps every character of the text.

spaCy's blank tokenizer for other languages splits at white space only, so that `30/6/2025;` is one token; its Vietnamese one
needs a word segmenter that is not wanted here.
"""

from __future__ import annotations

from collections.abc import Callable

import regex
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

_TOKEN = regex.compile(r"\p{L}[\p{L}\p{M}]*|\p{N}+|[^\s\p{L}\p{N}]|\s+")


class Tokenizer:
    """Text -> `Doc`; `doc.text` is the text, whatever it holds."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Words are runs of letters, runs of digits, and single marks; a blank after a word belongs to it."""
        words: list[str] = []
        spaces: list[bool] = []
        for token in _TOKEN.findall(text):
            if token[0] == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
                token = token[1:]  # noqa: PLW2901 - the rest of the white space
            if token:
                words.append(token)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    # spaCy asks for these when an engine is saved or loaded; there is nothing to keep.
    def to_bytes(self, **_: object) -> bytes:
        """Nothing."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> Tokenizer:
        """Itself."""
        return self

    def to_disk(self, *_: object, **__: object) -> None:
        """Nothing."""

    def from_disk(self, *_: object, **__: object) -> Tokenizer:
        """Itself."""
        return self


def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """The tokenizer as spaCy's configuration names it."""
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers.register("vanthu.Tokenizer.v1", func=create_tokenizer)
