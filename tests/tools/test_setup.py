"""The set-up script on machines that lack something. Programs are stand-ins; nothing is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHELL = ["bash", "cat", "cut", "dirname", "env", "find", "grep", "id", "rm", "sha256sum", "tr", "xargs"]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with the script and an empty lock, and a folder of programs that PATH is set to."""
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "setup.sh", tmp_path / "tools")
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml"):
        (tmp_path / name).write_text("", encoding="utf-8")
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in SHELL:  # scripts, not links: a stand-in written over a link would be written into the system
        program(tmp_path, name, f'exec {shutil.which(name)} "$@"')
    program(tmp_path, "python3", f'exec {sys.executable} "$@"')
    return tmp_path


def program(checkout: Path, name: str, script: str) -> None:
    file = checkout / "programs" / name
    file.write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
    file.chmod(0o755)


def set_up(checkout: Path, kind: str = "run") -> subprocess.CompletedProcess[str]:
    env = {"PATH": str(checkout / "programs"), "HOME": str(checkout), "LC_ALL": "C.UTF-8"}
    command = [str(checkout / "tools" / "setup.sh"), kind]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=60)


def test_what_can_not_be_installed_is_named_in_one_line(checkout: Path) -> None:
    done = set_up(checkout)
    assert done.returncode == 4
    assert done.stderr.count("\n") == 1
    assert "sudo apt-get install tesseract-ocr tesseract-ocr-vie" in done.stderr


def test_a_user_who_may_not_install_is_told(checkout: Path) -> None:
    program(checkout, "apt-get", "echo installed >&2; exit 0")
    program(checkout, "sudo", "exit 1")
    program(checkout, "id", "echo 1000")
    done = set_up(checkout)
    assert done.returncode == 4
    assert "installed" not in done.stderr
    assert "tesseract-ocr-vie" in done.stderr


def test_missing_packages_are_installed_and_no_others(checkout: Path) -> None:
    log = checkout / "apt.log"
    program(checkout, "apt-get", f'echo "$*" >> {log}')
    program(checkout, "sudo", 'shift; "$@"')
    program(checkout, "tesseract", "echo eng; echo osd")
    (checkout / ".venv" / "bin").mkdir(parents=True)
    _stand_in_for_python(checkout)
    set_up(checkout)
    calls = log.read_text(encoding="utf-8").splitlines()
    assert calls[0].startswith("install -y")
    assert "tesseract-ocr-vie" in calls[0]
    assert "tesseract-ocr " not in calls[0]
    assert "venv" not in calls[0]


def test_what_is_only_wished_for_does_not_stop_the_work(checkout: Path) -> None:
    log = checkout / "apt.log"
    _everything_is_there(checkout)
    _stand_in_for_python(checkout)
    program(checkout, "apt-get", f'echo "$*" >> {log}; exit 1')
    program(checkout, "sudo", 'shift; "$@"')
    done = set_up(checkout)
    assert done.returncode == 0
    assert "tesseract-ocr-script-viet" in log.read_text(encoding="utf-8")
    assert "sudo apt-get install tesseract-ocr-script-viet" in done.stderr


def test_the_libraries_are_installed_with_hashes_once(checkout: Path) -> None:
    log = checkout / "pip.log"
    _everything_is_there(checkout)
    _stand_in_for_python(checkout, f'echo "$*" >> {log}')
    assert set_up(checkout).returncode == 0
    first = log.read_text(encoding="utf-8")
    assert "--require-hashes -r requirements.lock" in first
    assert "--no-deps --no-build-isolation -e ." in first
    assert set_up(checkout).returncode == 0
    assert log.read_text(encoding="utf-8") == first


def test_a_changed_lock_is_installed_again(checkout: Path) -> None:
    log = checkout / "pip.log"
    _everything_is_there(checkout)
    _stand_in_for_python(checkout, f'echo "$*" >> {log}')
    set_up(checkout)
    before = log.read_text(encoding="utf-8").count("--require-hashes")
    (checkout / "requirements.lock").write_text("x==1", encoding="utf-8")
    set_up(checkout)
    assert log.read_text(encoding="utf-8").count("--require-hashes") == before + 1


def test_the_larger_set_serves_for_the_smaller_one(checkout: Path) -> None:
    log = checkout / "pip.log"
    _everything_is_there(checkout)
    _stand_in_for_python(checkout, f'echo "$*" >> {log}')
    set_up(checkout, "dev")
    set_up(checkout, "run")
    assert "requirements-dev.lock" in log.read_text(encoding="utf-8")
    assert "-r requirements.lock" not in log.read_text(encoding="utf-8")


def _everything_is_there(checkout: Path) -> None:
    program(checkout, "tesseract", "echo vie; echo osd")
    fonts = checkout / ".fonts"
    fonts.mkdir()
    (fonts / "LiberationSerif-Regular.ttf").write_bytes(b"")


def _stand_in_for_python(checkout: Path, script: str = ":") -> None:
    """An environment's Python that only tells what it was asked to install."""
    folder = checkout / ".venv" / "bin"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "python").write_text(f'#!/bin/bash\n[ "$1" = -m ] || exit 0\n{script}\n', encoding="utf-8")
    (folder / "python").chmod(0o755)


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = [line.strip().strip('",').split(">=")[0] for line in _listed(project, "dependencies = [")]
    for name in ("requirements.lock", "requirements-dev.lock"):
        lock = (ROOT / name).read_text(encoding="utf-8")
        assert "index" not in lock
        assert "://" not in lock
        for package in (*wanted, "hatchling", "editables", "trueocr"):
            assert f"\n{package}==" in f"\n{lock}", (name, package)


def _listed(text: str, opening: str) -> list[str]:
    return text.split(opening)[1].split("\n]", maxsplit=1)[0].strip().splitlines()


def test_the_scripts_may_be_started() -> None:
    assert os.access(ROOT / "tools" / "setup.sh", os.X_OK)
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
