"""What the pages under docs/ and the README name exists."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
LINK = re.compile(r"\]\(([^)#:]+)\)")
TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_and_picture_is_there(page: Path) -> None:
    missing = [link for link in LINK.findall(page.read_text()) if not (page.parent / link).exists()]
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_test_that_is_named_is_there(page: Path) -> None:
    missing = []
    for file, name in TEST.findall(page.read_text()):
        path = ROOT / file
        names = set() if not path.exists() else functions(path)
        if not path.exists() or (name and name not in names):
            missing.append(f"{file}::{name}")
    assert not missing


def functions(path: Path) -> set[str]:
    """The names of the functions of a file."""
    tree = ast.parse(path.read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_hazard_has_a_test() -> None:
    rows = [line for line in (ROOT / "docs/hazards.md").read_text().splitlines() if line.startswith("| ")][1:]
    assert len(rows) >= 12
    assert not [row.split("|")[1] for row in rows if not TEST.search(row)]
