-- A store as version 3 of the schema made it. Frozen: programs must be able to open it for ever.
PRAGMA application_id = 1112828270;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'bulletin_editor','version 1','2031-02-10 08:30:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'bulletin_editor','version 2','2031-02-17 08:30:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'bulletin_editor','version 3','2031-02-24 08:30:00+00:00');
CREATE TABLE agency (  -- who publishes: one row, or none as long as nothing was changed
    id INTEGER PRIMARY KEY CHECK (id = 1),
    content TEXT NOT NULL CHECK (typeof(content) = 'text'),  -- JSON: {"version": ..., "content": {...}}
    emblem TEXT REFERENCES picture (sha256),
    modified_at TEXT NOT NULL  -- UTC
);
INSERT INTO "agency" VALUES(1,'{"version":1,"content":{"masthead":{"agency":"TRẠM KHUYẾN HỌC CAO SƠN","subtitle":["CÁC HOẠT ĐỘNG TRONG LĨNH VỰC KHOA HỌC CÔNG NGHỆ,","ĐỔI MỚI SÁNG TẠO VÀ CHUYỂN ĐỔI SỐ"],"links":["https://skhcn.dienbien.gov.vn/","https://www.facebook.com/skhcndb"],"emblem":{"sha256":"66b031699bfcd9f7bdf943c6e6343c15c6a74b8cc57f382e65ffc4a6bf552e1f","alt":"Huy hiệu"}}}}','66b031699bfcd9f7bdf943c6e6343c15c6a74b8cc57f382e65ffc4a6bf552e1f','2031-02-10T08:30:00+00:00');
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
);
INSERT INTO "article" VALUES('article-a','section-a',1,'Trạm đo mưa ở Cao Sơn','other','Trạm đo mưa mới','Tổ biên tập','Trang tin bản','https://example.org/tin','2031-02-11','{"version":3,"content":[{"type":"lead","paragraphs":[{"runs":[{"text":"Đầu xuân, bản Cao Sơn có trạm đo mưa tự động."}]}]},{"type":"paragraph","text":{"runs":[{"text":"Trạm gửi số liệu "},{"text":"mười phút","bold":true},{"text":" một lần; m"},{"text":"2","script":"superscript"},{"text":", xem "},{"text":"trang tin","italic":true,"underline":true,"link":"https://example.org/mua"},{"text":"."}]}},{"type":"subheading","text":{"runs":[{"text":"Cách đọc số liệu"}]}},{"type":"bullet_list","items":[{"text":{"runs":[{"text":"Xem bảng"}]},"sublists":[{"type":"numbered_list","items":[{"text":{"runs":[{"text":"Cột ba"}]}}],"start":3}]},{"text":{"runs":[{"text":"Gọi trạm"}]}}]},{"type":"callout","paragraphs":[{"runs":[{"text":"Nhớ mang áo mưa."}]}]},{"type":"pull_quote","paragraphs":[{"runs":[{"text":"Có số liệu, bà con yên tâm."}]}],"speaker":"Trưởng trạm"},{"type":"picture_row","pictures":[{"sha256":"8d2caff04ed71b68f2a493a0ea27973052201c3471d03e6f72df07064e27563a","alt":"Trạm đo","adjustments":{"crop":{"top":0.25},"contrast":-5},"focus":{"y":0.75}},{"sha256":"66b031699bfcd9f7bdf943c6e6343c15c6a74b8cc57f382e65ffc4a6bf552e1f"}],"caption":"Trạm mới","credit":"Tổ biên tập"},{"type":"table","header":[{"runs":[{"text":"Ngày"}]},{"runs":[{"text":"mm"}]}],"rows":[[{"runs":[{"text":"10/02"}]},{"runs":[{"text":"12"}]}]],"align":["left","right"],"caption":"Lượng mưa"}]}');
INSERT INTO "article" VALUES('article-b','section-a',2,'Lịch trực','off','','','','',NULL,'{"version":1,"content":[]}');
INSERT INTO "article" VALUES('article-c','section-c',1,'Bài bỏ đi','same','','','','',NULL,'{"version":2,"content":[]}');
CREATE TABLE "issue" (
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
);
INSERT INTO "issue" VALUES('issue-a',7,2031,'2031-02-10','2031-02-16','approved','["ĐO MƯA","GIỮ BẢN"]','8d2caff04ed71b68f2a493a0ea27973052201c3471d03e6f72df07064e27563a','Ảnh bìa','{"adjustments":{"turns":1,"angle":-2.5,"crop":{"left":0.1,"bottom":0.2},"brightness":10},"focus":{"x":0.25}}','[{"status":"review","day":"2031-02-14"},{"status":"approved","day":"2031-02-15"}]','[{"code":"period-length","place":{},"facts":{"days":"8"},"reason":"Tuần nghỉ lễ"},{"code":"cover-line-differs","place":{"part":"cover_line","article_id":"article-a"},"facts":{"cover":"Trạm đo mưa mới","headline":"Trạm đo mưa ở Cao Sơn"},"reason":"Tít ngắn cho vừa bìa"}]','2031-02-10T08:30:00+00:00','2031-02-10T08:30:00+00:00',NULL);
INSERT INTO "issue" VALUES('issue-b',52,2030,'2030-12-23','2030-12-29','draft','[]',NULL,'','{}','[]','[]','2031-02-10T08:30:00+00:00','2031-02-10T08:30:00+00:00',NULL);
INSERT INTO "issue" VALUES('issue-c',7,2031,'2031-02-10','2031-02-16','draft','[]',NULL,'','{}','[]','[]','2031-02-10T08:30:00+00:00','2031-02-10T08:30:00+00:00','2031-02-11T09:00:00+00:00');
CREATE TABLE picture (
    sha256 TEXT NOT NULL PRIMARY KEY  -- of data, in hexadecimal: the picture's name everywhere
        CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    media_type TEXT NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png')),
    width INTEGER NOT NULL CHECK (typeof(width) = 'integer' AND width > 0),  -- px
    height INTEGER NOT NULL CHECK (typeof(height) = 'integer' AND height > 0),  -- px
    added_at TEXT NOT NULL,  -- UTC
    data BLOB NOT NULL CHECK (typeof(data) = 'blob')  -- the JPEG or PNG file itself
);
INSERT INTO "picture" VALUES('8d2caff04ed71b68f2a493a0ea27973052201c3471d03e6f72df07064e27563a','image/png',4,3,'2031-02-10T08:30:00+00:00',X'89504E470D0A1A0A0000000D49484452000000040000000308020000003B9639910000001449444154789C631489B261800126062480C20100190600B0EDA1F5450000000049454E44AE426082');
INSERT INTO "picture" VALUES('66b031699bfcd9f7bdf943c6e6343c15c6a74b8cc57f382e65ffc4a6bf552e1f','image/png',4,3,'2031-02-10T08:30:00+00:00',X'89504E470D0A1A0A0000000D49484452000000040000000308020000003B9639910000001449444154789C63DC2227C700034C0C480085030023E200F61017D8770000000049454E44AE426082');
INSERT INTO "picture" VALUES('a312cd2eef39363486fb8a9a57e7199f7543a473d9412e2dcc75efc5675a0d8d','image/png',4,3,'2031-02-12T07:15:00+00:00',X'89504E470D0A1A0A0000000D49484452000000040000000308020000003B9639910000001449444154789C6314A9B061800126062480C201001D5C00CE0BEC5FA30000000049454E44AE426082');
CREATE TABLE picture_use (  -- which pictures stand in an article's body; as long as they do, they stay
    article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    picture TEXT NOT NULL REFERENCES picture (sha256),
    PRIMARY KEY (article_id, picture)
) WITHOUT ROWID;
INSERT INTO "picture_use" VALUES('article-a','66b031699bfcd9f7bdf943c6e6343c15c6a74b8cc57f382e65ffc4a6bf552e1f');
INSERT INTO "picture_use" VALUES('article-a','8d2caff04ed71b68f2a493a0ea27973052201c3471d03e6f72df07064e27563a');
CREATE TABLE section (
    id TEXT NOT NULL PRIMARY KEY,
    issue_id TEXT NOT NULL REFERENCES issue (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (typeof(position) = 'integer' AND position >= 1),  -- within the issue
    label TEXT NOT NULL
);
INSERT INTO "section" VALUES('section-a','issue-a',1,'SỰ KIỆN NỔI BẬT');
INSERT INTO "section" VALUES('section-b','issue-a',2,'ĐỊNH HƯỚNG CHÍNH SÁCH');
INSERT INTO "section" VALUES('section-c','issue-c',1,'TIN VẮN');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX section_by_issue ON section (issue_id, position);
CREATE INDEX article_by_section ON article (section_id, position);
CREATE INDEX picture_use_by_picture ON picture_use (picture);
CREATE INDEX issue_cover_picture ON issue (cover_picture);
CREATE UNIQUE INDEX issue_in_use ON issue (year, number) WHERE deleted_at IS NULL;
COMMIT;
