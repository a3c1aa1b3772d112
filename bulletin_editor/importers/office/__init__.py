"""Old Word files, RTF and OpenDocument: LibreOffice makes Word files of them, where it is installed."""

from bulletin_editor.importers.office.conversion import converted_to_word

__all__ = ["converted_to_word"]
