"""The terminal: the `referat` command, where the rooms are put together."""
