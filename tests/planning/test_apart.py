from collections.abc import Callable

import pytest

from contracts import contract
from vanthu.planning.apart import told_apart
from vanthu.planning.identity import Home, home_of

HERE, THERE = Home("an phước", "An Phước"), Home("bình sơn", "Bình Sơn")


def relative() -> Callable[[str], bool]:
    return lambda name: name.casefold().startswith("công an")


def test_a_name_that_two_places_share_bears_its_place() -> None:
    shown = told_apart(
        [("Công an xã", HERE), ("CÔNG AN XÃ", THERE), ("Sở Y tế", HERE), ("Sở Y tế", THERE)], relative
    )
    assert list(shown.values()) == ["Công an xã (An Phước)", "CÔNG AN XÃ (Bình Sơn)", "Sở Y tế", "Sở Y tế"]


def test_a_name_that_one_place_has_stays_as_it_is() -> None:
    assert (
        told_apart([("Công an xã", HERE), ("Công an phường", THERE)], relative)["Công an xã", HERE]
        == "Công an xã"
    )


def test_without_a_place_nothing_is_said_of_one() -> None:
    nowhere = home_of(contract())
    shown = told_apart([("Công an xã", HERE), ("Công an xã", nowhere)], relative)
    assert shown["Công an xã", nowhere] == "Công an xã"
    assert shown["Công an xã", HERE] == "Công an xã (An Phước)"


def test_the_rules_are_not_asked_for_in_one_place() -> None:
    assert (
        told_apart([("Công an xã", HERE)], lambda: pytest.fail("asked"))["Công an xã", HERE] == "Công an xã"
    )
