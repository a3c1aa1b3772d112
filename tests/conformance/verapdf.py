"""veraPDF, the validator of the PDF Association: fetched once through Maven, run with Java."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

VERSION = "1.28.2"  # the newest that is published as one file with all it needs

_ARTIFACT = f"org.verapdf.apps:greenfield-apps:{VERSION}"
_SHA256 = "687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6"
_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
_MAIN_CLASS = "org.verapdf.apps.GreenfieldCliWrapper"


def fetch(cache: Path) -> Path:
    """Return the program's jar in the folder `cache`, fetched if it is not there yet."""
    jar = cache / f"greenfield-apps-{VERSION}.jar"
    if not jar.exists():
        arguments = [_COPY, f"-Dartifact={_ARTIFACT}", f"-DoutputDirectory={cache}"]
        maven = ["mvn", "--quiet", "--batch-mode", "-Dstyle.color=never"]
        if subprocess.run([*maven, *arguments], check=False).returncode:
            sys.exit(f"Maven could not fetch veraPDF {VERSION}; its own words are above.")
    if hashlib.sha256(jar.read_bytes()).hexdigest() != _SHA256:
        sys.exit(f"{jar} is not the veraPDF that was tried. Delete it and try again.")
    return jar


def violations(jar: Path, pdf: Path, flavour: str) -> list[str]:
    """Return what `pdf` breaks of the profile `flavour` (``2a`` is PDF/A-2a, ``ua1`` is PDF/UA-1)."""
    command = ["java", "-cp", str(jar), _MAIN_CLASS, "--format", "json", "--flavour", flavour, str(pdf)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    if not done.stdout.startswith("{"):
        return [f"veraPDF gave no result: {done.stderr}"]
    (job,) = json.loads(done.stdout)["report"]["jobs"]
    if "taskException" in job:
        return [job["taskException"]["exceptionMessage"]]
    (result,) = job["validationResult"]
    if result["compliant"] is True and result["details"]["passedChecks"]:
        return []
    return [_sentence(rule) for rule in result["details"]["ruleSummaries"]] or [result["statement"]]


def _sentence(rule: dict[str, Any]) -> str:
    place = next((check["context"] for check in rule["checks"]), "")
    times = f"{rule['failedChecks']} times, first at {place}"
    return f"{rule['specification']} {rule['clause']}: {rule['description']} ({times})"
