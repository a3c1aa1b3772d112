"""Tables of a PDF: as its rules show them, over pages too, and as the file tells them."""

from __future__ import annotations

import pytest

from bulletin_editor.importers.pdf.cells import text_of_cell
from bulletin_editor.importers.pdf.rules import Rule, Rules
from bulletin_editor.importers.pdf.table_pages import joined_over_pages
from bulletin_editor.importers.pdf.tables import FoundTables, tables_among
from bulletin_editor.importers.pdf.text_lines import TextLine
from bulletin_editor.model.blocks import Paragraph, Table
from bulletin_editor.model.rich_text import Run
from pdf_documents import LONG, OTHER, ReadTypst, rows_of, texts

RULED = "#set table(columns: 3)\n#table([Việc], [Tuần], [Người], [Đọc], [], [Lan và Mai], [Viết], [3], [Tú])"


def line(words: str, left: float, right: float, baseline: float, size: float = 10) -> TextLine:
    return TextLine(left, right, baseline, size, pieces=[(Run(text=""), words)])


@pytest.mark.parametrize("stroke", ["1pt", "(x: none, y: 1pt)"])
def test_rules_make_a_table(read_seen: ReadTypst, stroke: str) -> None:
    document = read_seen(f"{LONG}\n#set table(stroke: {stroke}, inset: (x: 15pt))\n{RULED}\n{OTHER}")
    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph]
    rows = [["Việc", "Tuần", "Người"], ["Đọc", "", "Lan và Mai"], ["Viết", "3", "Tú"]]
    assert rows_of(document.blocks[1]) == rows


def test_a_row_of_merged_cells_is_a_paragraph_over_its_table(read_seen: ReadTypst) -> None:
    merged = "#table(columns: 2, table.cell(colspan: 2)[Cả tuần, cả hai], [Đọc], [Viết], [Lan], [Mai])"
    document = read_seen(f"{LONG}\n{merged}")
    assert texts(document) == [LONG, "Cả tuần, cả hai"]
    assert rows_of(document.blocks[-1]) == [["Đọc", "Viết"], ["Lan", "Mai"]]


def test_text_between_rules_is_no_table(read_seen: ReadTypst) -> None:
    rule = "#line(length: 100%)"
    assert texts(read_seen(f"{rule}\n{LONG}\n{rule}\n{OTHER}\n{rule}")) == [LONG, OTHER]


def test_a_page_in_columns_with_rules_around_them_is_no_table(read_seen: ReadTypst) -> None:
    stories = [f"Phòng đọc thứ {place} {LONG} {OTHER}" for place in ("nhất", "hai", "ba", "tư")]
    cells = ", ".join(f"[{story}]" for story in stories)
    document = read_seen(f"#table(columns: 2, stroke: 1pt, {cells})")
    assert [text for text in texts(document) if text.startswith("Phòng")] == stories
    assert not any(isinstance(block, Table) for block in document.blocks)


def test_headings_over_text_in_each_column_make_no_table(read_seen: ReadTypst) -> None:
    story = f"#text(16pt)[Phòng đọc]\n\n{OTHER}"
    document = read_seen(f"#table(columns: 2, [{story}], [{story}], [{story}], [{story}])")
    assert texts(document) == ["Phòng đọc", OTHER] * 4


def test_a_cell_of_a_table_may_hold_a_long_text(read_seen: ReadTypst) -> None:
    (table,) = read_seen(f"#table(columns: (20pt, 100pt), [1], [{LONG}], [2], [{OTHER}])").blocks
    assert rows_of(table) == [["1", LONG], ["2", OTHER]]


def test_a_column_that_cannot_be_told_from_its_neighbour_makes_no_table() -> None:
    rules = Rules([Rule(height, 50, 300) for height in (120, 100, 80)], [])
    rows = [
        line("Việc", 60, 90, 105),
        line("3", 250, 260, 105),
        line("Đọc", 60, 95, 85),
        line("4", 250, 260, 85),
    ]
    (found,), _, rest = tables_among(rows, rules)
    assert (rows_of(found.table), rest) == ([["Việc", "3"], ["Đọc", "4"]], [])
    double = Rules(rules.across, [Rule(at, 80, 120) for at in (150, 156)])
    assert rows_of(tables_among(rows, double).tables[0].table) == [["Việc", "3"], ["Đọc", "4"]]
    crowded = [*rows, line("của", 92, 110, 105), line("Lan", 80, 110, 87)]
    assert tables_among(crowded, rules) == ([], [], crowded)


def test_cells_at_the_edge_of_a_page_are_no_page_numbers_or_running_lines(read_seen: ReadTypst) -> None:
    cells = ", ".join(f"[{number}], [Tấn], [{number * 7919 % 800}.000]" for number in range(1, 81))
    page = '#set page(margin: 20pt, header: [THƯ VIỆN], header-ascent: 0pt, numbering: "1")\n'
    document = read_seen(f"{page}#table(columns: 3, {cells})")
    rows = [row for block in document.blocks for row in rows_of(block)]
    assert [row[0] for row in rows] == [str(number) for number in range(1, 81)]
    assert {row[1] for row in rows} == {"Tấn"}
    assert all(row[2] for row in rows)


# ---- Over pages ----------------------------------------------------------------------------------------

PRICES = [
    [str(number), f"Sách loại {number}", "cuốn", f"{number * 7919 % 800}.000"] for number in range(1, 61)
]
HEAD = ["STT", "Tên sách", "Đơn vị", "Giá"]


def cells_in(rows: list[list[str]]) -> str:
    return ", ".join(f"[{cell}]" for row in rows for cell in row)


@pytest.mark.parametrize("stroke", ["1pt", "(x: none, y: 1pt)"])
def test_a_table_goes_on_over_pages(read_seen: ReadTypst, stroke: str) -> None:
    table = f"#table(columns: 4, stroke: {stroke}, inset: (x: 13pt), {cells_in([HEAD, *PRICES])})"
    document = read_seen(f"{LONG}\n{table}\n{OTHER}")
    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph]
    assert rows_of(document.blocks[1]) == [HEAD, *PRICES]


def test_a_repeated_head_comes_once_and_is_told(read_seen: ReadTypst) -> None:
    running = '#set page(header: [BẢN TIN], numbering: "1")\n'
    table = f"#table(columns: 4, table.header({cells_in([HEAD])}), {cells_in(PRICES)})"
    document = read_seen(running + table)
    (block,) = document.blocks
    assert rows_of(block) == [HEAD, *PRICES]
    (told,) = (note for note in document.notes if note.code == "pdf-repeated-lines")
    assert told.facts["lines"] == "BẢN TIN; STT; Tên sách; Đơn vị; Giá"


@pytest.mark.parametrize("head", [[], ["Ngày", "Trực"]], ids=["no head", "head"])
@pytest.mark.parametrize("days", range(7, 12))
def test_rows_that_are_equal_are_no_repeated_head(read_seen: ReadTypst, days: int, head: list[str]) -> None:
    rows = [
        [f"Ngày {number % days}", "Cả phòng" if number % days < 4 else f"Lan {number}"]
        for number in range(60)
    ]
    top = f"table.header({cells_in([head])}), " if head else ""
    blocks = read_seen(f"#table(columns: (100pt, 160pt), {top}{cells_in(rows)})").blocks
    found = [row for block in blocks for row in rows_of(block)]
    assert [row for row in found if row != head] == rows


def test_a_head_that_one_page_lacks_is_left_on_the_others(read_seen: ReadTypst) -> None:
    parts = [[HEAD, *PRICES[:14]], PRICES[14:29], [HEAD, *PRICES[29:40]]]
    tables = [f"#table(columns: (40pt, 100pt, 70pt, 70pt), rows: 24pt, {cells_in(rows)})" for rows in parts]
    blocks = read_seen("\n#pagebreak(weak: true)\n".join(tables)).blocks
    assert [row for block in blocks for row in rows_of(block)] == [row for rows in parts for row in rows]


def test_a_column_that_is_blank_on_one_page_is_still_there(read_seen: ReadTypst) -> None:
    rows = [[*row, "mới" if row[0] == "3" else ""] for row in PRICES]
    (block,) = read_seen(f"#table(columns: 5, {cells_in([[*HEAD, ''], *rows])})").blocks
    assert rows_of(block) == [[*HEAD, ""], *rows]


@pytest.mark.parametrize("rows", range(18, 26))
def test_a_single_row_on_the_next_page_belongs_to_its_table(read_seen: ReadTypst, rows: int) -> None:
    (block,) = read_seen(f"#table(columns: 4, {cells_in(PRICES[:rows])})").blocks
    assert rows_of(block) == PRICES[:rows]


@pytest.mark.parametrize("above", range(300, 380, 10))
def test_a_row_that_the_page_had_cut_is_one_again(read_seen: ReadTypst, above: int) -> None:
    rows = [HEAD, ["1", LONG, "cuốn", "5.000"], ["2", OTHER, "cuốn", "6.000"], ["3", "Sách", "cuốn", "7.000"]]
    table = f"#table(columns: (30pt, 90pt, 60pt, 60pt), {cells_in(rows)})"
    document = read_seen(f"Giá sách\n#v({above - 60}pt)\n{table}")
    assert [row for block in document.blocks[1:] for row in rows_of(block)] == rows


@pytest.mark.parametrize("rows", range(18, 26))
def test_a_sum_on_the_next_page_is_no_rest_of_a_row(read_seen: ReadTypst, rows: int) -> None:
    table = [HEAD, *PRICES[:rows], ["", "Cộng", "", "9.000"]]
    (block,) = read_seen(f"#table(columns: 4, {cells_in(table)})").blocks
    assert rows_of(block) == table


def test_rows_of_small_letters_are_rows_of_their_own(read_seen: ReadTypst) -> None:
    rows = [["bàn ghế", "bằng gỗ", "chiếc"]] * 60
    (block,) = read_seen(f"#table(columns: 3, {cells_in([HEAD[:3], *rows])})").blocks
    assert rows_of(block) == [HEAD[:3], *rows]


@pytest.mark.parametrize("between", ["Hết bảng.\n#pagebreak()", "#pagebreak()\nBảng hai."])
def test_a_line_between_two_tables_keeps_them_apart(read_seen: ReadTypst, between: str) -> None:
    look = "columns: (40pt, 100pt, 70pt, 70pt), rows: 24pt"
    first, second = (f"#table({look}, {cells_in(rows)})" for rows in (PRICES[:14], PRICES[14:20]))
    blocks = read_seen(f"#set block(spacing: 3pt)\n#v(20pt)\n{first}\n{between}\n{second}").blocks
    assert [rows_of(block) for block in blocks if isinstance(block, Table)] == [PRICES[:14], PRICES[14:20]]


@pytest.mark.parametrize(
    "between",
    ["#pagebreak()", f"#v(1fr)\n{OTHER}\n#pagebreak()", f"#pagebreak()\n{OTHER}"],
    ids=["room", "text above", "text below"],
)
def test_tables_on_two_pages_stay_two(read_seen: ReadTypst, between: str) -> None:
    first, second = (f"#table(columns: 4, {cells_in([HEAD, *rows])})" for rows in (PRICES[:3], PRICES[3:6]))
    blocks = read_seen(f"{first}\n{between}\n{second}").blocks
    tables = [rows_of(block) for block in blocks if isinstance(block, Table)]
    assert tables == [[HEAD, *PRICES[:3]], [HEAD, *PRICES[3:6]]]


def test_a_table_with_other_columns_on_the_next_page_is_another(read_seen: ReadTypst) -> None:
    even = f"#table(columns: (40pt, 100pt, 70pt, 70pt), rows: 24pt, {cells_in(PRICES[:14])})"
    other = f"#table(columns: (60pt, 90pt, 60pt, 70pt), {cells_in(PRICES[14:20])})"
    tables = read_seen(f"#v(20pt)\n{even}\n#pagebreak(weak: true)\n{other}").blocks
    assert list(map(rows_of, tables)) == [PRICES[:14], PRICES[14:20]]


def test_columns_that_are_one_when_pages_are_joined_keep_the_tables_apart() -> None:
    def page(
        top: float, sums: tuple[str, str], income: tuple[float, float], expense: tuple[float, float]
    ) -> FoundTables:
        first, second = top - 15, top - 35
        rows = [
            line("Bán vé", 60, 100, first),
            line(sums[0], *income, first),
            line("Mua sách", 60, 100, second),
            line(sums[1], *expense, second),
        ]
        return tables_among(rows, Rules([Rule(top - down, 50, 300) for down in (0, 20, 40)], []))

    pages = [
        page(140, ("9.000", "7.000"), (150, 170), (190, 230)),
        page(780, ("80.000", "6.000"), (150, 200), (215, 240)),
    ]
    assert joined_over_pages(pages, [842, 842]) == (pages, [])
    assert [len(each.table.header) for found in pages for each in found.tables] == [3, 3]


def test_the_same_form_on_each_page_is_kept_each_time(read_seen: ReadTypst) -> None:
    form = f"#table(columns: 4, rows: 24pt, {cells_in([HEAD, *PRICES[:14]])})"
    tables = read_seen("\n#pagebreak(weak: true)\n".join([form] * 2)).blocks
    assert list(map(rows_of, tables)) == [[HEAD, *PRICES[:14]]] * 2


# ---- What stands in a cell -----------------------------------------------------------------------------


def test_lines_of_a_cell_that_were_put_there_stay_lines(read_either: ReadTypst) -> None:
    left = "UBND TỈNH MẪU \\ *THƯ VIỆN TỈNH* \\ Số: 12/TVT-VP \\ V/v mở phòng đọc mới cho học sinh"
    right = "CỘNG HÒA \\ Độc lập \\ Mẫu, ngày 05 tháng 6 năm 2026"
    table = f"#table(columns: (110pt, 170pt), [{left}], [{right}], [1], [2])"
    (block,) = read_either(f"#set align(center)\n#set text(8pt)\n{table}").blocks
    assert rows_of(block)[0] == [
        "UBND TỈNH MẪU\nTHƯ VIỆN TỈNH\nSố: 12/TVT-VP\nV/v mở phòng đọc mới cho học sinh",
        "CỘNG HÒA\nĐộc lập\nMẫu, ngày 05 tháng 6 năm 2026",
    ]


@pytest.mark.parametrize("look", ["left", "center", "right", "left)\n#set par(justify: true"])
def test_lines_of_a_cell_that_its_width_had_cut_are_one(read_either: ReadTypst, look: str) -> None:
    words = ["Bàn ghế, kệ sách và máy tính của phòng đọc", OTHER, "số 45/QĐ-UBND năm 2026", LONG]
    (block,) = read_either(f"#set align({look})\n#table(columns: (60pt, 200pt), {cells_in([words])})").blocks
    assert rows_of(block) == [words[:2], words[2:]]


def test_points_in_a_cell_stay_lines(read_either: ReadTypst) -> None:
    cell = "Nơi nhận: \\ \\- Như trên; \\ \\- Lưu."
    (block,) = read_either(f"#table(columns: (120pt, 90pt), [{cell}], [Đã ký], [1], [2])").blocks
    assert rows_of(block)[0] == ["Nơi nhận:\n- Như trên;\n- Lưu.", "Đã ký"]


@pytest.mark.parametrize(
    ("below", "together"),
    [
        (line("sách mới", 0, 50, 88), True),
        (line("sách mới", 0, 50, 80), False),
        (line("sách mới", 0, 50, 88, size=8), False),
    ],
    ids=["rest", "far", "small"],
)
def test_lines_that_are_far_from_each_other_or_of_other_letters_stay_lines(
    below: TextLine, together: bool
) -> None:
    words = text_of_cell([line("Phòng đọc và kệ", 0, 100, 100), below]).plain
    assert words == f"Phòng đọc và kệ{' ' if together else chr(10)}sách mới"


@pytest.mark.parametrize(("count", "lines"), [(8, 2), (9, 1)])
def test_what_has_many_lines_in_a_cell_is_text(count: int, lines: int) -> None:
    full = [line("Phòng đọc và kệ", 0, 100, 300 - 12 * number) for number in range(1, count)]
    words = text_of_cell([line("Sách", 0, 25, 300), *full]).plain
    assert len(words.split("\n")) == lines


# ---- Files that tell what they hold --------------------------------------------------------------------


def test_a_table_has_its_cells_blank_ones_too(read_told: ReadTypst) -> None:
    table = "#table(columns: 3, [Việc], [Tuần], [Người], [Đọc], [], [Lan *và* Mai], [], [3], [])"
    (block,) = read_told(table).blocks
    assert isinstance(block, Table)
    rows = [[cell.plain for cell in row] for row in (block.header, *block.rows)]
    assert rows == [["Việc", "Tuần", "Người"], ["Đọc", "", "Lan và Mai"], ["", "3", ""]]


def test_a_caption_belongs_to_its_table(read_told: ReadTypst) -> None:
    (block,) = read_told("#figure(table(columns: 2, [a], [b], [c], [d]), caption: [Hai việc])").blocks
    assert isinstance(block, Table)
    assert "Hai việc" in block.caption
