"""What the wheel carries besides the package: its migrations and its pages (read by hatchling, see pyproject.toml)."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CARRIED = {"migrations": "afterview/migrations", "frontend/dist": "afterview/web"}


class WheelContents(BuildHookInterface[Any]):
    """Puts CARRIED into a real wheel; an editable install reads both from the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Tell hatchling what to include; refuses to make a wheel without its pages."""
        if version != "standard":
            return
        for folder, place in CARRIED.items():
            if not (Path(self.root) / folder).is_dir():
                raise FileNotFoundError(f"{folder} is missing: run `make setup` first, it builds the pages.")
            build_data["force_include"][folder] = place
