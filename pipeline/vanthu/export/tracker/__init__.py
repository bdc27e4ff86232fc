"""The tracker of a secretariat: its sheets, the way back from a sheet that people have edited, and its table as CSV."""
