"""``safelight mcp``, as the command line finds it: the packages that it needs are imported on first use."""

from __future__ import annotations

import math
from importlib.util import find_spec
from typing import Any

import click

from safelight.cli.settings import VendorChoice, prepare_option, sandbox_option, verbose_option
from safelight.extras import install_hint

CAP = 10.0
"""Credits that may be spent where nobody says how many."""
WITHIN = 50.0
"""Seconds in which a call is answered: clients commonly give a tool a minute."""


def mcp_command() -> click.Command:
    """Make the command."""
    return click.Command(
        "mcp",
        params=[
            click.Option(
                ["--allow"],
                multiple=True,
                required=True,
                metavar="FOLDER",
                help="Agents read files only below this folder; may be repeated. Relative paths are looked up in the first.",
            ),
            click.Option(
                ["-o", "--out", "out"],
                metavar="FOLDER",
                help="Where results are saved, in an allowed folder.  [default: safelight-results in the first]",
            ),
            click.Option(
                ["--allow-urls"],
                is_flag=True,
                help="Accept http and https addresses that the vendor fetches.",
            ),
            click.Option(
                ["--max-credits"],
                type=click.FloatRange(min=0),
                default=CAP,
                show_default=True,
                callback=_number,
                metavar="NUMBER",
                help="Buy nothing that could pass this sum, over the life of the database. A task whose vendor publishes no "
                "price counts as 1.",
            ),
            click.Option(
                ["--vendor", "vendors"],
                multiple=True,
                type=VendorChoice(),
                help="Offer the tools of this vendor; may be repeated.  [default: those that have a key]",
            ),
            click.Option(
                ["--within"],
                type=click.FloatRange(min=0, max=3600),
                default=WITHIN,
                show_default=True,
                callback=_number,
                metavar="SECONDS",
                help="Answer a call within this time: with the result, or with a token for fetch_result.",
            ),
            prepare_option(),
            click.Option(
                ["--profile"], metavar="NAME", help="Take the keys from this section of the profile file."
            ),
            click.Option(  # no variable, for the server works on all that a database holds
                ["--database-url", "--database", "database_url"],
                metavar="URL",
                help="postgresql://..., or a SQLite file.  [default: safelight-mcp.sqlite in the first allowed folder]",
            ),
            sandbox_option(),
            verbose_option(),
        ],
        callback=_serve,
        short_help="Serve all operations to AI agents over MCP.",
        help="Serve every operation as a tool to AI agents, over the Model Context Protocol on stdin and stdout.\n\n"
        "Agents read and write only below the allowed folders, and spend at most --max-credits. Tasks are kept in a "
        "database: after a crash the next server goes on, and nothing is paid twice.",
        epilog="\b\nExamples:\n  safelight mcp --sandbox --allow photos/\n"
        "  safelight mcp --allow photos/ --vendor picwish --max-credits 50",
    )


def _number(context: click.Context, parameter: click.Parameter, value: float) -> float:
    if not math.isfinite(value):  # nan would be within every range, and above no cap
        raise click.BadParameter(f"{value} is not a number.", context, parameter)
    return value


def _serve(**options: Any) -> None:  # noqa: ANN401 - handed on to a function with types
    for package, extra in (("mcp", "mcp"), ("dbos", "batch")):
        if find_spec(package) is None:
            raise click.ClickException(f"the MCP server needs {package}: {install_hint(extra)}")
    from safelight.agents.command import serve  # noqa: PLC0415 - the packages of an extra

    serve(**options)
