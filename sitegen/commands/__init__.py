"""The commands, one module each: arguments, printing, exit codes. No logic.

A module here has one `command`; `sitegen.cli` imports it only when it is asked for.
"""
