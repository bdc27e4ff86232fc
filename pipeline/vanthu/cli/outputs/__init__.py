"""Commands that make something of finished plans: calendars, what falls due, graphs, trackers."""
