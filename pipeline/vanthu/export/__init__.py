"""What leaves the program: `plan.json`, sheets, calendars, graphs, pictures and pages, made from finished plans."""
