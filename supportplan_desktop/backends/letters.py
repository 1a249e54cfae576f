"""What is written to people who are to verify themselves: the vendor's texts with the facts of one code put in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from supportplan_desktop.assets import resource

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.services.ports import CodeLetter


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts from `resources/letters/`, in both languages at once: an account has not said which it reads."""

    subject: str
    mail: str
    sms: str

    def about(self, letter: CodeLetter, catalogue: ServiceCatalogue) -> Wording:
        """The same with the facts of that code in their places."""
        tier = catalogue.tier(letter.tier)
        facts = {
            "code": letter.code,
            "order": letter.order_number,
            "plan_en": tier.name.en,
            "plan_zh": tier.name.zh,
            "amount": str(letter.amount),
            "minutes": (letter.expires_at - letter.sent_at) // timedelta(minutes=1),
        }
        return Wording(*(text.format(**facts) for text in (self.subject, self.mail, self.sms)))


def read_wording() -> Wording:
    """The vendor's texts."""
    told = json.loads((resource("letters") / "verification.json").read_text("utf-8"))
    return Wording(told["subject"], "\n".join(told["mail"]) + "\n", told["sms"])
