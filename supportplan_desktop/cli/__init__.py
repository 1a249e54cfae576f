"""The command line `supportplan`: the same rules without a window, JSON out, stable exit codes (DESIGN 1).

A group of commands is a module with `add_to(groups)`, which adds its parsers and names for each the function that
turns the arguments into an answer; `program.py` lists the groups. Answers are written to standard output, refusals to
standard error. Nothing heavy is imported before it is needed, and Qt never.
"""

from supportplan_desktop.cli.program import main

__all__ = ["main"]
