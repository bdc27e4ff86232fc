"""What goes in comes out, and nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanthu.document.geometry import Box
from vanthu.document.page import (
    Dispute,
    Grade,
    Grid,
    GridCell,
    Mark,
    MarkKind,
    Page,
    Problem,
    Reading,
    Word,
)
from vanthu.reading.keeping.packing import DamagedError, pack, unpack
from vanthu.reading.result import Recognition

EMPTY = Recognition((), (), ())
sides = st.floats(0, 1000, allow_nan=False)
boxes = st.builds(Box, sides, sides, sides, sides)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
words = st.builds(
    Word,
    text=texts,
    page=st.integers(1, 3),
    box=st.none() | boxes,
    confidence=st.none() | st.floats(0, 1),
    line=st.integers(0, 5),
    engine=st.sampled_from(["tesseract", "text-layer", "trueocr"]),
)
pages = st.builds(
    Page,
    number=st.integers(1, 3),
    sheet=st.none() | st.integers(1, 3),
    part=st.none() | boxes,
    width=sides,
    height=sides,
    rotation=st.sampled_from([0, 90, 180, 270]),
    skew=st.floats(-5, 5),
    reading=st.sampled_from(Reading),
    reason=texts,
    grade=st.none() | st.sampled_from(Grade),
    ink=st.lists(boxes, max_size=2).map(tuple),
)
indices = st.lists(st.integers(0, 9), max_size=3).map(tuple)
marks = st.builds(
    Mark,
    kind=st.sampled_from(MarkKind),
    page=st.integers(1, 3),
    box=boxes,
    text=texts,
    fields=st.dictionaries(texts, texts, max_size=2),
    words=indices,
)
disputes = st.builds(
    Dispute, page=st.integers(1, 3), words=indices, box=st.none() | boxes, text=texts, engine=texts
)
cells = st.builds(GridCell, row=st.integers(0, 3), column=st.integers(0, 3), words=indices, box=boxes)
grids = st.builds(
    Grid,
    page=st.integers(1, 3),
    rows=st.integers(1, 4),
    columns=st.integers(1, 4),
    cells=st.lists(cells, max_size=3).map(tuple),
)


def many(items: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(items, max_size=6).map(tuple)


recognitions = st.builds(
    Recognition,
    pages=many(pages),
    words=many(words),
    grids=many(grids),
    marks=many(marks),
    disputes=many(disputes),
    problems=st.just(()),
)


@settings(deadline=None)
@given(recognitions)
def test_what_is_packed_comes_out_as_it_was(recognition: Recognition) -> None:
    again = unpack(pack(recognition))
    assert again == recognition
    assert [type(w) for w in again.words] == [Word] * len(recognition.words)


def test_a_recognition_with_problems_is_not_packed() -> None:
    with pytest.raises(ValueError, match="problems"):
        pack(EMPTY._replace(problems=(Problem(code="page", message="hỏng", page=1),)))


@pytest.mark.parametrize("place", [0, 20, 60, -1])
def test_a_byte_that_changed_is_noticed(place: int) -> None:
    data = bytearray(pack(EMPTY))
    data[place] ^= 1
    with pytest.raises(DamagedError):
        unpack(bytes(data))


@pytest.mark.parametrize("length", [0, 10, 40, -1])
def test_a_file_that_was_cut_off_is_noticed(length: int) -> None:
    with pytest.raises(DamagedError):
        unpack(pack(EMPTY)[:length])


def test_a_packed_thing_of_another_form_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    word = Word("xã", 1, None, None, 0, "tesseract")
    data = pack(EMPTY._replace(words=(word,)))
    monkeypatch.setattr("vanthu.reading.keeping.packing._LAYERS", {"words": None})
    with pytest.raises(DamagedError):
        unpack(data.replace(b"reading-1", b"reading-2"))
