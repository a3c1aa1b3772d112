"""Vietnamese text as plain strings: normal form and line breaking. Knows nothing of bulletins."""
