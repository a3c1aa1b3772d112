"""The drawn pictures of the demo issue: a small SVG canvas, things to put on it, and the scenes."""
