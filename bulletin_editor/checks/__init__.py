"""Preflight: what the officer should look at before an issue is printed.

One rule is one function; adding one means writing it, naming it in `rules.RULES`, and giving its sentences.
The numbers are those of the domain's list of 25 rules.
"""
