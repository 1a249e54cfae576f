"""Words for refusals by what they are about: what happened, and what to do next (DOMAIN 12).

The keys of a table are codes. Plans, orders, payment and data are worded in `problems.py`.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

Words = dict[str, tuple[str, str]]


class UnsubscriptionRefusals(QObject):
    """What is missing for an unsubscription."""

    def table(self) -> Words:
        """All of them, in the language of the moment."""
        return {
            "unsubscription.reason_missing": (
                self.tr("The reason is missing."),
                self.tr("Choose exactly one; for “Other” also say in words what it is."),
            ),
            "unsubscription.not_confirmed": (
                self.tr("The refund amount and the related fees have not been confirmed."),
                self.tr("Check them above and tick the box."),
            ),
        }


class OrganizationRefusals(QObject):
    """Members, invitations and sharing."""

    def table(self) -> Words:
        """All of them, in the language of the moment."""
        return {**self._of_members(), **self._of_invitations()}

    def _of_members(self) -> Words:
        return {
            "role.not_allowed": (
                self.tr("Your role does not allow this."),
                self.tr("Ask an owner of the account to do it, or to change your role."),
            ),
            "organization.not_master": (
                self.tr("A member account has no members of its own."),
                self.tr("Its master account {master} invites members and shares the plan."),
            ),
            "organization.already_member": (
                self.tr("{account} is already the member of a master account."),
                self.tr("A member has exactly one master. It has to be disassociated there first."),
            ),
            "organization.already_invited": (
                self.tr("{account} has been invited already."),
                self.tr("Wait for the answer, remind it, or revoke the invitation and invite anew."),
            ),
            "organization.invitee_is_master": (
                self.tr("{account} has members of its own."),
                self.tr("A master account cannot become a member while it has members."),
            ),
            "organization.own_account": (
                self.tr("An account does not invite itself."),
                self.tr("Name another account."),
            ),
            "organization.name_ambiguous": (
                self.tr("Several accounts are named {account}."),
                self.tr("Ask for an invitation by another name, or rename one of them."),
            ),
            "organization.member_not_found": (
                self.tr("This account is not a member here."),
                self.tr("It may have left in the meantime. Refresh the list."),
            ),
            "organization.conflict": (
                self.tr("This was sent before with other contents."),
                self.tr("Close this window and begin again."),
            ),
            "sharing.member_has_plan": (
                self.tr("{account} has its own plan {tier} until {until}."),
                self.tr("Under unified accounting it has to unsubscribe first."),
            ),
            "sharing.member_has_unpaid_orders": (
                self.tr("{account} has unpaid orders: {numbers}."),
                self.tr("Under unified accounting it has to pay or cancel them first."),
            ),
        }

    def _of_invitations(self) -> Words:
        return {
            "invitation.not_found": (
                self.tr("This invitation does not exist for the acting account."),
                self.tr("It may have been revoked. Refresh the list."),
            ),
            "invitation.ended": (
                self.tr("This invitation is no longer open."),
                self.tr("It ended {at}. The master account can invite anew."),
            ),
        }


class ServerRefusals(QObject):
    """Signing in and talking to a server."""

    def table(self) -> Words:
        """All of them, in the language of the moment."""
        return {
            "session.refused": (
                self.tr("The account name or the password is not right."),
                self.tr("Check both and try again."),
            ),
            "session.required": (
                self.tr("The session has ended."),
                self.tr("Sign in again. What you typed is still here."),
            ),
            "request.too_many": (
                self.tr("That was asked too often."),
                self.tr("Try again in {seconds} s."),
            ),
            "request.too_large": (
                self.tr("That is more than the server takes."),
                self.tr("Shorten it to at most {limit} bytes and send it again."),
            ),
            "verification.not_delivered": (
                self.tr("The verification code could not be sent."),
                self.tr("Nothing was changed. Try again, or choose the other way to receive it."),
            ),
            "request.timed_out": (
                self.tr("The server did not answer in time."),
                self.tr("What you typed is still here; sending it again is safe."),
            ),
            "server.none_yet": (
                self.tr("No server is connected to yet."),
                self.tr("Connect to one to begin."),
            ),
            **self._of_the_way(),
            **self._of_certificates(),
            "server.not_ours": (
                self.tr("{server} is not a server this application can talk to."),
                self.tr("Check the address and the versions on both sides. ({detail})"),
            ),
        }

    def _of_the_way(self) -> Words:
        again = self.tr("Check the network or VPN, then try again; sending something twice is safe.")
        return {
            "server.unreachable": (
                self.tr("{server} cannot be reached."),
                self.tr("Check the network or VPN, then try again; sending something twice is safe. ({detail})"),
            ),
            "server.unreachable.name": (
                self.tr("No server is known by the name in {server}."),
                self.tr("Check the address for typing errors, and the network or VPN."),
            ),
            "server.unreachable.refused": (
                self.tr("Nothing answers at {server}."),
                self.tr("Check the address and its port. If both are right, the server is not running at the moment."),
            ),
            "server.unreachable.slow": (self.tr("{server} does not answer in time."), again),
        }

    def _of_certificates(self) -> Words:
        title = self.tr("The certificate of {server} cannot be trusted.")
        return {
            "server.certificate": (
                title,
                self.tr("Nothing was sent. Check the address, or ask whoever runs the server. ({detail})"),
            ),
            "server.certificate.expired": (
                title,
                self.tr(
                    "It has expired, or this computer's date is wrong. Nothing was sent. Whoever runs the server has "
                    "to renew it."
                ),
            ),
            "server.certificate.name": (
                title,
                self.tr(
                    "It belongs to another address. Nothing was sent. Check the address for typing errors, or ask "
                    "whoever runs the server."
                ),
            ),
            "server.certificate.issuer": (
                title,
                self.tr(
                    "This computer does not know who issued it. Nothing was sent. If it is your organization's own, "
                    "have its authority added to this computer's trusted certificates; otherwise check the address."
                ),
            ),
        }


_SIGNS = {
    "server.certificate": (
        ("expired", ("has expired", "not yet valid")),
        ("name", ("mismatch",)),
        ("issuer", ("self-signed", "self signed", "issuer")),
    ),
    "server.unreachable": (
        ("name", ("name or service", "nodename", "getaddrinfo", "name resolution")),
        ("refused", ("refused",)),
        ("slow", ("timed out", "timeout")),
    ),
}
"""What the libraries say, by what it means to the user."""


def key_of_detail(code: str, detail: object) -> str:
    """The code with what its detail means, where that is known; `detail` is the word of a library."""
    said = str(detail).casefold()
    meanings = (meaning for meaning, signs in _SIGNS.get(code, ()) if any(sign in said for sign in signs))
    meaning = next(meanings, None)
    return f"{code}.{meaning}" if meaning else code
