"""``safelight completion``: the script that completes words in a shell, printed or installed."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import NamedTuple, NoReturn

import click
from click.shell_completion import get_completion_class

from safelight.core.base.redact import PATH, brief

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_SAFELIGHT_COMPLETE"
"""What click's scripts ask the command with."""
MARK = "# safelight completion"


class Places(NamedTuple):
    """Where a shell's completion goes.

    Attributes:
        script: The file of the script.
        startup: The shell's start-up file, which gets a line that reads the script; None where the shell finds it.
    """

    script: Path
    startup: Path | None


def completion_command() -> click.Group:
    """Make the command group."""
    return click.Group(
        "completion",
        commands=[*map(_print_command, SHELLS), _install_command()],
        short_help="Complete words with the Tab key.",
        help="Complete commands, options and their values with the Tab key.",
        epilog="\b\nExamples:\n  safelight completion install\n  safelight completion bash > safelight.bash",
    )


def _print_command(shell: str) -> click.Command:
    text = f"Print the script for {shell}."
    return click.Command(shell, callback=lambda: click.echo(script_of(shell)), help=text, short_help=text)


def _install_command() -> click.Command:
    return click.Command(
        "install",
        params=[
            click.Argument(["shell"], type=click.Choice(SHELLS), required=False, metavar="[bash|zsh|fish]")
        ],
        callback=_install,
        short_help="Install the script for a shell.",
        help=(
            "Install the script for a shell, by default that of $SHELL. Says which files it writes and what. Run it "
            "again after an update; nothing is written twice."
        ),
    )


def script_of(shell: str) -> str:
    """The script that completes words in a shell."""
    from safelight.cli.app import cli  # noqa: PLC0415 - which imports this module

    kind = get_completion_class(shell)
    if kind is None:  # pragma: no cover - click has all three
        raise click.UsageError(f"click has no completion for {shell}.")
    return kind(cli, {}, "safelight", VARIABLE).source()


def places_of(shell: str) -> Places:
    """Where a shell's script and start-up file are."""
    home = Path.home()
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    if shell == "fish":
        return Places(config / "fish" / "completions" / "safelight.fish", None)
    startup = Path(os.environ.get("ZDOTDIR") or home) / ".zshrc" if shell == "zsh" else home / ".bashrc"
    return Places(config / "safelight" / f"completion.{shell}", startup)


def _install(shell: str | None) -> None:
    chosen = shell or Path(os.environ.get("SHELL", "")).name
    if chosen not in SHELLS:
        raise click.UsageError(f"$SHELL names none of {', '.join(SHELLS)}: name your shell.")
    script, startup = places_of(chosen)
    try:
        text = f"{script_of(chosen)}\n"
        is_new = not script.exists() or script.read_text("utf-8") != text
        if is_new:
            script.parent.mkdir(parents=True, exist_ok=True)
            script.write_text(text, encoding="utf-8")
        click.echo(f"{script}: {'written' if is_new else 'up to date'}")
        quoted = shlex.quote(str(script))
        if startup is not None:
            _add_line(startup, f"[ -r {quoted} ] && . {quoted}  {MARK}")
    except (
        OSError,
        ValueError,
        RuntimeError,
    ) as error:  # the last where click finds no bash that is new enough
        _give_up(error)
    click.echo("Completion works in new shells.")


def _add_line(startup: Path, line: str) -> None:
    """Add a line to a start-up file, unless it is there already."""
    present = startup.read_text("utf-8", "surrogateescape") if startup.exists() else ""
    if any(known.endswith(MARK) for known in present.splitlines()):
        click.echo(f"{startup}: has the line already")
        return
    with startup.open("a", encoding="utf-8") as file:
        file.write(("" if present.endswith("\n") or not present else "\n") + f"{line}\n")
    click.echo(f"{startup}: this line was added:\n  {line}")


def _give_up(error: Exception) -> NoReturn:
    named = getattr(error, "filename", None)
    where = f"{brief(named, PATH)}: " if named else ""
    click.echo(f"error: {where}{getattr(error, 'strerror', None) or error}", err=True)
    raise click.exceptions.Exit(1)
