"""The walk over an issue: makes the printout that both prints are made from."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace

from bulletin_editor.errors import ExportError
from bulletin_editor.export.composed_blocks import composed_block
from bulletin_editor.export.composed_text import words
from bulletin_editor.export.lengths import POINTS_PER_MM
from bulletin_editor.export.picture_fit import Framer, Shape, fitted
from bulletin_editor.export.pictures import picture_path, require_pictures
from bulletin_editor.export.printout import (
    Line,
    PrintedArticle,
    PrintedCover,
    PrintedCoverLine,
    PrintedPicture,
    Printout,
)
from bulletin_editor.export.template import EMBLEM, Template
from bulletin_editor.export.template_settings import DensityStep, TemplateSettings
from bulletin_editor.model import derived
from bulletin_editor.model.agency import Agency, Imprint, ImprintProfile
from bulletin_editor.model.issue import Article, Issue
from bulletin_editor.model.picture_file import PictureFile


def compose(
    issue: Issue,
    agency: Agency,
    template: Template,
    pictures: Mapping[str, PictureFile],
    picture_scales: Mapping[str, float] = MappingProxyType({}),
) -> Printout:
    """Return `issue` as it will be printed with `template`.

    `picture_scales` gives, for the anchors of articles that are to be shorter, the share of the usual height
    that their pictures get.

    Raises:
        ExportError: a picture of the issue or the agency's emblem is not among `pictures`.
    """
    require_pictures(issue, pictures)
    anchors = article_anchors(issue)
    return Printout(
        language=template.settings.language,
        title=derived.document_title(issue, agency),
        author=agency.masthead.agency,
        subject=derived.period_line(issue.period),
        keywords=tuple(section.label for section in issue.sections if section.articles),
        running_title=words(agency.masthead.running_title),
        running_line=words(derived.running_line(issue)),
        links=tuple(words(link, link=link) for link in agency.masthead.links),
        cover=_cover(issue, agency, template, pictures, anchors),
        articles=_articles(issue, template.settings, pictures, anchors, picture_scales),
        imprint=_imprint(agency),
    )


def article_anchors(issue: Issue) -> dict[str, str]:
    """Return the names by which links find the articles of `issue`, by their ids.

    They are numbered in reading order: an id may hold what a bookmark of Word or a label of Typst may not.
    """
    articles = (article for section in issue.sections for article in section.articles)
    return {article.id: f"bai-{number}" for number, article in enumerate(articles, 1)}


def _cover(
    issue: Issue,
    agency: Agency,
    template: Template,
    pictures: Mapping[str, PictureFile],
    anchors: Mapping[str, str],
) -> PrintedCover:
    settings = template.settings
    entries = derived.cover_entries(issue)
    return PrintedCover(
        emblem=_emblem(agency, settings, pictures),
        parent_agency=words(agency.masthead.parent_agency),
        agency=words(agency.masthead.agency),
        badge=words(derived.number_line(issue.key).upper()),
        title=words(agency.masthead.title),
        subtitle=tuple(words(line) for line in agency.masthead.subtitle),
        period=words(derived.period_line(issue.period)),
        picture=_cover_picture(issue, settings, pictures),
        slogan=tuple(words(line) for line in issue.slogan),
        contents_title=words("TRONG SỐ NÀY"),
        page_label="tr.",
        lines=tuple(
            PrintedCoverLine(
                number=f"{entry.number:02}", text=words(entry.text), anchor=anchors[entry.article_id]
            )
            for entry in entries
        ),
        density=cover_density(issue, settings).name,
    )


def _emblem(
    agency: Agency, settings: TemplateSettings, pictures: Mapping[str, PictureFile]
) -> PrintedPicture:
    side = settings.cover.emblem
    emblem = agency.masthead.emblem
    if emblem is None:
        return PrintedPicture(sha256="", file=EMBLEM, alt="", width=side, height=side)
    if emblem.sha256 not in pictures:
        raise ExportError("export.missing-emblem", picture=emblem.sha256)
    picture = pictures[emblem.sha256]
    scale = side / max(picture.width, picture.height)
    return PrintedPicture(
        sha256=picture.sha256,
        file=picture_path(picture),
        alt=emblem.alt or agency.masthead.agency,
        width=picture.width * scale,
        height=picture.height * scale,
    )


def _cover_picture(
    issue: Issue, settings: TemplateSettings, pictures: Mapping[str, PictureFile]
) -> PrintedPicture | None:
    if issue.cover_picture is None:
        return None
    file = pictures[issue.cover_picture.sha256]
    shape = Shape(file.width, file.height, issue.cover_picture.focus)
    return fitted(shape, *cover_frame(issue, settings)).of(file, derived.cover_alt_text(issue))


def cover_frame(issue: Issue, settings: TemplateSettings) -> tuple[float, float]:
    """Return width and height in mm of the cover picture: lower above contents that are set densely."""
    cover = settings.cover
    dense = cover_density(issue, settings).name == "dense"
    return settings.page.width, cover.dense_picture_height if dense else cover.picture_height


def cover_density(issue: Issue, settings: TemplateSettings) -> DensityStep:
    """Return the first way to set the cover's contents that should fit its room on the page.

    An estimate from the number of characters: what does not fit after all goes on to a second page.
    """
    texts = [entry.text for entry in derived.cover_entries(issue)]
    density = settings.cover.density
    room = settings.page.height - settings.page.bottom - density.above
    for step in density.steps:
        style = settings.styles[cover_line_style(step.name)]
        rows = sum(
            max(-(-len(text) // step.characters) * style.line, step.number) + step.gap for text in texts
        )
        if rows / POINTS_PER_MM <= room:
            return step
    return density.steps[-1]


def cover_line_style(density: str) -> str:
    """Return the paragraph style of the cover's contents at `density`."""
    return "cover_line" if density == "roomy" else f"cover_line_{density}"


def _articles(
    issue: Issue,
    settings: TemplateSettings,
    pictures: Mapping[str, PictureFile],
    anchors: Mapping[str, str],
    picture_scales: Mapping[str, float],
) -> tuple[PrintedArticle, ...]:
    printed: list[PrintedArticle] = []
    options = settings.options
    framer = Framer(settings.pictures, settings.page.text_width)
    for section in issue.sections:
        for place, article in enumerate(section.articles):
            anchor = anchors[article.id]
            scaled = replace(framer, scale=picture_scales.get(anchor, 1))
            opens_section = place == 0
            shows_tag = opens_section or options.repeat_section_tag
            printed.append(
                PrintedArticle(
                    anchor=anchor,
                    tag=words(derived.shown_label(section)) if shows_tag else (),
                    opens_section=opens_section,
                    new_page=options.article_per_page or not printed,
                    headline=words(derived.shown_headline(article)),
                    blocks=tuple(
                        composed_block(block, article, scaled, settings, pictures) for block in article.body
                    ),
                    byline=words(article.author),
                    source=_source_line(article),
                )
            )
    return tuple(printed)


def _source_line(article: Article) -> Line:
    source = article.source
    if not (source.name or source.url):
        return ()
    return words("Nguồn: ") + words(source.name or source.url, link=source.url)


def _imprint(agency: Agency) -> tuple[Line, ...]:
    """Return the lines of the imprint; none where no field of it is filled."""
    imprint = agency.imprint
    labelled = [("Địa chỉ", imprint.address), ("Điện thoại", imprint.phone), ("Email", imprint.email)]
    labelled += [
        ("Người chịu trách nhiệm nội dung", imprint.responsible_person),
        ("Ban biên tập", imprint.editorial_board),
    ]
    if imprint.profile is ImprintProfile.LICENSED:
        labelled += _licence(imprint)
    lines = [words(f"{label}: {value}") for label, value in labelled if value]
    if imprint.note:
        lines.append(words(imprint.note))
    return (words(agency.masthead.agency), *lines) if lines else ()


def _licence(imprint: Imprint) -> list[tuple[str, str]]:
    """Return what a licensed *bản tin* prints of its licence (Press Law 2016, article 34.1)."""
    number = imprint.licence_number
    if number and imprint.licence_date:
        number += f" ngày {derived.day(imprint.licence_date)}"
    return [
        ("Giấy phép xuất bản số", number),
        ("In tại", imprint.printer),
        ("Số lượng in", imprint.print_run),
        ("Kỳ hạn xuất bản", imprint.periodicity),
    ]
