"""Dialogs: plain values in, Qt signals out."""
