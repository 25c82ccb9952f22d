"""The command line of the toolchain."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .errors import ToolchainError
from .layout import REPOSITORY, Layout


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit status."""
    options = _parser().parse_args(arguments)
    layout = Layout(options.root.resolve())
    try:
        return _run(options, layout)
    except ToolchainError as error:
        sys.stderr.write(f"error: {error}\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m toolchain", description=sys.modules["toolchain"].__doc__)
    parser.add_argument(
        "--root",
        type=Path,
        default=REPOSITORY,
        help="the repository, or a folder that has specs/<vendor>/openapi.yaml",
    )
    commands = parser.add_subparsers(dest="command", required=True)

    generate = commands.add_parser("generate", help="rebuild the generated packages")
    generate.add_argument("--relock", action="store_true", help="accept the installed generator versions")

    commands.add_parser("drift", help="compare the generated packages with what the specs give")

    breaking = commands.add_parser(
        "breaking", help="what changed since REV breaks users of the generated packages"
    )
    breaking.add_argument("revision", metavar="REV")

    adopt = commands.add_parser("adopt", help="take a vendor's published document over into our spec")
    adopt.add_argument("vendor", metavar="VENDOR")
    adopt.add_argument("source", nargs="?", metavar="PATH|URL", help="instead of the vendor's known address")
    adopt.add_argument("--address", metavar="URL", help="where a PATH was published, to be recorded")
    adopt.add_argument("--prune", action="store_true", help="remove what only our spec has")
    adopt.add_argument("--again", action="store_true", help="take what was left before, too")
    adopt.add_argument("--dry-run", action="store_true", help="print what would be done, and change nothing")
    adopt.add_argument("--changelog", action="store_true", help="add a line to CHANGELOG.md")

    commands.add_parser("count", help="how much of the vendors' published documents our specs have")

    fetch = commands.add_parser("fetch", help="compare a vendor's published document with our spec")
    fetch.add_argument("vendor", metavar="VENDOR")
    fetch.add_argument(
        "--from", dest="source", metavar="FILE", help="read the document from a file or another URL"
    )
    fetch.add_argument("--address", metavar="URL", help="where that file was published, to be recorded")
    fetch.add_argument("--json", action="store_true", help="print the differences as JSON")
    fetch.add_argument("--record", action="store_true", help="keep the differences for --check")
    fetch.add_argument(
        "--check", action="store_true", help="exit 1 if the differences are not the recorded ones"
    )
    return parser


# Each command imports what it needs: the generators are large and need not be installed for the others.
def _run(options: argparse.Namespace, layout: Layout) -> int:
    match options.command:
        case "generate":
            from .generate import generate  # noqa: PLC0415

            for vendor in generate(layout, relock=options.relock):
                sys.stdout.write(f"{layout.package(vendor).relative_to(layout.root)}\n")
            return 0
        case "drift":
            from .drift import report_drift  # noqa: PLC0415

            return report_drift(layout)
        case "breaking":
            from .breaking import report_breakages  # noqa: PLC0415

            return report_breakages(layout, options.revision)
        case "adopt":
            from .adopt import adopt  # noqa: PLC0415

            return adopt(
                layout,
                options.vendor,
                source=options.source,
                address=options.address,
                prune=options.prune,
                again=options.again,
                dry_run=options.dry_run,
                changelog=options.changelog,
            )
        case "count":
            from .count import report_counts  # noqa: PLC0415

            return report_counts(layout)
        case _:
            from .fetch import report_publication  # noqa: PLC0415

            return report_publication(
                layout,
                options.vendor,
                source=options.source,
                address=options.address,
                as_json=options.json,
                record=options.record,
                check=options.check,
            )


if __name__ == "__main__":
    sys.exit(main())
