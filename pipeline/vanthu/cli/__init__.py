"""The command line: a thin skin over `vanthu.api`, one module a command.

Command modules import what they run on inside their functions, so that `vanthu --help` is quick.
"""
