"""Keeps a token in whatever keyring this machine has, step by step.

Run by `test_tokens.py` as a program of its own: `python -m tests.backends.keeping STEP …` does each step and prints
what it comes to, as JSON.
"""

from __future__ import annotations

import json
import sys

from supportplan_desktop.backends.tokens import tokens_for


def lock() -> bool:
    """Lock the keyring, as a desktop does that is left alone."""
    import secretstorage  # noqa: PLC0415 - on Linux only

    collection = secretstorage.get_default_collection(secretstorage.dbus_init())
    collection.lock()
    return bool(collection.is_locked())


def main(steps: list[str]) -> None:
    tokens = tokens_for("office lin@https://plans.example")
    told: list[object] = [type(tokens).__name__]
    for step in steps:
        name, _, value = step.partition("=")
        match name:
            case "put":
                tokens.put(value)
            case "get":
                told.append(tokens.get())
            case "lasts":
                told.append(tokens.lasts)
            case "forget":
                tokens.forget()
            case "lock":
                assert lock()
            case _:
                raise ValueError(step)
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
