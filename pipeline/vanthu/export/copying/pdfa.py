"""What makes a PDF a PDF/A-2b: a profile of its colours, and metadata that say so."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import ImageCms

_DATE = slice(24, 36)  # of a colour profile: when it was made; the same at every run
_DATE_BYTES = b"".join(n.to_bytes(2, "big") for n in (2024, 1, 1, 0, 0, 0))
_LANGUAGE = "vi"


def seal(pdf: Pdf, path: Path, *, title: str) -> None:
    """Add what PDF/A-2b asks for, and write the file."""
    pdf.Root.Lang = String(_LANGUAGE)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.OutputIntents = Array([_intent(pdf)])
    with pdf.open_metadata(set_pikepdf_as_editor=False) as facts:
        facts["pdfaid:part"] = "2"
        facts["pdfaid:conformance"] = "B"
        facts["dc:title"] = title
        facts["dc:language"] = {_LANGUAGE}
        facts["dc:format"] = "application/pdf"
    pdf.save(path, deterministic_id=True, compress_streams=True, min_version="1.7")


def _intent(pdf: Pdf) -> Dictionary:
    profile = Stream(pdf, _srgb(), Dictionary(N=3))
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=pdf.make_indirect(profile),
    )


@cache
def _srgb() -> bytes:
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[_DATE] = _DATE_BYTES
    return bytes(data)
