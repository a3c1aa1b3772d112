"""The dialog that shows what will come in from documents before it does."""
