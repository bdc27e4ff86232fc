"""Tesseract's library in a process of its own, started once for many images: a program of its own, run by path.

It knows nothing of the package, so that starting it costs next to nothing. A request is a line of JSON (language, mode, dpi,
width, height), then the gray pixels; the answer is a line of JSON: `words` as [text, left, top, right, bottom, confidence
0..100, line], or `error`: `library` (none here), `language` (its data is missing), `image` (it can't be read).
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Iterator
from ctypes import POINTER, c_char_p, c_float, c_int, c_void_p
from typing import Any, BinaryIO

LIBRARIES = ("libtesseract.so.5", "libtesseract.5.dylib", "libtesseract-5.dll")
_LINE, _WORD = 2, 3  # levels of the library's iterator
_LONG_SIDE = 32767  # pixels: the library refuses larger images
_FUNCTIONS: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "TessBaseAPICreate": (c_void_p, ()),
    "TessBaseAPIInit3": (c_int, (c_void_p, c_char_p, c_char_p)),
    "TessBaseAPISetVariable": (c_int, (c_void_p, c_char_p, c_char_p)),
    "TessBaseAPISetPageSegMode": (None, (c_void_p, c_int)),
    "TessBaseAPISetImage": (None, (c_void_p, c_char_p, c_int, c_int, c_int, c_int)),
    "TessBaseAPIRecognize": (c_int, (c_void_p, c_void_p)),
    "TessBaseAPIGetIterator": (c_void_p, (c_void_p,)),
    "TessBaseAPIClear": (None, (c_void_p,)),
    "TessBaseAPIClearAdaptiveClassifier": (None, (c_void_p,)),
    "TessResultIteratorGetPageIterator": (c_void_p, (c_void_p,)),
    "TessResultIteratorNext": (c_int, (c_void_p, c_int)),
    "TessResultIteratorGetUTF8Text": (c_void_p, (c_void_p, c_int)),
    "TessResultIteratorConfidence": (c_float, (c_void_p, c_int)),
    "TessResultIteratorDelete": (None, (c_void_p,)),
    "TessPageIteratorIsAtBeginningOf": (c_int, (c_void_p, c_int)),
    "TessPageIteratorBoundingBox": (c_int, (c_void_p, c_int, *(POINTER(c_int),) * 4)),
    "TessDeleteText": (None, (c_void_p,)),
}
SETTINGS = {
    "tessedit_do_invert": "0",  # no second try with white letters on black, which no office prints
    # No search for letters of one width (those of a typewriter come out the same), and none for paragraphs by their words:
    # a twentieth of the time, and not one of 33,000 words was read otherwise.
    "textord_all_prop": "1",
    "paragraph_text_based": "0",
}


class Library:
    """The library, and the languages that it has loaded. Raises `OSError` where there is none."""

    def __init__(self) -> None:
        loaded = _loaded()
        self._calls = {name: _typed(loaded, name) for name in _FUNCTIONS}
        self._languages: dict[str, int] = {}

    def _call(self, name: str, *arguments: Any) -> Any:
        return self._calls[name](*arguments)

    def _engine(self, language: str) -> int:
        """A ready engine. Raises `LookupError` where the language's data is missing."""
        if language not in self._languages:
            engine = self._call("TessBaseAPICreate")
            if self._call("TessBaseAPIInit3", engine, None, language.encode()):
                raise LookupError(language)
            for name, value in SETTINGS.items():
                self._call("TessBaseAPISetVariable", engine, name.encode(), value.encode())
            self._languages[language] = engine
        return self._languages[language]

    def read(self, asked: dict[str, Any], pixels: bytes) -> dict[str, Any]:
        """The answer to a request."""
        try:
            engine = self._engine(asked["language"])
        except LookupError:
            return {"error": "language"}
        width, height = asked["width"], asked["height"]
        if max(width, height) > _LONG_SIDE or min(width, height) < 1:
            return {"error": "image"}
        self._call("TessBaseAPISetVariable", engine, b"user_defined_dpi", str(asked["dpi"]).encode())
        self._call("TessBaseAPISetPageSegMode", engine, asked["mode"])
        self._call("TessBaseAPISetImage", engine, pixels, width, height, 1, width)
        try:
            if self._call("TessBaseAPIRecognize", engine, None):
                return {"error": "image"}
            return {"words": list(self._words(engine))}
        finally:
            # nothing that was learnt of one image may change how the next is read
            self._call("TessBaseAPIClear", engine)
            self._call("TessBaseAPIClearAdaptiveClassifier", engine)

    def _words(self, engine: int) -> Iterator[tuple[Any, ...]]:
        result = self._call("TessBaseAPIGetIterator", engine)
        if not result:
            return
        page, line = self._call("TessResultIteratorGetPageIterator", result), -1
        more = 1
        while more:
            line += bool(self._call("TessPageIteratorIsAtBeginningOf", page, _LINE))
            if text := self._text(result):
                box = [c_int() for _ in range(4)]
                self._call("TessPageIteratorBoundingBox", page, _WORD, *map(ctypes.byref, box))
                confidence = self._call("TessResultIteratorConfidence", result, _WORD)
                yield (text, *(side.value for side in box), round(confidence, 4), line)
            more = self._call("TessResultIteratorNext", result, _WORD)
        self._call("TessResultIteratorDelete", result)

    def _text(self, result: int) -> str:
        found = self._call("TessResultIteratorGetUTF8Text", result, _WORD)
        if not found:
            return ""
        text = (ctypes.string_at(found) or b"").decode(errors="replace")
        self._call("TessDeleteText", found)
        return text.strip()


def _loaded() -> ctypes.CDLL:
    for name in LIBRARIES:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    raise OSError(LIBRARIES[0])


def _typed(loaded: ctypes.CDLL, name: str) -> Any:
    function = getattr(loaded, name)
    function.restype, function.argtypes = _FUNCTIONS[name]
    return function


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer until the other side ends."""
    library: Library | None = None
    for head in requests:
        asked = json.loads(head)
        pixels = requests.read(asked["width"] * asked["height"])
        try:
            library = library or Library()
            answer = library.read(asked, pixels)
        except (OSError, AttributeError):  # no library, or one that lacks a function
            answer = {"error": "library"}
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
