"""Registers made for measuring: plans of invented places with contradictions planted in them, and with traps that are none."""
