"""The article editor: what is written is shown like the print, and read back as blocks of the model."""
