"""The door: what a file is, and whether it is let in."""
