"""Pictures that a Markdown issue names: found, prepared once, kept inside the folder."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

import pytest

from bulletin_editor.importers.markdown import read_markdown
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.picture_file import PictureFile
from hostile_pictures import png_claiming
from issue_strategies import PICTURES, id_counter

FRONT_MATTER = "---\nnumber: 7\nyear: 2026\nfrom: 2026-02-09\nto: 2026-02-15\n---\n"
IMAGE = "![](anh.png)\n"


def fence(content: str) -> str:
    return f":::{{pictures}}\n{content}:::\n"


def test_a_row_with_alternative_texts_caption_and_credit(read_body) -> None:
    lines = "![Cầu *mới* \\[1\\]](anh.png)\n![](<ảnh 2.jpg>)\nHai ảnh\ncủa **xã**.\n:credit: Lò Thị B\n"
    (row,) = read_body(fence(lines))

    assert [picture.alt for picture in row.pictures] == ["Cầu mới [1]", ""]
    assert [PICTURES[picture.sha256].suffix for picture in row.pictures] == [".png", ".jpg"]
    assert (row.caption, row.credit) == ("Hai ảnh của xã.", "Lò Thị B")


def test_a_path_with_a_coded_space_is_found(read_body) -> None:
    (row,) = read_body(fence("![](%E1%BA%A3nh%202.jpg)\n"))

    assert PICTURES[row.pictures[0].sha256].suffix == ".jpg"


def test_a_file_name_of_decomposed_letters_is_found(folder: Path, read_body) -> None:
    name = unicodedata.normalize("NFD", "ảnh.png")
    shutil.copy(folder / "anh.png", folder / name)

    assert len(read_body(fence(f"![]({name})\n"))) == 1


def test_a_file_is_prepared_once_and_equal_files_are_one_picture(folder: Path) -> None:
    shutil.copy(folder / "anh.png", folder / "lai.png")
    images = "".join(f"![]({name})\n" for name in ("anh.png", "./anh.png", "lai.png"))
    path = folder / "so-07.md"
    front_matter = (
        "---\nnumber: 7\nyear: 2026\nfrom: 2026-02-09\nto: 2026-02-15\ncover_picture: anh.png\n---\n"
    )
    path.write_text(front_matter + "# TIN\n## Bài\n\n" + fence(images), encoding="utf-8")
    prepared: list[str] = []

    def prepare(data: bytes, *, name: str) -> PictureFile:
        prepared.append(name)
        return prepare_picture(data, name=name)

    got = read_markdown(path, new_id=id_counter(), prepare=prepare)

    assert prepared == ["anh.png", "lai.png"]
    assert len(got.pictures) == 1
    assert {picture.sha256 for picture in got.issue.pictures} == {got.pictures[0].sha256}


@pytest.mark.parametrize(
    "name",
    [
        "../ngoai.png",
        "a/../../ngoai.png",
        "%2e%2e/ngoai.png",
        "..\\ngoai.png",
        "C:\\ngoai.png",
        "C:ngoai.png",
        "\\\\may\\ngoai.png",
        "https://example.org/ngoai.png",
        "noi/ngoai.png",
    ],
)
def test_a_picture_outside_the_folder_is_refused(folder: Path, body_refusal, name: str) -> None:
    shutil.copy(folder / "anh.png", folder.parent / "ngoai.png")
    (folder / "noi").symlink_to(folder.parent)

    assert body_refusal(fence(f"![](<{name}>)\n".replace("\\", "\\\\"))) == ("markdown.picture-outside", 2)


def test_an_absolute_path_is_refused_even_into_the_folder(folder: Path, body_refusal) -> None:
    assert body_refusal(fence(f"![]({folder}/anh.png)\n")) == ("markdown.picture-outside", 2)


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ("![](mat.jpg)\n", "markdown.picture-missing", 2),
        ("![](noi-khac)\n", "markdown.picture-missing", 2),
        ("![]()\n", "markdown.picture-missing", 2),
        (f"![]({'x' * 5000}.jpg)\n", "markdown.picture-missing", 2),
        (IMAGE * 5, "markdown.too-many-pictures", 6),
        ("Chỉ có chữ.\n", "markdown.no-picture", 2),
        (IMAGE + "Chú thích ![x](anh.png)\n", "markdown.picture-in-text", 3),
        (IMAGE + "\n- x\n", "markdown.misplaced-block", 4),
        (IMAGE + ":author: x\n", "markdown.unknown-field", 3),
        (IMAGE + "![](khong-phai-anh.jpg)\n", "picture.not-a-picture", 3),
        (IMAGE + "![](cut.png)\n", "picture.truncated", 3),
        (IMAGE + "![](bom.png)\n", "picture.too-large", 3),
    ],
)
def test_a_wrong_row_is_refused_with_its_line(
    folder: Path, body_refusal, content: str, code: str, line: int
) -> None:
    (folder / "noi-khac").mkdir()
    (folder / "khong-phai-anh.jpg").write_text("Đây là chữ.", encoding="utf-8")
    (folder / "cut.png").write_bytes((folder / "anh.png").read_bytes()[:-30])
    (folder / "bom.png").write_bytes(png_claiming(50_000, 50_000))

    found_code, found_line = body_refusal(fence(content))

    assert found_code == code
    assert found_line == line
