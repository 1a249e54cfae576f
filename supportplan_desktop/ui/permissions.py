"""What the person who acts may do: a control it takes more for is disabled and says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from supportplan_desktop.domain.accounts import Permission, Role, may

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from supportplan_desktop.ui.session import Session

_LOOKS_AGAIN_AT = (QEvent.Type.EnabledChange, QEvent.Type.ToolTipChange, QEvent.Type.LanguageChange)


class RoleWords(QObject):
    """Says roles, and what they are not enough for, in the language of the moment."""

    def role(self, role: Role) -> str:
        """As "Owner"."""
        return {Role.OWNER: self.tr("Owner"), Role.FINANCE: self.tr("Finance"), Role.VIEWER: self.tr("Viewer")}[role]

    def reason(self, role: Role, permission: Permission) -> str:
        """Why it cannot be done and who can; nothing where the role is enough."""
        if may(role, permission):
            return ""
        return {
            Permission.MONEY: self.tr("Your role “{role}” only looks. An owner or finance can order and pay."),
            Permission.ORGANIZATION: self.tr("Your role “{role}” does not change the organization. An owner can."),
            Permission.TICKETS: self.tr(
                "Your role “{role}” only looks. An owner or finance can write service tickets."
            ),
        }[permission].format(role=self.role(role))


class _Guard(QObject):
    """Keeps a control disabled while the role is not enough, whatever else enables it, and its tool tip says why.

    What it was before comes back with a role that is enough.
    """

    def __init__(self, session: Session, permission: Permission, control: QWidget) -> None:
        super().__init__(control)
        self._session, self._permission, self._control = session, permission, control
        self._words = RoleWords(self)
        self._is_held = self._was_enabled = False
        self._reason = self._tip = self._description = ""
        control.installEventFilter(self)
        session.ready.connect(self._look)
        self._look()

    def _look(self) -> None:
        session = self._session
        reason = self._words.reason(session.now.role, self._permission) if session.is_ready else ""
        if reason:
            self._hold(reason)
        elif self._is_held:
            self._let_go()

    def _hold(self, reason: str) -> None:
        control = self._control
        parent = control.parentWidget()
        is_enabled = control.isEnabled() if parent is None else control.isEnabledTo(parent)
        if not self._is_held:
            self._is_held, self._was_enabled = True, is_enabled
            self._description = control.accessibleDescription()
        self._was_enabled |= is_enabled
        if control.toolTip() not in (self._reason, reason):
            self._tip = control.toolTip()
        self._reason = reason
        if control.toolTip() != reason:
            control.setToolTip(reason)
            control.setAccessibleDescription(reason)
        if is_enabled:
            control.setEnabled(False)

    def _let_go(self) -> None:
        self._is_held, self._reason = False, ""
        self._control.setToolTip(self._tip)
        self._control.setAccessibleDescription(self._description)
        self._control.setEnabled(self._was_enabled)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LOOKS_AGAIN_AT:
            self._look()
        return super().eventFilter(watched, event)


def allow_only(session: Session, permission: Permission, *controls: QWidget) -> None:
    """Disable the controls, with the reason as their tool tip, whenever the role is not enough for them."""
    for control in controls:
        _Guard(session, permission, control)
