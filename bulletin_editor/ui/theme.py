"""How the window looks: its fonts, and its colours by day and by night."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from bulletin_editor.export.fonts import FAMILY, face_file
from bulletin_editor.ui.font_room import with_room_for_marks
from bulletin_editor.ui.preferences import ThemeChoice

_FACES = ("Regular", "Italic", "Medium", "SemiBold", "Bold", "BoldItalic")


class Colours(msgspec.Struct, frozen=True, kw_only=True):
    """The colours of one theme, as ``#RRGGBB``.

    `text` stands on `window`, `base` (where one writes), `raised` (buttons, menus) and `tint` (what is
    chosen), and so do `quiet` (what is said aside), `accent`, `link`, and the colours of signs: `error`,
    `warning`, `hint`, `good`. `on_accent` stands on `accent`, `faint` is what cannot be used now, `line`
    parts, `gold` adorns, `backdrop` lies under the pages.
    """

    window: str
    base: str
    raised: str
    text: str
    quiet: str
    faint: str
    line: str
    accent: str
    on_accent: str
    tint: str
    link: str
    gold: str
    error: str
    warning: str
    hint: str
    good: str
    backdrop: str


LIGHT = Colours(
    window="#F1F4F9", base="#FFFFFF", raised="#FFFFFF", text="#1B2430", quiet="#556172", faint="#8A94A3",
    line="#C9D2DF", accent="#0B3C7D", on_accent="#FFFFFF", tint="#E1EAF6", link="#125AA8", gold="#F4B223",
    error="#B80D27", warning="#8A5A00", hint="#125AA8", good="#1B6E3C", backdrop="#6B7280",
)  # fmt: skip
DARK = Colours(
    window="#171D27", base="#1E2632", raised="#273142", text="#E7ECF3", quiet="#A9B5C6", faint="#768397",
    line="#3B485B", accent="#9CC2F5", on_accent="#0B1B33", tint="#2C3E59", link="#8FBDFA", gold="#F4B223",
    error="#FF9A9F", warning="#F0C163", hint="#8FBDFA", good="#82D6A2", backdrop="#0E131A",
)  # fmt: skip


def apply_theme(app: QApplication, choice: ThemeChoice) -> None:
    """Dress all windows of `app`, those that are open and those to come."""
    hints = app.styleHints()
    if choice is ThemeChoice.SYSTEM:
        hints.unsetColorScheme()
        dark = hints.colorScheme() is Qt.ColorScheme.Dark
    else:  # the frame of the window, which is the system's, follows too
        dark = choice is ThemeChoice.DARK
        hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    colours = DARK if dark else LIGHT
    app.setStyle("Fusion")
    app.setPalette(palette_of(colours))
    app.setFont(_ui_font(app.font()))
    app.setStyleSheet(_style_sheet(colours))


def current_colours() -> Colours:
    """Return the colours of the theme that the windows wear now."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def palette_of(colours: Colours) -> QPalette:
    """Return the palette with `colours`."""
    role = QPalette.ColorRole
    palette = QPalette(QColor(colours.raised), QColor(colours.window))
    for where, colour in (
        (role.Window, colours.window), (role.WindowText, colours.text),
        (role.Base, colours.base), (role.AlternateBase, colours.window), (role.Text, colours.text),
        (role.PlaceholderText, colours.quiet),
        (role.Button, colours.raised), (role.ButtonText, colours.text), (role.BrightText, colours.error),
        (role.Highlight, colours.accent), (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent), (role.Link, colours.link), (role.LinkVisited, colours.link),
        (role.ToolTipBase, colours.raised), (role.ToolTipText, colours.text),
    ):  # fmt: skip
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.faint))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.line))
    palette.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(colours.text))
    return palette


def load_fonts() -> None:
    """Give Qt the faces of the family that windows and pages are set in; doing it twice does no harm."""
    if FAMILY not in QFontDatabase.families():
        for face in _FACES:
            font = with_room_for_marks(face_file(FAMILY, face).read_bytes())
            QFontDatabase.addApplicationFontFromData(font)


def _ui_font(current: QFont) -> QFont:
    """Return the font of menus and panels, as large as the computer is set to."""
    load_fonts()
    font = QFont(current)
    font.setFamily(FAMILY)
    return font


def _style_sheet(colours: Colours) -> str:
    """Return what a palette cannot say: room, round corners, and which button is the main one."""
    return _SHEET.format(**msgspec.structs.asdict(colours))


_SHEET = """
QToolBar {{ border: none; border-bottom: 1px solid {line}; spacing: 4px; padding: 3px 8px;
    background: {base}; }}
QToolBar > QToolButton#qt_toolbar_ext_button {{ padding: 0; }}
QToolBar::separator {{ width: 1px; margin: 4px 6px; background: {line}; }}
QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: 4px 6px; }}
QToolButton:hover, QToolButton:focus {{ background: {tint}; border-color: {line}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton:pressed, QToolButton:checked {{ background: {tint}; border-color: {accent}; }}
QToolButton#exportButton {{ background: {accent}; color: {on_accent}; font-weight: 600; padding: 5px 14px; }}
QToolButton#exportButton:hover, QToolButton#exportButton:focus {{ border: 2px solid {gold};
    padding: 4px 13px; }}
QToolButton#exportButton:disabled {{ background: {window}; color: {faint}; border-color: {line}; }}
FindBar QToolButton {{ padding: 4px; }}
FindBar QToolButton[checkable="true"] {{ border-color: {line}; }}
FindBar QToolButton[checkable="true"]:checked, FindBar QToolButton[checkable="true"]:focus {{
    border-color: {accent}; }}
QToolButton#findingsButton {{ border-color: {line}; border-radius: 10px; padding: 4px 10px; }}
QPushButton {{ background: {raised}; border: 1px solid {line}; border-radius: 5px; padding: 5px 14px; }}
QPushButton:hover {{ background: {tint}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:default {{ background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600; }}
QPushButton:default:focus {{ border: 2px solid {gold}; padding: 4px 13px; }}
QCommandLinkButton:default, QCommandLinkButton:default:focus {{ background: {raised}; padding: 5px 14px;
    border: 1px solid {accent}; }}
QCommandLinkButton:default:hover {{ background: {tint}; }}
QPushButton:disabled {{ background: {window}; color: {faint}; border-color: {line}; font-weight: normal; }}
QLineEdit {{ background: {base}; border: 1px solid {line}; border-radius: 5px; padding: 4px 6px;
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus {{ border-color: {accent}; }}
QLineEdit:disabled {{ background: {window}; color: {faint}; }}
QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{ border: none; padding: 0; background: transparent; }}
QTextEdit, QPlainTextEdit, QListView, QTreeView, QTableView {{ border: 1px solid {line}; outline: none; }}
QTextEdit:focus, QPlainTextEdit:focus, QListView:focus, QTreeView:focus, QTableView:focus {{
    border-color: {accent}; }}
QAbstractItemView::item {{ padding: 3px; }}
QAbstractItemView::item:hover {{ background: {window}; }}
QAbstractItemView::item:selected {{ background: {tint}; color: {text}; }}
QCheckBox::indicator:unchecked, QRadioButton::indicator:unchecked, QAbstractItemView::indicator:unchecked {{
    background: {base}; border: 1px solid {quiet}; width: 12px; height: 12px; }}
QCheckBox::indicator:unchecked, QAbstractItemView::indicator:unchecked {{ border-radius: 3px; }}
QRadioButton::indicator:unchecked {{ border-radius: 7px; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QTabWidget::pane {{ border: 1px solid {line}; }}
QTabBar::tab {{ padding: 6px 14px; background: {window}; border: 1px solid {line}; margin-right: 2px;
    border-top-left-radius: 5px; border-top-right-radius: 5px; }}
QTabBar::tab:selected {{ background: {base}; border-bottom-color: {base}; }}
QTabBar::tab:focus {{ border-color: {accent}; }}
QDockWidget::title {{ background: {window}; padding: 6px 8px; }}
QMainWindow::separator {{ width: 5px; height: 5px; background: {window}; }}
QMainWindow::separator:hover, QSplitter::handle:hover {{ background: {tint}; }}
QMenuBar {{ background: {window}; }}
QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; }}
QMenu {{ background: {raised}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 8px; border-radius: 4px; }}
QMenu::item:selected, QMenuBar::item:selected {{ background: {tint}; color: {text}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::icon {{ padding-left: 6px; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QStatusBar {{ border-top: 1px solid {line}; }}
QStatusBar::item {{ border: none; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {line}; padding: 4px; }}
"""
