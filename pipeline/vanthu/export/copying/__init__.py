"""Searchable copies: PDF/A files that look as the original does, with the words that were read lying unseen on the ink."""

from vanthu.export.copying.copy import CopyKind, has_images, write_copy

__all__ = ["CopyKind", "has_images", "write_copy"]
