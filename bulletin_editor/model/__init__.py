"""The weekly issue as immutable values and pure functions: no files, no database, no screen."""
