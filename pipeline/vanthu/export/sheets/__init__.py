"""Sheets of a workbook, whatever they show."""
