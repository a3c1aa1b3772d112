"""The dialog in which a picture is cropped, turned, straightened and brightened; the original stays."""
