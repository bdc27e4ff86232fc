"""Pages with tables and their truth, made for measuring: invented contents, set, then scanned in several qualities."""
