"""What can be watched from outside, counted over all workers of a server (Prometheus).

The library decides when it is imported whether it counts over several processes, so this is imported by the workers
only, after the program has named the folder they share in the environment.
"""

from __future__ import annotations

import os

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """The measures of one worker. Routes are told by their template, so that their number is bounded."""

    def __init__(self) -> None:
        own = CollectorRegistry()
        labels = ["method", "route"]
        self.requests = Counter("supportplan_requests", "Requests answered", [*labels, "status"], registry=own)
        self.seconds = Histogram(
            "supportplan_request_seconds", "Time to the answer", labels, registry=own, buckets=_SECONDS
        )
        self.under_way = Gauge(
            "supportplan_requests_under_way", "Requests not answered yet", registry=own, multiprocess_mode="livesum"
        )
        self.refusals = Counter("supportplan_refusals", "Requests refused, by code", ["code"], registry=own)
        self.conflicts = Counter("supportplan_conflicts", "Transactions run again", registry=own)
        self.errors = Counter("supportplan_errors", "Unexpected errors", registry=own)
        self.codes = Counter("supportplan_codes", "Verification codes", ["channel", "outcome"], registry=own)
        self.done_by_time = Counter("supportplan_done_by_time", "Things done because they were due", registry=own)
        self.looked_at = Gauge(
            "supportplan_due_looked_at_seconds",
            "When it was last looked for what is due, in Unix time",
            registry=own,
            multiprocess_mode="mostrecent",
        )
        self._own = own

    def told(self) -> bytes:
        """All of it, over every worker, as text."""
        if FOLDER not in os.environ:
            return generate_latest(self._own)
        everybody = CollectorRegistry()
        MultiProcessCollector(everybody)  # type: ignore[no-untyped-call]
        return generate_latest(everybody)

    def close(self) -> None:
        """Say that this worker's gauges count no longer."""
        if FOLDER in os.environ:
            mark_process_dead(os.getpid())  # type: ignore[no-untyped-call]
