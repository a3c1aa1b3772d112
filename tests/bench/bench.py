"""Measures speed and memory and prints the figures beside those of LibreOffice: what ``make bench`` runs.

What is compared is measured in turns in one run, so that both sides see the same computer; each
figure is the median. It ends with another code than 0 only where something could not be measured.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.libreoffice import LibreOffice
from bench.processes import Cost, alone, cost_of
from bench.report import Figure, compared, grown, megabytes, seconds, table
from bench.work import PrintTimes, make_large_issue, print_times, reprint_times, store_times
from bulletin_editor.paths import shipped
from bulletin_editor.store import Store

CHECKOUT = Path(__file__).resolve().parents[2]
ROUNDS = 7
EDITS = 5  # in a round
LARGE_ARTICLES, LARGE_PICTURES = 60, 120
