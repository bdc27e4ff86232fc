"""Checks over finished plans: what a careful auditor would raise, and only that.

A check is a function from `Facts` (one plan, looked up conveniently) to findings. Checks over several plans are in `across`.
"""
