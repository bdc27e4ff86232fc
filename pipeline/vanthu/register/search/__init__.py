"""Finding documents and tasks by their words: typed with marks (*kế hoạch*) or without (*ke hoach*), on both kinds of database.

Every document and task has four fields of words (`words.Field`). SQLite keeps them in FTS5 tables, PostgreSQL as one `tsvector` whose
weights tell the fields apart. Both get words that were cut and folded here, so that both find the same.
"""

from vanthu.register.search.asking import Hit, Wanted, find
from vanthu.register.search.index import forget, remember, remember_all, rewrite

__all__ = ["Hit", "Wanted", "find", "forget", "remember", "remember_all", "rewrite"]
