"""Arithmetic over finished plans: the graph of work, its order and slack, load, the days that deadlines fall on."""
