"""Loading: YAML -> checked -> expanded -> compiled, with a fingerprint of everything that was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import regex

from vanthu.errors import RulesError
from vanthu.resources import digest_of, fitted, parsed, rules_folder
from vanthu.rulebook import cache
from vanthu.rulebook.match import CompiledRule, RuleSet
from vanthu.rulebook.patterns import Expression, compile_rule
from vanthu.rulebook.probe import runs_away
from vanthu.rulebook.rulebook import LaterSets, Rulebook
from vanthu.rulebook.schema import FragmentFile, Fragments, Rule, RuleFile

FRAGMENTS = "fragments.yaml"
_NONE: cache.Patterns = MappingProxyType({})


def load_rulebook(folder: Path | None = None) -> Rulebook:
    """All rule files of a folder (not of its subfolders, which hold tables); the program's own where none is given.

    The compiled expressions of the program's own rules are kept for the next start, which then makes a set when it is asked for.
    Raises `RulesError` that names the file, and the rule where it can.
    """
    own, folder = folder is None, folder or rules_folder()
    fingerprint = _fingerprint(folder)
    kept = cache.recall(cache.place(fingerprint)) if own else cache.Kept()
    if kept.files:
        return Rulebook(folder, _recalled(kept), fingerprint)
    files = {path.name: parsed(path) for path in sorted(folder.glob("*.yaml"))}
    shared = _shared(files)
    sets: dict[str, RuleSet] = {}
    patterns: dict[str, cache.Patterns] = {}
    for name, data in files.items():
        if name != FRAGMENTS:
            ruleset = _compile(name, data, shared)
            if ruleset.label in sets:
                raise RulesError(f"nhãn {ruleset.label} đã có trong một tệp khác", where=name)
            sets[ruleset.label] = ruleset
            patterns[name] = {c.rule.id: c.pattern for c in ruleset.compiled}
    _check_ids(sets)
    if own:
        cache.remember(cache.place(fingerprint), cache.Kept.of(files, patterns))
    return Rulebook(folder, sets, fingerprint)


def _recalled(kept: cache.Kept) -> Mapping[str, RuleSet]:
    """The sets of files that were checked when they were kept."""
    shared = _shared(kept.files)

    def made(name: str) -> RuleSet:
        return _compile(name, kept.files[name], shared, kept.patterns(name))

    return LaterSets(
        {data["label"]: partial(made, name) for name, data in kept.files.items() if name != FRAGMENTS}
    )


def _shared(files: Mapping[str, Any]) -> Fragments:
    return fitted(files[FRAGMENTS], FragmentFile, where=FRAGMENTS).fragments if FRAGMENTS in files else {}


def _compile(name: str, data: Any, shared: Fragments, kept: cache.Patterns = _NONE) -> RuleSet:
    file = fitted(data, RuleFile, where=name)
    compiled = []
    for rule in file.rules:
        try:
            pattern = kept.get(rule.id) or _tried(rule, {**shared, **file.fragments}, name)
        except KeyError as error:
            raise RulesError(f"quy tắc {rule.id} dùng mảnh chưa có: {error}", where=name) from error
        except (ValueError, regex.error) as error:
            raise RulesError(f"quy tắc {rule.id} có mẫu không hợp lệ: {error}", where=name) from error
        compiled.append(CompiledRule(rule, pattern))
    return RuleSet(file.label, tuple(compiled))


def _tried(rule: Rule, fragments: Fragments, name: str) -> Expression:
    pattern = compile_rule(rule, fragments)
    if runs_away(rule, pattern):
        raise RulesError(
            f"quy tắc {rule.id} có mẫu chạy mãi không dừng (phần lặp nằm trong phần lặp); hãy viết lại mẫu",
            where=name,
        )
    return pattern


def _check_ids(sets: dict[str, RuleSet]) -> None:
    counts = Counter(c.rule.id for s in sets.values() for c in s.compiled)
    if twice := [i for i, n in counts.items() if n > 1]:
        raise RulesError(f"mã quy tắc bị dùng hai lần: {', '.join(twice)}")


def _fingerprint(folder: Path) -> str:
    files = sorted(folder.rglob("*.yaml"))
    return digest_of((path.relative_to(folder).as_posix(), path) for path in files)[:16]
