"""The language of the window: our own words and Qt's, dates and numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

from bulletin_editor.paths import shipped

_LOCALES = {
    "vi": QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),  # day before month, as in Vietnam
}


def install_language(app: QCoreApplication, language: str) -> None:
    """Let `app` speak `language`, one of `messages.LANGUAGES`, in every window that is made from now on.

    Raises:
        FileNotFoundError: the translation was never compiled (``make setup`` does it).
    """
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    folder = shipped("resources") / "translations"
    compiled = sorted(folder.glob(f"*_{language}.qm"))
    if not compiled:
        raise FileNotFoundError(folder / f"bulletin_{language}.qm")
    for path in compiled:
        app.installTranslator(_Translator(path.read_bytes(), app))
    QLocale.setDefault(_LOCALES[language])


class _Translator(QTranslator):
    """Words that are held in memory: a file that is mapped, as Qt does it, may be replaced by an update."""

    def __init__(self, words: bytes, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words  # Qt reads in them for as long as it speaks
        self.load(words)
