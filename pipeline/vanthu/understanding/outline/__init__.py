"""The tree of sections and items: numbering, roles, attached papers."""
