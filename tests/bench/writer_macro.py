"""A macro for LibreOffice that opens a document several times and notes how long each took."""

from __future__ import annotations

from pathlib import Path

NAME = "Standard.Opening.Measure"

_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Opening"
 script:language="StarBasic">
Sub Measure(document As String, notes As String, count As Integer)
  For place = 1 To count
    begun = GetSystemTicks()
    opened = StarDesktop.loadComponentFromURL(document, "_blank", 0, Array())
    took = GetSystemTicks() - begun
    Open notes &amp; "/" &amp; place For Output As #1
    Print #1, took
    Close #1
    opened.close(True)
  Next
  StarDesktop.terminate()
End Sub
</script:module>
"""

_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Opening"/>
</library:library>
"""


def install(profile: Path) -> None:
    """Put the macro into a profile that LibreOffice has made before."""
    folder = profile / "user" / "basic" / "Standard"
    (folder / "Opening.xba").write_text(_MACRO, "utf-8")
    (folder / "script.xlb").write_text(_LIBRARY, "utf-8")
