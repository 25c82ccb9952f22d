"""``safelight sync``, as the command line finds it: the packages that it needs are imported here, on first use."""

from __future__ import annotations

from importlib.util import find_spec

import click


def sync_command() -> click.Command:
    """Make the command.

    Raises:
        click.ClickException: A package that it needs is missing.
    """
    if find_spec("dbos") is None:
        raise click.ClickException("sync needs dbos: pip install 'safelight[batch]'")
    from safelight.sync.command import make_command  # noqa: PLC0415 - the packages of an extra

    return make_command()
