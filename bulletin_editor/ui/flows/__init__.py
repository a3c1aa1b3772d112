"""What takes several steps: a question to the officer, work in the store or elsewhere, and its result."""
