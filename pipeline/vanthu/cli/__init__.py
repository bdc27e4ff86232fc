"""The command line: a thin skin over `vanthu.api`, one module a command, in rooms by what the commands are about.

Command modules import what they run on inside their functions, so that `vanthu --help` is quick. What they share is in `terminal/`.
"""
