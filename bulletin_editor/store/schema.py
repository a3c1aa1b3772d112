"""The tables of the store, version by version. docs/file-format.md explains them to a stranger."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

# SQLite keeps the comments: whoever types `.schema` reads them. No STRICT tables: they need
# SQLite 3.37, and Python 3.11 also comes with older ones; the CHECKs do that work.
_VERSION_1 = (
    """
CREATE TABLE picture (
    sha256 TEXT NOT NULL PRIMARY KEY  -- of data, in hexadecimal: the picture's name everywhere
        CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    media_type TEXT NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png')),
    width INTEGER NOT NULL CHECK (typeof(width) = 'integer' AND width > 0),  -- px
    height INTEGER NOT NULL CHECK (typeof(height) = 'integer' AND height > 0),  -- px
    added_at TEXT NOT NULL,  -- UTC
    data BLOB NOT NULL CHECK (typeof(data) = 'blob')  -- the JPEG or PNG file itself
)
""",
    """
CREATE TABLE issue (
    id TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL CHECK (typeof(number) = 'integer' AND number >= 1),
    year INTEGER NOT NULL CHECK (typeof(year) = 'integer' AND year BETWEEN 1900 AND 9999),
    period_start TEXT NOT NULL CHECK (period_start IS date(period_start)),
    period_end TEXT NOT NULL CHECK (period_end IS date(period_end)),
    status TEXT NOT NULL CHECK (status IN ('draft', 'review', 'approved', 'published', 'archived')),
    slogan TEXT NOT NULL,  -- JSON: a list of lines
    cover_picture TEXT REFERENCES picture (sha256),
    cover_alt TEXT NOT NULL CHECK (cover_alt = '' OR cover_picture IS NOT NULL),
    created_at TEXT NOT NULL,  -- UTC
    modified_at TEXT NOT NULL,  -- UTC; of the issue with all its parts
    UNIQUE (year, number)
)
""",
    """
CREATE TABLE section (
    id TEXT NOT NULL PRIMARY KEY,
    issue_id TEXT NOT NULL REFERENCES issue (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (typeof(position) = 'integer' AND position >= 1),  -- within the issue
    label TEXT NOT NULL
)
""",
    """
CREATE TABLE article (
    id TEXT NOT NULL PRIMARY KEY,
    section_id TEXT NOT NULL REFERENCES section (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (typeof(position) = 'integer' AND position >= 1),  -- within the section
    headline TEXT NOT NULL,
    cover_line_mode TEXT NOT NULL CHECK (cover_line_mode IN ('same', 'other', 'off')),
    cover_line_text TEXT NOT NULL CHECK ((cover_line_mode = 'other') = (cover_line_text <> '')),
    author TEXT NOT NULL,
    source_name TEXT NOT NULL,
    source_url TEXT NOT NULL,
    event_date TEXT CHECK (event_date IS date(event_date)),
    body TEXT NOT NULL CHECK (typeof(body) = 'text')  -- JSON: {"version": ..., "content": [blocks]}
)
""",
    """
CREATE TABLE picture_use (  -- which pictures stand in an article's body; as long as they do, they stay
    article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    picture TEXT NOT NULL REFERENCES picture (sha256),
    PRIMARY KEY (article_id, picture)
) WITHOUT ROWID
""",
    """
CREATE TABLE agency (  -- who publishes: one row, or none as long as nothing was changed
    id INTEGER PRIMARY KEY CHECK (id = 1),
    content TEXT NOT NULL CHECK (typeof(content) = 'text'),  -- JSON: {"version": ..., "content": {...}}
    emblem TEXT REFERENCES picture (sha256),
    modified_at TEXT NOT NULL  -- UTC
)
""",
    "CREATE INDEX issue_cover_picture ON issue (cover_picture)",
    "CREATE INDEX section_by_issue ON section (issue_id, position)",
    "CREATE INDEX article_by_section ON article (section_id, position)",
    "CREATE INDEX picture_use_by_picture ON picture_use (picture)",
)

# A rebuilt table, for SQLite cannot take a UNIQUE away: https://sqlite.org/lang_altertable.html#otheralter
_VERSION_2 = (
    """
CREATE TABLE new_issue (
    id TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL CHECK (typeof(number) = 'integer' AND number >= 1),
    year INTEGER NOT NULL CHECK (typeof(year) = 'integer' AND year BETWEEN 1900 AND 9999),
    period_start TEXT NOT NULL CHECK (period_start IS date(period_start)),
    period_end TEXT NOT NULL CHECK (period_end IS date(period_end)),
    status TEXT NOT NULL CHECK (status IN ('draft', 'review', 'approved', 'published', 'archived')),
    slogan TEXT NOT NULL,  -- JSON: a list of lines
    cover_picture TEXT REFERENCES picture (sha256),
    cover_alt TEXT NOT NULL CHECK (cover_alt = '' OR cover_picture IS NOT NULL),
    milestones TEXT NOT NULL,  -- JSON: a list of {"status": ..., "day": ...}
    waivers TEXT NOT NULL,  -- JSON: a list of {"code": ..., "place": {...}, "facts": {...}, "reason": ...}
    created_at TEXT NOT NULL,  -- UTC
    modified_at TEXT NOT NULL,  -- UTC; of the issue with all its parts
    deleted_at TEXT  -- UTC; when it was put into the trash, NULL while it is in use
)
""",
    """
INSERT INTO new_issue
SELECT id, number, year, period_start, period_end, status, slogan, cover_picture, cover_alt, '[]', '[]',
    created_at, modified_at, NULL
FROM issue
""",
    "DROP TABLE issue",
    "ALTER TABLE new_issue RENAME TO issue",
    "CREATE INDEX issue_cover_picture ON issue (cover_picture)",
    "CREATE UNIQUE INDEX issue_in_use ON issue (year, number) WHERE deleted_at IS NULL",
)

# Rebuilt again: SQLite adds a column at the end only, behind the comment of another one.
_VERSION_3 = (
    """
CREATE TABLE new_issue (
    id TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL CHECK (typeof(number) = 'integer' AND number >= 1),
    year INTEGER NOT NULL CHECK (typeof(year) = 'integer' AND year BETWEEN 1900 AND 9999),
    period_start TEXT NOT NULL CHECK (period_start IS date(period_start)),
    period_end TEXT NOT NULL CHECK (period_end IS date(period_end)),
    status TEXT NOT NULL CHECK (status IN ('draft', 'review', 'approved', 'published', 'archived')),
    slogan TEXT NOT NULL,  -- JSON: a list of lines
    cover_picture TEXT REFERENCES picture (sha256),
    cover_alt TEXT NOT NULL CHECK (cover_alt = '' OR cover_picture IS NOT NULL),
    cover_view TEXT NOT NULL  -- JSON: the cover picture's {"adjustments": {...}, "focus": {...}}
        CHECK (cover_view = '{}' OR cover_picture IS NOT NULL),
    milestones TEXT NOT NULL,  -- JSON: a list of {"status": ..., "day": ...}
    waivers TEXT NOT NULL,  -- JSON: a list of {"code": ..., "place": {...}, "facts": {...}, "reason": ...}
    created_at TEXT NOT NULL,  -- UTC
    modified_at TEXT NOT NULL,  -- UTC; of the issue with all its parts
    deleted_at TEXT  -- UTC; when it was put into the trash, NULL while it is in use
)
""",
    """
INSERT INTO new_issue
SELECT id, number, year, period_start, period_end, status, slogan, cover_picture, cover_alt, '{}', milestones,
    waivers, created_at, modified_at, deleted_at
FROM issue
""",
    "DROP TABLE issue",
    "ALTER TABLE new_issue RENAME TO issue",
    "CREATE INDEX issue_cover_picture ON issue (cover_picture)",
    "CREATE UNIQUE INDEX issue_in_use ON issue (year, number) WHERE deleted_at IS NULL",
)


def migrations() -> Migrations:
    """Return the steps that lead from an empty file to `SCHEMA_VERSION`, one step a version.

    A step that was ever published never changes: stores out there were made by it.
    """
    steps = Migrations("bulletin_editor")

    @steps(name="version 1")
    def version_1(db: Database) -> None:
        for statement in _VERSION_1:
            db.execute(statement.strip())

    @steps(name="version 2")
    def version_2(db: Database) -> None:
        for statement in _VERSION_2:
            db.execute(statement.strip())

    @steps(name="version 3")
    def version_3(db: Database) -> None:
        for statement in _VERSION_3:
            db.execute(statement.strip())

    return steps
