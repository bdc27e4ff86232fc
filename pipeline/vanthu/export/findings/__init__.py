"""Findings for auditors: a line each, a sheet, a page to read and print, JSON. All of the same records."""
