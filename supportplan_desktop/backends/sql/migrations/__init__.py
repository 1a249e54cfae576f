"""The way from each revision of the tables to the next, as Alembic's scripts.

A new one: change `tables.py`, add `versions/r<number>_<what>.py`, and its number to `HISTORY` in `file.py`. Tests
compare what the scripts make with the tables, and upgrade a file of the first revision with data in it.
"""
