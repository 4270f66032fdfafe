"""The field to choose an alliance from, which other pages have too."""

from __future__ import annotations

from animating_alliances_desktop.ui.kit.choice import AllianceChoice

__all__ = ["AllianceChoice"]
