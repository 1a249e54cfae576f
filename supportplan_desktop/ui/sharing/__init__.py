"""Organization and Sharing: the switch, the organization, what is in the way, and where a member stands."""

from supportplan_desktop.ui.sharing.page import SharingPage

__all__ = ["SharingPage"]
