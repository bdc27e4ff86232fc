"""What people say of documents and tasks: it is added and never changed, and lies on top of whatever the machine reads."""

from vanthu.register.people.fields import FIELDS, understood_word
from vanthu.register.people.naming import document_named, one, task_named
from vanthu.register.people.saying import Change, Speaker, correct, mark, take

__all__ = [
    "FIELDS",
    "Change",
    "Speaker",
    "correct",
    "document_named",
    "mark",
    "one",
    "take",
    "task_named",
    "understood_word",
]
