"""Calendars: iCalendar files, pages for the wall, and what falls due as text."""
