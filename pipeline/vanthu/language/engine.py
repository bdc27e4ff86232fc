"""The language engine: spaCy's pipeline as models/language.cfg describes it, over a given rulebook."""

from __future__ import annotations

import sys
from pathlib import Path

from spacy.language import Language
from spacy.util import load_config, load_model_from_config

from vanthu.errors import RulesError
from vanthu.language import rules_component, tokenizer  # noqa: F401 - importing registers them with spaCy
from vanthu.language.rules_component import RulesComponent
from vanthu.resources import models_folder
from vanthu.rulebook import Rulebook


def build_engine(rulebook: Rulebook, config: Path | None = None) -> Language:
    """The engine of a configuration file; models/language.cfg where none is given.

    Raises `RulesError` where the configuration is not valid or names a label that no rule file has.
    """
    path = config or models_folder() / "language.cfg"
    try:
        settings = load_config(path)
        nlp = load_model_from_config(settings, auto_fill=True)
    except (OSError, ValueError) as error:
        raise RulesError(f"cấu hình ngôn ngữ không hợp lệ: {error}", where=path.name) from error
    nlp.max_length = sys.maxsize  # the usual limit is for parsers, which take much memory
    for name, component in nlp.pipeline:
        if isinstance(component, RulesComponent):
            if missing := [label for label in component.labels if label not in rulebook.sets]:
                raise RulesError(
                    f"bộ phận {name} cần nhãn chưa có quy tắc: {', '.join(missing)}", where=path.name
                )
            component.attach(rulebook)
    return nlp
