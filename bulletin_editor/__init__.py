"""Soạn bản tin: write a department's weekly bulletin and print it as Word and PDF."""

__version__ = "0.1.0"
