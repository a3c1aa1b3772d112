"""Made-up issues of any size: the same random numbers give the same words and the same pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from bench.photographs import photograph
from bulletin_editor.model.blocks import (
    Block,
    BulletList,
    Callout,
    Lead,
    ListItem,
    NumberedList,
    Paragraph,
    Picture,
    PictureRow,
    PullQuote,
    Subheading,
    Table,
)
from bulletin_editor.model.issue import FIRST_SECTIONS, Article, Issue, IssueKey, Period, Section, Source
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.rich_text import RichText, Run, rich

_LAST_DAY = timedelta(days=6)

_WHO = (
    "Hợp tác xã chè vùng cao", "Tổ công nghệ số của bản", "Phòng quản lý chuyên ngành", "Nhóm kỹ sư trẻ",
    "Trung tâm đổi mới sáng tạo", "Trường phổ thông nội trú", "Ban chỉ đạo chuyển đổi số", "Bà con các xã",
)  # fmt: skip
_DOES = (
    "đưa vào dùng", "thử nghiệm", "bàn giao", "hướng dẫn sử dụng", "ký kết chuyển giao", "nhân rộng",
    "đánh giá lại", "giới thiệu",
)  # fmt: skip
_WHAT = (
    "trạm quan trắc nước tự động", "phần mềm truy xuất nguồn gốc", "máy sấy cà phê bằng năng lượng mặt trời",
    "quy trình nhân giống hoa ban", "bản đồ số về rừng phòng hộ", "lớp học trực tuyến về an toàn thông tin",
    "thiết bị tưới tiết kiệm 40% lượng nước", "kho dữ liệu mở của ngành",
)  # fmt: skip
_WHERE = (
    "ở Mường Ảng", "tại lòng chảo Mường Thanh", "ở các bản giáp biên", "trên những nương cao",
    "tại 18 xã vùng sâu", "ở chợ phiên Tủa Chùa",
)  # fmt: skip
_WHY = (
    "để giảm công lao động trong vụ tới", "nhằm nâng giá bán thêm 5.000 đồng mỗi cân",
    "sau hai năm nghiên cứu cùng các viện, trường", "theo kế hoạch số 27 của tỉnh",
    "với sự giúp sức của 12 doanh nghiệp", "và sẽ tổng kết trước ngày 30/11",
)  # fmt: skip


class GeneratedIssue(NamedTuple):
    """An issue, and its pictures as files, each once."""

    issue: Issue
    pictures: tuple[PictureFile, ...]


def generated_issue(
    random: Random,
    key: IssueKey,
    start: date,
    *,
    articles: int,
    pictures: int,
    take: Callable[[Random], PictureFile] = photograph,
) -> GeneratedIssue:
    """Make up the issue `key` of the week from `start` on, with every kind of block in it.

    Its articles fill about a page each; `pictures`, all different, are spread over them evenly, at
    most four to an article, and the first stands on the cover. `take` makes them.
    """
    files = [take(random) for _ in range(pictures)]
    shares = [files[place::articles] for place in range(articles)]
    written = [_article(random, f"{key}-{place}", share) for place, share in enumerate(shares, 1)]
    half = (articles + 1) // 2
    issue = Issue(
        id=f"so-{key}",
        key=key,
        period=Period(start=start, end=start + _LAST_DAY),
        slogan=("CÔNG NGHỆ ĐẾN TỪNG BẢN", "DỮ LIỆU MỞ LỐI VÙNG CAO"),
        cover_picture=Picture(sha256=files[0].sha256, alt=_sentence(random)) if files else None,
        sections=tuple(
            Section(id=f"muc-{key}-{place}", label=label, articles=tuple(part))
            for place, (label, part) in enumerate(
                zip(FIRST_SECTIONS, (written[:half], written[half:]), strict=True), 1
            )
        ),
    )
    return GeneratedIssue(issue, tuple(files))


def _article(random: Random, name: str, files: Sequence[PictureFile]) -> Article:
    pictures = tuple(Picture(sha256=file.sha256, alt=_sentence(random)) for file in files)
    row = (PictureRow(pictures=pictures, caption=_sentence(random), credit="Tổ biên tập"),) if files else ()
    return Article(
        id=f"bai-{name}",
        headline=" ".join(random.choice(parts) for parts in (_WHO, _DOES, _WHAT)).upper(),
        author="Tổ biên tập",
        source=Source(name="Trang tin của ngành", url=f"https://example.org/tin/{name}"),
        body=(
            Lead(paragraphs=(rich(_sentences(random, 2)),)),
            *row,
            _paragraph(random),
            Subheading(text=rich(f"Việc làm được {random.choice(_WHERE)}")),
            _special(random),
            _paragraph(random),
        ),
    )


def _special(random: Random) -> Block:
    """Return a block that is no plain paragraph, of one kind or another."""
    items = tuple(ListItem(text=rich(_sentence(random))) for _ in range(3))
    kinds: tuple[Block, ...] = (
        BulletList(items=items),
        NumberedList(items=items),
        Callout(paragraphs=(rich(_sentence(random)),)),
        PullQuote(paragraphs=(rich(_sentence(random)),), speaker=random.choice(_WHO)),
        _table(random),
    )
    return random.choice(kinds)


def _table(random: Random) -> Table:
    rows = tuple(
        (rich(where[0].upper() + where[1:]), rich(f"{random.randrange(10, 990)}")) for where in _WHERE[:4]
    )
    return Table(header=(rich("Địa bàn"), rich("Số hộ")), rows=rows, caption="Kết quả bước đầu")


def _paragraph(random: Random) -> Paragraph:
    """Return a paragraph with bold words and a link in it."""
    return Paragraph(
        text=RichText(
            runs=(
                Run(text=f"{_sentence(random)} Cách làm này được nêu trong "),
                Run(text="tài liệu hướng dẫn", link="https://example.org/tai-lieu"),
                Run(text=f". {_sentence(random)} Kết quả là "),
                Run(text=f"{random.randrange(20, 95)}% số hộ hài lòng", bold=True),
                Run(text="."),
            )
        )
    )


def _sentences(random: Random, count: int) -> str:
    return " ".join(_sentence(random) for _ in range(count))


def _sentence(random: Random) -> str:
    return " ".join(random.choice(parts) for parts in (_WHO, _DOES, _WHAT, _WHERE, _WHY)) + "."
