"""Chooses the mutants of a cosmic-ray session that are worth a run of the tests, and removes the others.

`cosmic-ray` counts what its own filters skip as killed, so mutants are removed here instead. Removed are those that

- are not valid Python, or differ from the original or from another mutant in annotations only, or in whether a
  parameter may be given by its place or its name;
- replace `|`, which joins types and mappings in this code: nearly all of them fail as soon as they run.

Of the rest, a random sample is kept, the same one for the same code.
"""

from __future__ import annotations

import argparse
import ast
import random
import warnings

from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_db import use_db
from cosmic_ray.work_item import MutationSpec


class _WithoutTypes(ast.NodeTransformer):
    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_arguments(self, node: ast.arguments) -> ast.AST:
        node.args = [*node.posonlyargs, *node.args, *node.kwonlyargs]
        node.defaults = [default for default in (*node.defaults, *node.kw_defaults) if default is not None]
        node.posonlyargs, node.kwonlyargs, node.kw_defaults = [], [], []
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)


def meaning(code: str) -> str | None:
    """Code without its annotations, to compare; None for invalid code, also where Python only warns of it."""
    try:
        with warnings.catch_warnings(action="error"):
            compile(code, "mutant", "exec")
    except SyntaxError:
        return None
    return ast.dump(_WithoutTypes().visit(ast.parse(code)))


def mutated(code: str, mutation: MutationSpec) -> str | None:
    operator = get_operator(mutation.operator_name)(**mutation.operator_args)
    return mutate_code(code, operator, mutation.occurrence)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("session", help="cosmic-ray's session file")
    parser.add_argument("--most", type=int, required=True, help="most mutants to keep")
    parser.add_argument("--seed", type=int, required=True)
    given = parser.parse_args()
    with use_db(given.session) as session:
        items = sorted(
            session.work_items,
            key=lambda item: (
                str(item.mutations[0].module_path),
                item.mutations[0].start_pos,
                item.mutations[0].operator_name,
                item.mutations[0].occurrence,
            ),
        )
        worth, seen = [], set[str | None]([None])
        for item in items:
            (mutation,) = item.mutations
            if "BinaryOperator_BitOr" in mutation.operator_name:
                continue
            code = mutation.module_path.read_text(encoding="utf-8")
            seen.add(meaning(code))
            means = meaning(mutated(code, mutation) or code)
            if means not in seen:
                seen.add(means)
                worth.append(item)
        kept = random.Random(given.seed).sample(worth, min(given.most, len(worth)))
        session.clear()
        session.add_work_items(kept)
    print(f"{len(kept)} of {len(worth)} mutants (seed {given.seed})")  # noqa: T201 - for the terminal


if __name__ == "__main__":
    main()
