"""My Orders: the list with its filters and its export, and an order with all that was agreed (UI: My Orders)."""

from supportplan_desktop.ui.orders.page import OrdersPage

__all__ = ["OrdersPage"]
