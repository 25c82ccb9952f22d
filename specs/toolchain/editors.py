"""``safelight/editors.pyi``: the handwritten methods that are flows, as editors and type checkers see them.

An editor shows a descriptor as a property and reads no types from it; see `operations`, which writes the same for methods
that are made from specs.
"""

from __future__ import annotations

import ast
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from .formatting import format_package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .layout import Layout

_SOURCES = ("core/results.py", "core/task.py", "vendors/perfect.py", "vendors/youcam.py")
_HEAD = '"""The methods of tasks, results and lists, as editors and type checkers see them. Made by `nox -s generate`."""\n'


def editors_text(layout: Layout) -> str | None:
    """The file's text; None where a repository has no wrappers, as that of a plug-in."""
    if not layout.editors.parent.is_dir():
        return None
    modules = [ast.parse((layout.editors.parent / name).read_text("utf-8")) for name in _SOURCES]
    classes = [node for module in modules for node in module.body if isinstance(node, ast.ClassDef)]
    declared = [text for one in classes for text in _declared(one)]
    imports = ["from collections.abc import AsyncIterator, Iterator"]
    for name, module in zip(_SOURCES, modules, strict=True):
        imports += [ast.unparse(node) for node in ast.walk(module) if _is_import(node)]
        place = name.removesuffix(".py").replace("/", ".")
        imports += [f"from safelight.{place} import {own}" for own in _own_names(module)]
    text = "\n".join([_HEAD, *dict.fromkeys(imports), *declared])
    with tempfile.TemporaryDirectory(prefix="editors-") as temporary:
        written = Path(temporary, "editors.pyi")
        written.write_text(text, encoding="utf-8", newline="\n")
        format_package(written.parent)
        return written.read_text("utf-8")


def _is_import(node: ast.AST) -> bool:
    """Whether it imports something at the top of a module, for types or to run."""
    return (
        isinstance(node, ast.ImportFrom) and node.col_offset in (0, 4) and node.module != "safelight.editors"
    )


def _own_names(module: ast.Module) -> Iterator[str]:
    """The constants and aliases of a module, which signatures may name."""
    for node in module.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            yield ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)


def _declared(found: ast.ClassDef) -> Iterator[str]:
    """A class of plain methods for each kind of owner, if the class has flows."""
    flows = [node for node in found.body if isinstance(node, ast.FunctionDef) and _given(node) is not None]
    for prefix in ("", "Async") if flows else ():
        yield f"class {prefix}{found.name}Methods:\n" + "\n".join(_method(flow, prefix) for flow in flows)


def _given(flow: ast.FunctionDef) -> ast.expr | None:
    """The type of what a flow gives, or of each that it gives; None for any other method."""
    for decorator in flow.decorator_list:
        if ast.unparse(decorator) == "method" and isinstance(flow.returns, ast.Subscript):
            return flow.returns.slice
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "iterator":
            return decorator.args[0]
    return None


def _method(flow: ast.FunctionDef, prefix: str) -> str:
    given = ast.unparse(_given(flow) or flow)
    once = ast.unparse(flow.decorator_list[0]) == "method"
    kind = "async def" if prefix and once else "def"
    gives = given if once else f"{prefix}Iterator[{given}]"
    return f"    {kind} {flow.name}({ast.unparse(flow.args)}) -> {gives}:\n        {_docstring(flow)}\n"


def _docstring(flow: ast.FunctionDef) -> str:
    text = (ast.get_docstring(flow) or "").replace("\n", f"\n{' ' * 8}")
    return f'"""{text}"""' if "\n" not in text else f'"""{text}\n{" " * 8}"""'
