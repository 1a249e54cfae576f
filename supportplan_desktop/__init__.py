"""Support Plan Desktop: buy, view and manage a cloud support plan, at the workstation or offline."""

__version__ = "0.1.0"
