"""Plain methods that `editors.pyi` declares of flows to editors and type checkers; when a program runs, there are none."""


class Nothing:
    """Stands for each class of such methods."""


def __getattr__(name: str) -> type[Nothing]:
    if name.startswith("_"):
        raise AttributeError(name)
    return Nothing
