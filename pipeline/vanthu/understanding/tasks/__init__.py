"""Tasks: which parts of a plan instruct, who must act and help, by when, and what comes of it."""

from vanthu.understanding.tasks.extract import Extraction, extract

__all__ = ["Extraction", "extract"]
