"""Plain text and Markdown: lines as they stand, and tables told by pipes, tabs, blanks or the order of their lines."""
