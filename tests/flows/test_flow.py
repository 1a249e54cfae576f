from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import pytest

from supportplan_desktop.flows.flow import Flow, Stage


class Step(IntEnum):
    CHOOSE = 0
    PAY = 1
    DONE = 2


@dataclass
class Draft:
    tier: str = ""
    is_free: bool = False
    is_ordered: bool = False


def course(draft: Draft, first: Step | None = None) -> Flow[Step, Draft]:
    return Flow(
        draft,
        {
            Step.CHOOSE: Stage(
                after=lambda draft: Step.DONE if draft.is_free else Step.PAY, complete=lambda draft: bool(draft.tier)
            ),
            Step.PAY: Stage(after=Step.DONE, back_allowed=lambda draft: not draft.is_ordered),
            Step.DONE: Stage(after=None),
        },
        first,
    )


def test_it_begins_with_the_first_stage_or_where_something_is_resumed() -> None:
    assert course(Draft()).first is Step.CHOOSE
    assert course(Draft(), Step.PAY).first is Step.PAY


def test_the_draft_decides_between_steps() -> None:
    draft = Draft()
    flow = course(draft)
    assert flow.after(Step.CHOOSE) is Step.PAY
    draft.is_free = True
    assert flow.after(Step.CHOOSE) is Step.DONE
    assert flow.after(Step.PAY) is Step.DONE
    assert flow.after(Step.DONE) is None


def test_a_step_is_complete_when_the_draft_holds_what_it_asks_for() -> None:
    draft = Draft()
    flow = course(draft)
    assert not flow.complete(Step.CHOOSE)
    draft.tier = "business"
    assert flow.complete(Step.CHOOSE)
    assert flow.complete(Step.PAY)


def test_one_goes_back_while_the_draft_allows_it() -> None:
    draft = Draft()
    flow = course(draft)
    assert flow.back_allowed(Step.PAY)
    draft.is_ordered = True
    assert not flow.back_allowed(Step.PAY)


def test_nothing_is_before_the_first_step_wherever_that_is() -> None:
    assert not course(Draft()).back_allowed(Step.CHOOSE)
    assert not course(Draft(), Step.PAY).back_allowed(Step.PAY)


def test_a_course_without_stages_or_to_nowhere_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="at least one step"):
        Flow(Draft(), {})
    with pytest.raises(ValueError, match="DONE"):
        Flow(Draft(), {Step.CHOOSE: Stage(Step.DONE)})
    with pytest.raises(ValueError, match="PAY"):
        Flow(Draft(), {Step.CHOOSE: Stage(None)}, Step.PAY)
