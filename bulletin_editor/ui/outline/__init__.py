"""The outline of the issue: cover, sections and articles, to go to, to rename and to put in order."""
