"""What the user can do, in the words of the work. The command line and the window both stand on this."""
