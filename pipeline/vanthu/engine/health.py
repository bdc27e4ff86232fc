"""What the program needs on a machine, and how to get what is missing."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from vanthu import __version__
from vanthu.engine.disk import ready
from vanthu.errors import VanthuError
from vanthu.resources import models_folder, rules_folder
from vanthu.rulebook.load import load_rulebook
from vanthu.settings import Settings, load_settings

OLDEST_PYTHON = (3, 11)
FONT = "LiberationSerif-Regular.ttf"
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
_APT = "sudo apt-get install"
_EXTRA = "extra =="
_WANTED_FOR = {"psycopg": "chỉ cần cho sổ trên máy chủ PostgreSQL", "trueocr": "để đọc bản quét đúng hơn"}
_PACKAGES = {"Vietnamese": "tesseract-ocr-script-viet"}  # models of a script are packed under another name


@dataclass(frozen=True)
class Check:
    """One thing that was looked at. `remedy` says how to get it; `needed` that the program can't do its work without."""

    what: str
    holds: bool
    detail: str
    remedy: str = ""
    needed: bool = True


def examine(out: Path) -> tuple[Check, ...]:
    """All checks. Nothing is changed: where `out` is not there yet, the folder that it would be made in is tried."""
    return (
        _python(),
        *_packages(),
        _rules(),
        _models(),
        *_tesseract(),
        _font(),
        _output(out),
    )


def _python() -> Check:
    holds = sys.version_info >= OLDEST_PYTHON
    return Check("Python", holds, sys.version.split()[0], f"{_APT} python3 python3-venv")


def _packages() -> Iterator[Check]:
    yield Check("vanthu", holds=True, detail=__version__)
    try:
        wanted = requires("vanthu") or []
    except PackageNotFoundError:
        yield Check("thư viện", holds=False, detail="chưa cài chương trình", remedy="make run", needed=False)
        return
    found = {_name(line): _version(_name(line)) for line in wanted if _EXTRA not in line}
    missing = [name for name, number in found.items() if number is None]
    present = ", ".join(f"{name} {number}" for name, number in found.items() if number)
    detail = f"chưa có {', '.join(missing)}" if missing else present
    yield Check("thư viện", not missing, detail, f"{sys.executable} -m pip install {' '.join(missing)}")
    yield from (_extra(line.partition(";")[0].strip()) for line in wanted if _EXTRA in line)


def _extra(requirement: str) -> Check:
    """A library that the program does without, but works better with."""
    name = _name(requirement)
    number = _version(name)
    missing = ", ".join(filter(None, ("chưa cài", _WANTED_FOR.get(name))))
    remedy = f"{sys.executable} -m pip install {shlex.quote(requirement)}"
    return Check(f"thư viện '{name}'", number is not None, number or missing, remedy, needed=False)


def _name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _rules() -> Check:
    return _valid("quy tắc", rules_folder, load_rulebook)


def _models() -> Check:
    return _valid("cấu hình nhận dạng", models_folder, load_settings)


def _valid(what: str, folder: Callable[[], Path], load: Callable[[], object]) -> Check:
    try:
        place = folder()
        load()
    except VanthuError as error:
        return Check(
            what, holds=False, detail=str(error), remedy="hãy sửa tệp đã nêu, hoặc cài đặt lại chương trình"
        )
    return Check(what, holds=True, detail=str(place))


def _tesseract() -> Iterator[Check]:
    program = shutil.which("tesseract")
    detail = _first_line(program, "--version") if program else "chưa cài"
    yield Check("tesseract", bool(program), detail, f"{_APT} tesseract-ocr")
    known = _languages(program) if program else frozenset()
    settings = _settings()
    needed = (*settings.engine.language.split("+"), "osd")
    for language in needed:
        yield _language(language, known)
    wished = {settings.poor.language, settings.second.language} - {None, *needed}
    for language in sorted(filter(None, wished)):
        yield replace(_language(language, known), needed=False)


def _language(language: str, known: frozenset[str]) -> Check:
    package = _PACKAGES.get(language, f"tesseract-ocr-{language.lower()}")
    return Check(
        f"dữ liệu nhận dạng '{language}'",
        language in known,
        "đã cài" if language in known else "chưa cài",
        f"{_APT} {package}",
    )


def _settings() -> Settings:
    try:
        return load_settings()
    except VanthuError:
        return Settings()


def _languages(program: str) -> frozenset[str]:
    return frozenset(_told(program, "--list-langs").split())


def _first_line(program: str, option: str) -> str:
    return next(iter(_told(program, option).splitlines()), "không cho biết phiên bản")


def _told(program: str, option: str) -> str:
    """What a program prints, wherever it prints it; nothing where it can't be started."""
    try:
        done = subprocess.run([program, option], capture_output=True, text=True, timeout=30, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout + done.stderr


def _font() -> Check:
    folders = [Path(folder).expanduser() for folder in _FONT_FOLDERS]
    found = next((file for folder in folders for file in folder.rglob(FONT)), None)
    detail = str(found) if found else "chưa cài"
    return Check("phông chữ Liberation", found is not None, detail, f"{_APT} fonts-liberation", needed=False)


def _output(out: Path) -> Check:
    place = next(folder for folder in (out, *out.absolute().parents) if folder.exists())
    try:
        ready(place)
    except VanthuError as error:
        return Check(
            "thư mục kết quả", holds=False, detail=str(error), remedy="hãy chọn thư mục khác với --out"
        )
    return Check("thư mục kết quả", holds=True, detail=f"ghi được vào {out}")
