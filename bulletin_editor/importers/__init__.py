"""Files from outside as model values."""
