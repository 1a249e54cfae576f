"""The course of a wizard as data: which step comes after which, when a step is complete, where Back may lead.

No Qt and no services: a flow looks at its draft (the dataclass the pages fill) and decides. The wizard asks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

DraftT = TypeVar("DraftT")
StepT = TypeVar("StepT", bound=IntEnum)


def _always(_draft: object) -> bool:
    return True


@dataclass(frozen=True)
class Stage(Generic[StepT, DraftT]):
    """One step of a course.

    `after` is the step that follows, None at the end, or a function of the draft that decides between steps.
    `complete` says whether the draft holds all that this step asks for; `back_allowed` whether one may leave this
    step backwards.
    """

    after: StepT | Callable[[DraftT], StepT | None] | None
    complete: Callable[[DraftT], bool] = _always
    back_allowed: Callable[[DraftT], bool] = _always


class Flow(Generic[StepT, DraftT]):
    """The course of one wizard over its draft.

    `first` is where it begins: the first stage, or another one where something begun before is resumed.
    ValueError for a course that is empty or leads to a step it does not have.
    """

    def __init__(self, draft: DraftT, course: Mapping[StepT, Stage[StepT, DraftT]], first: StepT | None = None) -> None:
        if not course:
            raise ValueError("a course has at least one step")
        named = {stage.after for stage in course.values() if isinstance(stage.after, IntEnum)} | {first} - {None}
        if missing := named - course.keys():
            raise ValueError(f"steps without a stage: {missing}")
        self.draft = draft
        self.course = dict(course)
        self.first: StepT = next(iter(course)) if first is None else first

    def after(self, step: StepT) -> StepT | None:
        """The step that follows as the draft stands; None after the last."""
        following = self.course[step].after
        return following(self.draft) if callable(following) else following

    def complete(self, step: StepT) -> bool:
        """Whether the draft holds all that the step asks for, so that one may go on."""
        return self.course[step].complete(self.draft)

    def back_allowed(self, step: StepT) -> bool:
        """Whether one may go back from this step; never from the first."""
        return step != self.first and self.course[step].back_allowed(self.draft)
