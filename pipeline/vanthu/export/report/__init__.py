"""`report.html`: everything about one plan on one page."""
