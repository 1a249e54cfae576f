"""Logs: one JSON object on each line of standard error."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

REQUEST = "request"


class JsonLines(logging.Formatter):
    """A record as JSON; `extra={"request": {…}}` adds its own facts."""

    def format(self, record: logging.LogRecord) -> str:
        """The record on one line."""
        told: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, REQUEST, {}),
        }
        if record.exc_info:
            told["exception"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)


def log_config() -> dict[str, Any]:
    """What the server's processes configure logging with; libraries say only what is wrong."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": f"{__name__}.{JsonLines.__name__}"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "supportplan_desktop": {"level": "INFO"},
            "uvicorn": {"level": "INFO"},
        },
    }
