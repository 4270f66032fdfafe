"""What several commands print."""

from __future__ import annotations

import json
import sys
from typing import Any


def print_json(value: object) -> None:
    """Print something as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def catch_up(workspace: Any) -> None:
    """Read the shipped library anew where it changed; what is wrong with it is said aside."""
    workspace.catch_up()
    problems = workspace.library.problems()
    if problems:
        more = f" (and {len(problems) - 1} more: see “check”)" if len(problems) > 1 else ""
        print(f"{problems[0]}{more}", file=sys.stderr)
