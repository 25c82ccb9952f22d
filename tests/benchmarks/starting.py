"""What costs time before the first call: imports, the command line, clients, decoding."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

import attrs
from benchmarks.rows import Command, Row, program

SPECS = Path(__file__).parents[2] / "specs"
TWENTY_FIELDS = {f"more_{number}": {"type": ["string", "null"]} for number in range(15)}
"""With these a file of Pilio's has twenty fields."""


@contextmanager
def packages() -> Generator[Mapping[str, str]]:
    """Pilio's package made from its spec with twenty fields a file: as we make it, and as the plain generator does."""
    sys.path.insert(0, str(SPECS))
    from toolchain.client import write_client  # noqa: PLC0415 - only this row needs the generators
    from toolchain.document import load_spec  # noqa: PLC0415 - same
    from toolchain.generate import write_package  # noqa: PLC0415 - same
    from toolchain.layout import Layout  # noqa: PLC0415 - same
    from toolchain.views import client_view  # noqa: PLC0415 - same

    with tempfile.TemporaryDirectory() as folder:
        layout = Layout(Path(folder))
        document = load_spec(SPECS / "pilio" / "openapi.yaml")
        document["components"]["schemas"]["ResultFile"]["properties"].update(TWENTY_FIELDS)
        spec, no_templates = layout.spec("pilio"), Path(folder) / "none"
        spec.parent.mkdir(parents=True)
        spec.write_text(json.dumps(document))
        ours, generated = Path(folder) / "ours", Path(folder) / "generated"
        for made in (ours, generated, no_templates):
            made.mkdir()
        write_package(layout, "pilio", ours / "pilio_api")
        write_client(
            client_view(load_spec(spec)),
            settings=SPECS / "pilio" / "codegen.yaml",
            templates=no_templates,
            target=generated / "pilio_api",
        )
        yield {"ours": str(ours), "generated": str(generated)}


@contextmanager
def compiled() -> Generator[Mapping[str, str]]:
    """Let every program keep its bytecode and run once, as that of an installed package is kept."""
    kept = os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    try:
        for command in (import_time("from safelight import Pilio"), import_time("import httpx"), *COMMANDS):
            command.measure({}, 60)
        yield {}
    finally:
        if kept is not None:
            os.environ["PYTHONDONTWRITEBYTECODE"] = kept


def awscli() -> str:
    """The first `aws` on the path that is a Python script, and not what a version manager puts before one."""
    for folder in os.get_exec_path():
        path = Path(folder) / "aws"
        if path.is_file():
            with path.open("rb") as file:
                if b"python" in file.readline():
                    return str(path)
    return "aws"


def safelight(*arguments: str) -> Command:
    """The whole process of our command line."""
    return Command([str(Path(sys.executable).with_name("safelight")), *arguments], "cpu")


def import_time(statement: str) -> Command:
    """What measures a statement without the interpreter's own start."""
    return program("import_time.py", statement)


AWS_VERSION = Command([awscli(), "--version"], "cpu")
HELP = safelight("--help")
OPERATION_HELP = safelight("pilio", "upscale", "--help")
PHOTO = Path(__file__).parents[1] / "data" / "astronaut.jpg"
CUT_OUT = safelight("--sandbox", "pilio", "remove-background", str(PHOTO), "-o", "out/")
COMMANDS = (HELP, OPERATION_HELP, AWS_VERSION, CUT_OUT)
ROWS = [
    Row(
        "decode",
        "decode a result of 50 files with 20 fields, its model at first use, over `json.loads` and the plain generator's `from_dict`",
        program("decode.py", "{ours}", "ours"),
        program("decode.py", "{generated}", "generated"),
        at_most=0.55,
        unit="us",
        scale=1e6,
        world=packages,
    ),
    Row(
        "decode-model",
        "the same and its model, over the same",
        program("decode.py", "{ours}", "raw"),
        program("decode.py", "{generated}", "generated"),
        at_most=1.0,
        unit="us",
        scale=1e6,
        world=packages,
    ),
    Row(
        "save-folder",
        '`save("folder/")` a file that came inside the answer',
        program("save_folder.py"),
        at_most=0.5,
        unit="ms",
        scale=1e3,
    ),
    Row(
        "import-package",
        "`import safelight`, over `import httpx`",
        import_time("import safelight"),
        import_time("import httpx"),
        at_most=0.1,
        unit="ms",
        scale=1e3,
        rounds=9,
        world=compiled,
    ),
    Row(
        "import-client",
        "`from safelight import Pilio`, over `import httpx`",
        import_time("from safelight import Pilio"),
        import_time("import httpx"),
        at_most=1.15,
        unit="ms",
        scale=1e3,
        rounds=9,
        world=compiled,
    ),
    Row(
        "cli-help",
        "`safelight --help`, over `aws --version`",
        HELP,
        AWS_VERSION,
        at_most=0.12,
        unit="ms",
        scale=1e3,
        rounds=9,
        world=compiled,
    ),
    Row(
        "cli-operation-help",
        "`safelight pilio upscale --help`, over `aws --version`",
        OPERATION_HELP,
        AWS_VERSION,
        at_most=0.25,
        unit="ms",
        scale=1e3,
        rounds=9,
        world=compiled,
    ),
    Row(
        "sandbox-command",
        "`safelight --sandbox pilio remove-background`, from start to end",
        attrs.evolve(CUT_OUT, figure="wall"),
        at_most=2.25,
        world=compiled,
    ),
    Row(
        "sandbox-command-cpu",
        "the same, processor time with the sandbox's own",
        CUT_OUT,
        at_most=1.6,
        world=compiled,
    ),
]
