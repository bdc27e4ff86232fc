"""Checks between plans: one duty with two dates, one duty given twice, grounds that no longer hold.

What is no conflict matters as much: other units, other places, other rounds, and last year's plan beside this year's. One
logic serves plans at hand (`memory`) and a register of them: `compare`, `busy` and `documents` are functions over small records.
"""
