"""The pages of the settings: each shows one part of what the agency has chosen, and tells of changes."""
