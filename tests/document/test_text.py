"""Every character of the running text leads back to the words it was read from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanthu.document.geometry import Span
from vanthu.document.text import Anchor, Edit, Text


def edit(start: int, original: str, replacement: str) -> Edit:
    return Edit(
        rule="test.edit", span=Span(start, start + len(original)), original=original, replacement=replacement
    )


@pytest.fixture
def repaired() -> Text:
    raw = "truoc ngay 3O/9/2023 gui"
    anchors = [Anchor(0, 5, 0), Anchor(6, 10, 1), Anchor(11, 20, 2), Anchor(21, 24, 3)]
    return Text.build(raw, anchors, [edit(12, "O", "0"), edit(6, "ngay", "ngày thứ")])


def test_edits_give_the_value(repaired: Text) -> None:
    assert repaired.value == "truoc ngày thứ 30/9/2023 gui"


@pytest.mark.parametrize(
    ("part", "raw", "words"),
    [
        ("truoc", "truoc", (0,)),
        ("30/9/2023", "3O/9/2023", (2,)),
        ("thứ 30", "ngay 3O", (1, 2)),
        ("gui", "gui", (3,)),
    ],
)
def test_a_part_of_the_value_finds_its_words(
    repaired: Text, part: str, raw: str, words: tuple[int, ...]
) -> None:
    at = repaired.value.index(part)
    span = Span(at, at + len(part))
    assert repaired.raw[slice(*repaired.raw_span(span))] == raw
    assert repaired.words(span) == words


def test_edits_inside_a_span_are_told(repaired: Text) -> None:
    at = repaired.value.index("30/9")
    assert [e.original for e in repaired.edits_in(Span(at, at + 4))] == ["O"]
    assert repaired.edits_in(Span(0, 5)) == ()


@pytest.mark.parametrize("wrong", [[edit(0, "x", "y")], [edit(0, "truoc", "a"), edit(3, "oc", "b")]])
def test_edits_that_do_not_fit_are_refused(wrong: list[Edit]) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Text.build("truoc ngay", (), wrong)


@st.composite
def texts_with_edits(draw: st.DrawFn) -> Text:
    words = draw(st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=12))
    raw, anchors, edits = "", [], []
    for index, word in enumerate(words):
        anchors.append(Anchor(len(raw), len(raw) + len(word), index))
        if draw(st.booleans()):
            edits.append(edit(len(raw), word, draw(st.text("xyz ", max_size=5))))
        raw += word + " "
    return Text.build(raw, anchors, edits)


@given(texts_with_edits())
def test_undoing_all_edits_gives_the_raw_text(text: Text) -> None:
    value = text.value
    for change in reversed(text.edits):
        shift = sum(len(e.replacement) - len(e.original) for e in text.edits if e.span < change.span)
        at = change.span.start + shift
        assert value[at : at + len(change.replacement)] == change.replacement
        value = value[:at] + change.original + value[at + len(change.replacement) :]
    assert value == text.raw


@given(texts_with_edits())
def test_untouched_characters_keep_their_word(text: Text) -> None:
    touched = {a.word for a in text.anchors if any(e.span == (a.start, a.end) for e in text.edits)}
    for offset, char in enumerate(text.value):
        if char in "abc":
            raw = text.raw_span(Span(offset, offset + 1))
            assert text.raw[slice(*raw)] == char
            assert not touched & set(text.words(Span(offset, offset + 1)))


@given(texts_with_edits(), st.data())
def test_wider_spans_have_more_words(text: Text, data: st.DataObject) -> None:
    a, b, c, d = sorted(data.draw(st.lists(st.integers(0, len(text.value)), min_size=4, max_size=4)))
    if b < c:
        assert set(text.words(Span(b, c))) <= set(text.words(Span(a, d)))
