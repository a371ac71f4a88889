"""A coordinator's week: who answered, who is asked, which mails are due, what has aged.

Everything here is for local commands; only the public form of the report leaves the machine.
"""
