"""Vietnamese text as plain strings: normal form, syllables, old encodings, torn words, line breaking.

Knows nothing of bulletins.
"""
