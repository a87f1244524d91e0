"""One constant of one module taken at another value, for one run of the tests; no file is touched.

A constant is a number, or one number of a tuple, that a module gives a name in capitals.
"""

import ast
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType, ModuleType

import msgspec


class Constant(msgspec.Struct, frozen=True):
    """Where a number stands: module, name, which of several it is, and how it is written."""

    module: str
    name: str
    written: str
    place: int | None = None

    @property
    def label(self) -> str:
        """The name a reader looks for."""
        return self.name if self.place is None else f"{self.name}[{self.place}]"

    def change(self, factor: float) -> ast.stmt:
        """The statement that changes it; a whole number stays one."""
        one = "type(one)(one * factor)"
        name, place = self.name, self.place
        if place is None:
            changed = f"(lambda one, factor: {one})({name}, {factor})"
        else:
            parts = f"{one} if at == {place} else one for at, one in enumerate({name})"
            changed = f"(lambda factor: tuple({parts}))({factor})"
        return ast.parse(f"{name} = {changed}").body[0]


class ChangedModule(importlib.abc.MetaPathFinder, importlib.machinery.SourceFileLoader):
    """Imports one module with one of its constants times a factor."""

    def __init__(self, path: Path, constant: Constant, factor: float) -> None:
        super().__init__(constant.module, str(path))
        self._constant = constant
        self._factor = factor

    def install(self) -> None:
        """Be asked first from now on. Raises ValueError if the module is there already."""
        if self._constant.module in sys.modules:
            raise ValueError(f"{self._constant.module} has been imported as it is.")
        sys.meta_path.insert(0, self)

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> importlib.machinery.ModuleSpec | None:
        """Only the one module is found here."""
        if fullname != self._constant.module:
            return None
        return importlib.util.spec_from_file_location(fullname, self.path, loader=self)

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002
        """The changed code, neither read from a cache nor kept in one."""
        tree = ast.parse(self.get_data(self.path))
        statement = next(one for one, name, _ in _named(tree) if name == self._constant.name)
        tree.body.insert(tree.body.index(statement) + 1, self._constant.change(self._factor))
        return compile(ast.fix_missing_locations(tree), self.path, "exec")


def constants(path: Path, module: str) -> list[Constant]:
    """The constants of a file, in order."""
    found: list[Constant] = []
    for _, name, value in _named(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(value, ast.Tuple):
            if _is_number(value):
                found.append(Constant(module, name, ast.unparse(value)))
            continue
        for place, part in enumerate(value.elts):
            if _is_number(part):
                found.append(Constant(module, name, ast.unparse(part), place))
    return found


def _named(tree: ast.Module) -> Iterator[tuple[ast.stmt, str, ast.expr]]:
    """The statements that give a value a name in capitals, each name apart."""
    for statement in tree.body:
        pairs: list[tuple[ast.expr, ast.expr]] = []
        if isinstance(statement, ast.AnnAssign) and statement.value is not None:
            pairs = [(statement.target, statement.value)]
        elif isinstance(statement, ast.Assign):
            pairs = [(statement.targets[0], statement.value)]
        for target, value in pairs:
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs += zip(target.elts, value.elts, strict=True)
            elif isinstance(target, ast.Name) and target.id.isupper():
                yield statement, target.id, value


def _is_number(value: ast.expr) -> bool:
    """Whether it is a number, or reckoned from numbers and other constants."""
    if isinstance(value, ast.Call) and len(value.args) == 1:
        value = value.args[0]
    for node in ast.walk(value):
        if isinstance(node, ast.Constant) and type(node.value) not in (int, float):
            return False
        if isinstance(node, ast.Name) and not node.id.isupper():
            return False
    return isinstance(value, ast.Constant | ast.BinOp | ast.UnaryOp | ast.Name)
