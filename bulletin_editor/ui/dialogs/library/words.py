"""What is said of a stored picture and of where it is used, in one line each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from bulletin_editor.model.derived import day, number_line
from bulletin_editor.model.picture_file import PNG
from bulletin_editor.store import PictureUse, StoredPicture


def caption_of(picture: StoredPicture) -> str:
    """Return the words that the newest use has for `picture`; nothing where it has none."""
    said = (use.caption or use.alt or use.headline for use in picture.uses)
    return next(filter(None, said), "")


def alt_of(picture: StoredPicture) -> str:
    """Return the alternative text that was last given to `picture`."""
    return next((use.alt for use in picture.uses if use.alt), "")


def short_use(picture: StoredPicture) -> str:
    """Return where `picture` is used, short enough for a line under it."""
    if not picture.uses:
        return QCoreApplication.translate("PictureLibrary", "Not used")
    issues = dict.fromkeys(use.issue.id for use in picture.uses if use.issue is not None)
    first = _issue_of(picture.uses[0])
    if len(issues) < 2:
        return first
    more = len(issues) - 1
    return QCoreApplication.translate("PictureLibrary", "{} and %n more", "", more).format(first)


def use_line(use: PictureUse) -> str:
    """Return where one use is: the issue, and its cover or an article."""
    if use.issue is None:
        return _issue_of(use)
    where = (
        (use.headline or QCoreApplication.translate("PictureLibrary", "An article without a headline"))
        if use.article_id
        else QCoreApplication.translate("PictureLibrary", "Cover")
    )
    line = f"{number_line(use.issue.key)} · {where}"
    return (
        QCoreApplication.translate("PictureLibrary", "{} (in the trash)").format(line)
        if use.issue.in_trash
        else line
    )


def facts_line(picture: StoredPicture) -> str:
    """Return the size of `picture` in px and in bytes, its kind, and when it came."""
    kind = "PNG" if picture.media_type == PNG else "JPEG"
    came = picture.added_at.astimezone()
    parts = (f"{picture.width} × {picture.height} px", kind, size_of(picture.size))
    return (
        " · ".join(parts)
        + "\n"
        + QCoreApplication.translate("PictureLibrary", "Came on {}").format(
            f"{day(came.date())} {came:%H:%M}"
        )
    )


def size_of(size: int) -> str:
    """Return a number of bytes as people write it."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def _issue_of(use: PictureUse) -> str:
    return (
        number_line(use.issue.key)
        if use.issue is not None
        else QCoreApplication.translate("PictureLibrary", "Emblem of the agency")
    )
