from tests.contract.world import World


def test_messages_are_marked_as_read_one_by_one_and_all_at_once(world: World) -> None:
    services = world.account()
    services.orders.cancel(world.pending(services))
    services.orders.cancel(world.pending(services))
    page = services.messages.page()
    assert page.unread == len(page.messages) == 4
    services.messages.mark_read(page.messages[1].id)
    assert [message.is_read for message in services.messages.page().messages] == [False, True, False, False]
    services.messages.mark_all_read()
    assert services.messages.page().unread == 0
    services.messages.mark_all_read()
    assert services.messages.page(limit=1).unread == 0


def test_marking_all_as_read_leaves_other_accounts_alone(world: World) -> None:
    reader, other = world.account(), world.account()
    world.pending(reader)
    world.pending(other)
    reader.messages.mark_all_read()
    assert (reader.messages.page().unread, other.messages.page().unread) == (0, 1)
