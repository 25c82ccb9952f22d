"""``safelight batch review``: serves the page until Ctrl-C."""

from __future__ import annotations

import webbrowser

import click

from safelight.batch.batches import Batch
from safelight.batch.cli_orders import batch_opened, command
from safelight.batch.progress import items_text
from safelight.review.answers import Answers
from safelight.review.server import Server


def review_command() -> click.Command:
    """Make the command."""
    return command(
        "review",
        _review,
        "Look at pictures before and after in a browser, suspect ones first; accept, reject or redo them by single keys. "
        "Decisions are kept, and the next run acts on them: the page itself buys nothing and moves nothing.\n\n"
        "The page is served on this machine only, until Ctrl-C, at an address that nobody else knows.",
        click.Option(["--all/--undecided", "decided"], help="Also show what was decided about before."),
        click.Option(["--suspect"], is_flag=True, help="Show only results that a check found something in."),
        click.Option(
            ["--port"],
            type=click.IntRange(0, 65_535),
            default=0,
            metavar="NUMBER",
            help="Port of the page.  [default: a free one]",
        ),
        click.Option(["--no-open"], is_flag=True, help="Only print the address; open no browser."),
    )


def _review(
    *, decided: bool, suspect: bool, port: int, no_open: bool, batch: str | None, database_url: str | None
) -> None:
    with batch_opened(database_url, batch) as found:
        with Server(Answers(found, suspect=suspect, decided=decided), port) as server:
            click.echo(server.url)
            click.echo(f"review of {found.id}: {_stands(found)}; Ctrl-C ends it", err=True)
            if not no_open:
                webbrowser.open(server.url)
            try:
                server.serve_forever(poll_interval=0.2)
            except KeyboardInterrupt:
                click.echo("", err=True)
        click.echo(f"{found.id}: {_stands(found)}; the next batch run acts on it", err=True)


def _stands(batch: Batch) -> str:
    counts = batch.status()
    words = [f"{items_text(counts.done)} done"]
    for count, word in (
        (counts.suspect, "suspect"),
        (counts.accepted, "accepted"),
        (counts.to_reject, "to reject"),
        (counts.to_redo, "to redo"),
    ):
        if count:
            words.append(f"{count} {word}")
    return ", ".join(words)
