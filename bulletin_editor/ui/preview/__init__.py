"""The preview: the pages that would be exported, beside what is being written."""
