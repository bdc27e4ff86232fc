"""Standard streams: data to stdout, everything else to stderr, UTF-8 on both."""

from __future__ import annotations

import io
import logging
import os
import sys
import warnings


def prepare(*, debug: bool) -> None:
    """Make both streams speak UTF-8 whatever the locale says; a letter that can't be shown is escaped, never fatal.

    Libraries' own warnings, in English and about their own affairs, are shown with `debug` only.
    """
    if not debug:
        warnings.simplefilter("ignore")
        logging.getLogger().addHandler(logging.NullHandler())
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def give(data: str) -> None:
    """Write data, with a line end where it has none."""
    sys.stdout.write(data if data.endswith("\n") else data + "\n")


def on_screen() -> bool:
    """Whether a person, not a program or a file, gets the data."""
    return sys.stdout.isatty()


def say(line: str) -> None:
    """Tell a person something, in one line."""
    sys.stderr.write(" ".join(line.splitlines()) + "\n")


def agreed(question: str) -> bool:
    """Whether a person at the keyboard says yes; without one it is no."""
    if not sys.stdin.isatty():
        return False
    say(f"{question} Gõ c rồi Enter để làm, phím khác để thôi.")
    return sys.stdin.readline().strip().casefold() in {"c", "có", "co", "y", "yes"}


def hang_up() -> None:
    """The reader of stdout has gone: let nothing that is still buffered raise an error at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
