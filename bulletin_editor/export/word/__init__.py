"""The Word print: the template's bulletin.docx filled by docxtpl, with blocks written in its own styles."""
