"""Pictures: opened safely and made ready for print. The only room that knows Pillow."""
