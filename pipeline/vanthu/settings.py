"""Settings of recognition: loaded once from models/ocr.yaml, checked, and handed down as arguments."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from vanthu.errors import RulesError
from vanthu.resources import checked, fitted, models_folder, parsed

OCR_FILE = "ocr.yaml"


class _Group(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class EngineSettings(_Group):
    """What Tesseract is told."""

    language: str = Field("vie", pattern=r"^[A-Za-z_/]+(\+[A-Za-z_/]+)*$")
    page_mode: int = Field(3, ge=1, le=13)
    cell_mode: int = Field(6, ge=1, le=13)
    page_seconds: float = Field(60.0, gt=0)
    noise_confidence: float = Field(0.5, ge=0, le=1)


class PoorSettings(_Group):
    """Which page is a poor one, before it is read, and what is done for it. `language` `None`: nothing."""

    language: str | None = None
    below_dpi: int = Field(170, ge=0)
    grain: float = Field(6.0, gt=0)


class SecondSettings(_Group):
    """Who reads a page a second time, and which of two readings stands. Shares of confidence, 0..1."""

    engine: Literal["none", "trueocr"] = "none"
    language: str | None = None
    third: bool = False
    weak_signs: str = "%"
    doubt: float = Field(0.9, ge=0, le=1)
    trust: float = Field(0.8, ge=0, le=1)
    strong_trust: float = Field(0.97, ge=0, le=1)
    weak_doubt: float = Field(0.7, ge=0, le=1)
    sure: float = Field(0.93, ge=0, le=1)
    figure_trust: float = Field(0.6, ge=0, le=1)
    unseen: float = Field(0.6, ge=0, le=1)
    unseen_in_line: float = Field(0.3, ge=0, le=1)
    unseen_noise: float = Field(0.97, ge=0, le=1)
    unseen_dash: float = Field(0.4, ge=0, le=1)
    gain: float = Field(0.8, ge=0, le=1)
    least_letters: int = Field(2, ge=1)


_Share = Annotated[float, Field(ge=0, le=1)]


class Curve(RootModel[tuple[tuple[_Share, _Share], ...]]):
    """What an engine's confidence is worth: points (said, right), in order, straight lines between. Empty: as it is said."""

    model_config = ConfigDict(frozen=True)
    root: tuple[tuple[_Share, _Share], ...] = ()

    def at(self, said: float) -> float:
        """The share of words that are right among those of a confidence."""
        points = self.root
        if not points:
            return said
        for (x0, y0), (x1, y1) in pairwise(points):
            if said <= x1:
                return y0 if said <= x0 else y0 + (y1 - y0) * (said - x0) / (x1 - x0)
        return points[-1][1]


class ConfidenceSettings(_Group):
    """What confidences are worth, by what came of the second reading; and when a page is good, fair, poor."""

    alone: Curve = Curve()  # no second reading
    agreed: Curve = Curve()
    disputed: Curve = Curve()  # the first stands
    changed: Curve = Curve()  # the second was taken
    unseen: Curve = Curve()  # the second saw nothing there
    gained: Curve = Curve()  # only the second saw it
    good: _Share = 0.97
    fair: _Share = 0.92
    poor: _Share = 0.6


class ImageSettings(_Group):
    """How a page image is made and put straight; shares are of the page's area."""

    render_dpi: int = Field(200, ge=72, le=600)
    min_dpi: int = Field(140, ge=50, le=300)
    max_dpi: int = Field(300, ge=150, le=1200)
    full_page_share: float = Field(0.85, gt=0, le=1)
    skew_degrees: float = Field(0.3, ge=0)
    max_skew_degrees: float = Field(5.0, gt=0, le=15)
    turn_confidence: float = Field(0.7, ge=0, le=1)
    blank_marks: int = Field(6, ge=0)


class InkSettings(_Group):
    """Which ink is colour, and when it is taken away before reading."""

    chroma: int = Field(24, ge=10, le=200)
    saturation: float = Field(0.2, ge=0, le=1)
    min_share: float = Field(0.0002, ge=0, le=1)
    print_share: float = Field(0.6, gt=0, le=1)
    mark_zone: float = Field(0.45, gt=0, le=1)


class TextLayerSettings(_Group):
    """When the text layer of a PDF page is believed."""

    min_words: int = Field(3, ge=1)
    judge_words: int = Field(20, ge=1)
    min_syllables: float = Field(0.85, ge=0, le=1)
    min_accents: float = Field(0.5, ge=0, le=1)
    max_broken: float = Field(0.02, ge=0, le=1)
    min_likeness: float = Field(0.5, ge=-1, le=1)
    max_wrong_glyphs: float = Field(0.2, ge=0, le=1)
    max_insane: float = Field(0.2, ge=0, le=1)
    min_cover: float = Field(0.5, ge=0, le=1)
    max_loose_letters: int = Field(40, ge=0)


class LimitSettings(_Group):
    """What is refused before it is opened wholly, and what a page may take before it is given up."""

    file_bytes: int = Field(512 * 2**20, gt=0)
    pixels: int = Field(120_000_000, gt=0)
    page_points: float = Field(14_400, gt=0)
    pages: int = Field(2000, gt=0)
    page_seconds: float = Field(120.0, gt=0)
    memory_bytes: int = Field(2 * 2**30, ge=256 * 2**20)
    text_bytes: int = Field(4 * 2**20, gt=0)
    unpacked_bytes: int = Field(256 * 2**20, gt=0)
    unpack_ratio: float = Field(200, gt=1)
    cache_bytes: int = Field(512 * 2**20, ge=0)


class Settings(_Group):
    """All settings of reading. Without arguments: the program's own defaults."""

    engine: EngineSettings = EngineSettings()
    poor: PoorSettings = PoorSettings()
    second: SecondSettings = SecondSettings()
    confidence: ConfidenceSettings = ConfidenceSettings()
    image: ImageSettings = ImageSettings()
    ink: InkSettings = InkSettings()
    text_layer: TextLayerSettings = TextLayerSettings()
    limits: LimitSettings = LimitSettings()


class _File(Settings):
    """The file: settings, and what each profile changes in them."""

    version: int = Field(1, ge=1, le=1)
    usual_profile: str = "thường"
    profiles: dict[str, dict[str, dict[str, Any]]] = {"thường": {}}


def load_settings(path: Path | None = None, *, profile: str | None = None) -> Settings:
    """The settings of a file, models/ocr.yaml where none is given, under one of its profiles (`None`: the usual one).

    Raises `RulesError` where it is not valid or has no such profile.
    """
    path = path or models_folder() / OCR_FILE
    data = _data(path, path.stat().st_mtime_ns) if path.is_file() else parsed(path)
    file = fitted(data, _File, where=path.name)
    changes = file.profiles.get(profile or file.usual_profile)
    if changes is None:
        raise RulesError(
            f"không có chế độ đọc '{profile or file.usual_profile}'; hãy chọn: {', '.join(file.profiles)}",
            where=path.name,
        )
    common = {name: value for name, value in data.items() if name in Settings.model_fields}
    return fitted(_overlaid(common, changes), Settings, where=path.name)


def profile_names(path: Path | None = None) -> tuple[str, ...]:
    """The profiles of a file, models/ocr.yaml where none is given. Raises `RulesError` where it is not valid."""
    load_settings(path)
    return tuple(checked(path or models_folder() / OCR_FILE, _File).profiles)


@cache
def _data(path: Path, changed_ns: int) -> Any:
    """What a file says; parsed once for each state of it: every document asks for it."""
    del changed_ns
    return parsed(path)


def _overlaid(
    common: Mapping[str, Mapping[str, Any]], changes: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    return {name: {**common.get(name, {}), **changes.get(name, {})} for name in {*common, *changes}}
