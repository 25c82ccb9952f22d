"""Editors see flows as plain methods, with the types that each kind of owner gives."""

import inspect
import json
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

import pytest
import safelight
from contract_support.documents import LAYOUT
from toolchain.editors import editors_text

DECLARED = {
    "FileState": "ResultFile",
    "ResultState": "Result",
    "TaskState": "Task",
    "PerfectOperations": "Perfect",
    "YouCamOperations": "YouCam",
}
"""The class that gets the methods of each class of flows; its async twin has the prefix too."""
HOVERED = {
    "Task[int]": ("status", "def status() -> Status"),
    "AsyncTask[int]": ("status", "def status() -> CoroutineType[Any, Any, Status]"),
    "Result[int]": ("bytes", "def bytes(index: int = 0) -> Content"),
    "AsyncResultFile": ("stream", "def stream() -> AsyncIterator[Content]"),
    "AsyncPerfect": (
        "style_groups",
        "def style_groups(feature: StyledFeature) -> AsyncIterator[StyleGroup]",
    ),
    "Pilio": ("resume", "def resume("),
}


def stub():
    loader = SourceFileLoader("editors_stub", str(LAYOUT.editors))
    module = module_from_spec(spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


@pytest.mark.parametrize("prefix", ["", "Async"])
def test_what_editors_see_is_what_runs(prefix):
    declared = stub()
    names = {name for name in vars(declared) if name.endswith("Methods")}
    assert names == {f"{twin}{name}Methods" for name in DECLARED for twin in ("", "Async")}
    for name, owner in DECLARED.items():
        for key, shown in vars(getattr(declared, f"{prefix}{name}Methods")).items():
            if key.startswith("_"):
                continue
            runs = getattr(getattr(safelight, f"{prefix}{owner}"), key)
            expected, actual = inspect.signature(shown), inspect.signature(runs)
            assert list(expected.parameters.values())[1:] == list(actual.parameters.values())
            assert inspect.getdoc(shown) == inspect.getdoc(runs)
            gives = str(actual.return_annotation)
            if inspect.iscoroutinefunction(shown):
                gives = gives.removeprefix("Awaitable[")[:-1]
            # The alias stands where a class has a method called `bytes`.
            assert str(expected.return_annotation).replace("Content", "bytes") == gives.replace(
                "Content", "bytes"
            )


def test_the_file_is_what_the_flows_give():
    assert LAYOUT.editors.read_text("utf-8") == editors_text(LAYOUT), "run `nox -s generate`"


class LanguageServer:
    """Pyright, as an editor speaks to it."""

    def __init__(self, root: Path) -> None:
        call = [sys.executable, "-m", "pyright.langserver", "--stdio"]
        self._process = subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._count = 0
        folder = {"uri": root.as_uri(), "name": "root"}
        self.ask("initialize", processId=None, capabilities={}, workspaceFolders=[folder])
        self._send(method="initialized", params={})

    def open(self, path: Path) -> None:
        document = {
            "uri": path.as_uri(),
            "languageId": "python",
            "version": 1,
            "text": path.read_text("utf-8"),
        }
        self._send(method="textDocument/didOpen", params={"textDocument": document})

    def ask(self, method: str, **params: object) -> object:
        self._count += 1
        self._send(id=self._count, method=method, params=params)
        while (said := self._read()).get("id") != self._count or "method" in said:
            if "id" in said:  # what it asks in its turn, such as for settings
                self._send(id=said["id"], result=[{} for _ in said["params"].get("items", ())])
        return said["result"]

    def stop(self) -> None:
        self._process.kill()
        self._process.communicate()

    def _send(self, **message: object) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._process.stdin.flush()

    def _read(self) -> dict:
        size = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        return json.loads(self._process.stdout.read(size))


@pytest.mark.integration
def test_an_editor_shows_methods(tmp_path):
    """Not properties, as it shows descriptors."""
    pytest.importorskip("pyright")
    lines = ["import safelight"]
    for number, (kind, (name, _)) in enumerate(HOVERED.items()):
        lines.append(f"def f{number}(of: 'safelight.{kind}') -> None: of.{name}")
    path = tmp_path / "shown.py"
    path.write_text("\n".join(lines), "utf-8")
    paths = [str(LAYOUT.root / "wrappers"), str(LAYOUT.generated)]
    (tmp_path / "pyrightconfig.json").write_text(json.dumps({"extraPaths": paths}), "utf-8")
    server = LanguageServer(tmp_path)
    try:
        server.open(path)
        for number, (name, said) in enumerate(HOVERED.values(), 1):
            place = {"line": number, "character": len(lines[number]) - len(name)}
            found = server.ask("textDocument/hover", textDocument={"uri": path.as_uri()}, position=place)
            assert f"(method) {said}" in found["contents"]["value"]
    finally:
        server.stop()
