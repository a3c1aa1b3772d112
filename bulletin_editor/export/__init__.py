"""The model and pictures as printable files: Markdown, Word, PDF. No database, no screen."""
