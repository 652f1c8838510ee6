"""Sizes that the window's first sketch and its real parts share, in pixels on a grid of 4."""

from typing import Final

FIRST_WIDTHS: Final = (216, 600, 464)
"""The list of steps, the page, the preview."""
PROBLEMS_HEIGHT: Final = 132
HEADING_MARGINS: Final = (24, 20, 24, 12)
HEADING_SPACING: Final = 4
FOOT_MARGINS: Final = (24, 8, 16, 8)
STEPS_PADDING: Final = 8
STEP_HEIGHT: Final = 36
STEP_INDENT: Final = 32
"""From the edge of a step to its title: a gap, the icon, a gap."""
