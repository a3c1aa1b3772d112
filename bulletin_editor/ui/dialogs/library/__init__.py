"""The picture library: the shelf with small pictures, the details of one, and the window around them."""
