"""What several wizards have in common: summary, agreement, payment, identity verification, the end.

The pages here know their draft by what they need of it (`flows/paying.py`), never by which wizard it belongs to.
"""
