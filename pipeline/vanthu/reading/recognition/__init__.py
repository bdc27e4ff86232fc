"""From a page image to words: engines, and what is read again."""
