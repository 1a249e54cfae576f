"""Messages about the organization: worded for each kind, without an order and without an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from supportplan_desktop.domain.messages import Message, MessageKind
from supportplan_desktop.ui.message_texts import MessageTexts
from tests.ui.fakes import BOUGHT, offer

if TYPE_CHECKING:
    from supportplan_desktop.ui.texts import Texts

KINDS = [kind for kind in MessageKind if "invitation" in kind or kind is MessageKind.DISASSOCIATED]


def message(kind: MessageKind) -> Message:
    return Message(
        UUID(int=1), UUID(int=2), BOUGHT, kind, None, "", "", None, until=BOUGHT, other="Harbor Group", is_read=True
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_about_the_organization_names_the_other_account(texts: Texts, kind: MessageKind) -> None:
    words = MessageTexts(texts)
    told = words.of(message(kind), offer().catalogue)
    assert "Harbor Group" in told.sentence
    assert told.title != "News about an order"
    assert "{" not in told.sentence


def test_a_row_is_said_by_what_it_is_about(texts: Texts) -> None:
    words = MessageTexts(texts)
    spoken = words.spoken(message(MessageKind.INVITATION_ACCEPTED), offer().catalogue)
    assert spoken.startswith("Invitation accepted, Harbor Group, ")
