"""The PDF print: Typst in this process, archival (PDF/A-2a) and accessible (PDF/UA-1) at once."""
