"""The second engine at work while the first is: that one reads in a process of its own, and ours would only wait for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeAlias

from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.recognition.ocr import Token

Read: TypeAlias = Callable[[Pixels], tuple[Token, ...] | None]  # the words of an image; `None`: no engine


class Ahead:
    """Begins with an image before it is asked what is in it."""

    def __init__(self, read: Read, thread: Executor) -> None:
        self._read, self._thread = read, thread
        self._image: Pixels | None = None
        self._begun = Future[tuple[Token, ...] | None]()

    def begin(self, image: Pixels) -> None:
        """Start with an image; what was begun before is forgotten."""
        self._image, self._begun = image, self._thread.submit(self._read, image)

    def read(self, image: Pixels) -> tuple[Token, ...] | None:
        """The words of an image, at once where it was begun long ago. Raises what the engine raises."""
        if self._image is not image:
            self.begin(image)
        return self._begun.result()


@contextmanager
def ahead(read: Read) -> Iterator[Ahead]:
    """For one page; the thread ends with the block."""
    with ThreadPoolExecutor(1) as thread:
        yield Ahead(read, thread)
