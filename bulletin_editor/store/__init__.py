"""The local SQLite file that holds every issue and picture: the only room that knows SQL."""

from __future__ import annotations

from bulletin_editor.store.library import IssueOfUse, PictureUse, StoredPicture
from bulletin_editor.store.rows import IssueSummary
from bulletin_editor.store.store import Store, StoreHealth

__all__ = ["IssueOfUse", "IssueSummary", "PictureUse", "Store", "StoreHealth", "StoredPicture"]
