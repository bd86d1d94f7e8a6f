"""The command line: serve, check, list, export, date, schema. Prints and exits; computes nothing.

`commands.py` is the table of commands; `--help`, the parser and docs/cli.md are made from it.
"""
