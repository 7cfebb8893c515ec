"""Colours, icons, labels and start-up."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap, QRawFont
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.sentences import SENTENCES
from desktop.system.paths import resource
from desktop.ui.widgets import theme
from desktop.ui.widgets.buttons import button, icon_button, tip
from desktop.ui.widgets.charts import BarChart, LineChart, Sparkline, axis_top
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.direction import ABSOLUTE, CENTER, LEFT, MIDDLE, RIGHT, TOP, digit_line
from desktop.ui.widgets.form_kit import Form
from desktop.ui.widgets.icons import icon, pixmap
from desktop.ui.widgets.labels import Avatar, Paragraph, badge, h1, icon_tile, label, set_badge
from desktop.ui.widgets.style_sheet import TEMPLATE
from desktop.ui.widgets.theme import DARK, LIGHT, Colors

LIGHT_MODULES = """
import sys
import desktop.ui.application, desktop.ui.widgets.labels, desktop.ui.widgets.buttons, desktop.ui.widgets.theme
heavy = {"sqlmodel", "pydantic", "sqlalchemy", "alembic", "reportlab", "PySide6.QtNetwork"} & set(sys.modules)
assert not heavy, heavy
"""

LEFT_TO_RIGHT = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from desktop.ui.application import make_application
app = make_application(["tests"], dark=None, language="en")
from desktop.ui.widgets.direction import digit_line
from desktop.ui.widgets.labels import h1
assert app.layoutDirection() == Qt.LayoutDirection.LeftToRight
assert h1("12").alignment() & Qt.AlignmentFlag.AlignLeft
assert digit_line(QLineEdit()).alignment() & Qt.AlignmentFlag.AlignLeft
"""


FOLLOWING = """
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from desktop.ui.application import make_application
from desktop.ui.widgets.theme import is_dark
desktop = QApplication([])
desktop.setPalette(QPalette(QColor("#222222")))
app = make_application(["tests"], dark=None)
assert is_dark()
app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)  # what the platform of the tests always tells
assert not is_dark()
"""


def shades(widget: QWidget) -> set[int]:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def contrast(front: str, back: str) -> float:
    def light(color: str) -> float:
        mixed = QColor(color)
        parts = [
            part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
            for part in (mixed.redF(), mixed.greenF(), mixed.blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    one, two = sorted((light(front), light(back)))
    return (two + 0.05) / (one + 0.05)


@pytest.mark.parametrize("table", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_its_ground(table: Colors) -> None:
    pairs = [
        (table.text, table.bg),
        (table.text, table.card),
        (table.text, table.primary_s),
        (table.text, table.hover),
        (table.muted, table.bg),
        (table.muted, table.card),
        (table.muted, table.primary_s),
        (table.on_primary, table.primary),
        (table.on_primary, table.primary_h),
        (table.primary, table.card),
        (table.danger, table.card),
        (table.danger, table.bg),
        (table.rail_t, table.rail),
        (table.on_toast, table.toast),
        (table.toast_link, table.toast),
    ]
    tones: list[theme.Tone] = ["primary", "info", "ok", "warn", "danger", "muted"]
    pairs += [(table.of(tone), table.soft(tone)) for tone in tones]
    weak = {(front, back): round(contrast(front, back), 2) for front, back in pairs if contrast(front, back) < 4.5}
    assert weak == {}


def test_the_style_sheet_leaves_no_token_unfilled() -> None:
    for table in (LIGHT, DARK):
        assert "@" not in theme.style_sheet(table, "images")


def test_the_style_sheet_draws_the_same_on_both_sides() -> None:
    for one_sided in ("padding-left", "padding-right", "margin-left", "margin-right", "border-left", "border-right"):
        assert one_sided not in TEMPLATE


@pytest.mark.parametrize("name", ["light", "dark"])
def test_nothing_is_blank_in_either_theme(name: str, form: Form, request: pytest.FixtureRequest) -> None:
    if name == "dark":
        request.getfixturevalue("dark")
    QApplication.processEvents()
    table = DARK if name == "dark" else LIGHT
    seen = shades(form)
    assert len(seen) > 40
    assert QColor(table.field).rgb() in seen
    assert QColor(LIGHT.bg if name == "dark" else DARK.bg).rgb() not in seen


def test_icons_take_the_colours_of_a_new_theme_by_themselves(qapp: QApplication) -> None:
    kept = icon("users")

    def ink() -> QColor:
        image = kept.pixmap(QSize(32, 32)).toImage()
        return max((image.pixelColor(x, y) for x in range(32) for y in range(32)), key=QColor.alpha)

    assert ink().name() == LIGHT.muted
    theme.apply(qapp, True)
    try:
        assert ink().name() == DARK.muted
    finally:
        theme.apply(qapp, False)


def test_icons_outlive_being_copied_and_changed(qapp: QApplication) -> None:
    for _ in range(50):
        copy = QIcon(icon("users"))
        copy.addPixmap(QPixmap(4, 4))
        gc.collect(0)
        assert not copy.pixmap(QSize(20, 20)).isNull()


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    blank = []
    for file in resource("icons").glob("*.svg"):
        image = pixmap(file.stem, "text", 24).toImage()
        if not any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)):
            blank.append(file.stem)
    assert blank == []


def test_digits_stand_at_the_right(qtbot: QtBot) -> None:
    made = label("۱۰۰٬۰۰۰")
    qtbot.addWidget(made)
    made.resize(400, 30)
    image = made.grab().toImage()
    ground = image.pixel(0, 0)
    inked = [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(image.height()))]
    assert min(inked) > 300


def test_a_paragraph_keeps_its_words_as_they_are(qtbot: QtBot) -> None:
    made = Paragraph("الف < ب & «ج»\nخط دوم")
    qtbot.addWidget(made)
    assert made.text() == "الف < ب & «ج»\nخط دوم"


def test_a_badge_changes_its_tone(qtbot: QtBot) -> None:
    made = badge("فعال", "ok")
    qtbot.addWidget(made)
    before = shades(made)
    set_badge(made, "فوری", "danger")
    assert made.text() == "فوری"
    assert QColor(LIGHT.danger_s).rgb() in shades(made)
    assert QColor(LIGHT.danger_s).rgb() not in before


def test_the_small_pieces_can_be_painted(qtbot: QtBot) -> None:
    for made in (Avatar("مریم"), icon_tile("users", "info"), h1("ساکنان"), button("ذخیره", icon_name="check")):
        qtbot.addWidget(made)
        assert len(shades(made)) > 3


def test_an_icon_alone_has_a_name_and_tells_its_key_in_latin(qtbot: QtBot) -> None:
    made = icon_button("search", "جست‌وجو", shortcut="Ctrl+F")
    qtbot.addWidget(made)
    assert made.accessibleName() == "جست‌وجو"
    assert "Ctrl+F" in made.toolTip()
    assert "F4" in tip("بستن", "Alt+F4")


def test_of_filter_chips_one_is_always_chosen(qtbot: QtBot) -> None:
    chips = ChipRow([("all", "همه"), ("open", "باز")], "وضعیت")
    qtbot.addWidget(chips)
    chips.choose(["all"])
    with qtbot.waitSignal(chips.changed, timeout=500):
        chips.chips()[1].click()
    assert chips.choice() == "open"
    chips.chips()[1].click()
    assert chips.choice() == "open"


def test_chips_wrap_and_ask_for_the_height_they_need(qtbot: QtBot) -> None:
    chips = ChipRow([(str(place), "متنی به درازای چند واژه") for place in range(8)], "چیزها")
    qtbot.addWidget(chips)
    chips.resize(420, 40)
    chips.show()
    QApplication.processEvents()
    assert chips.height() > 100
    assert chips.chips()[0].geometry().right() > chips.width() - 5


@pytest.mark.parametrize("kind", [BarChart, LineChart])
def test_a_chart_can_be_seen_and_heard(qtbot: QtBot, kind: type[BarChart] | type[LineChart]) -> None:
    chart = kind("حضور", "نفر")
    qtbot.addWidget(chart)
    chart.resize(400, 240)
    chart.set_data([], [])
    empty = shades(chart)
    chart.set_data(["مهر", "آبان", "آذر"], [420, None, 1510.5])
    assert shades(chart) != empty
    assert chart.accessibleName() == "حضور"
    assert chart.accessibleDescription() == "مهر: ۴۲۰ نفر، آبان: —، آذر: ۱٬۵۱۰٫۵ نفر"


def test_time_runs_from_right_to_left(qtbot: QtBot) -> None:
    chart = BarChart("حضور")
    qtbot.addWidget(chart)
    chart.resize(400, 240)
    chart.set_data(["مهر", "آبان"], [100, 50])
    image = chart.grab().toImage()
    old = [x for x in range(400) if image.pixelColor(x, 205) == QColor(LIGHT.bar)]
    new = [x for x in range(400) if image.pixelColor(x, 205) == QColor(LIGHT.bar_now)]
    assert min(old) > max(new)


@pytest.mark.parametrize(("values", "top"), [([702, None], 800), ([0.4], 0.4), ([], 1), ([1000], 1000), ([0, 0], 1)])
def test_the_axis_ends_at_a_round_number(values: list[float | None], top: float) -> None:
    assert axis_top(values) == pytest.approx(top)


def test_a_sparkline_needs_two_values(qtbot: QtBot) -> None:
    spark = Sparkline([3], "info", "روند")
    qtbot.addWidget(spark)
    assert len(shades(spark)) == 1
    spark.set_data([3, 4, 2])
    assert len(shades(spark)) > 3


def test_the_application_reads_from_right_to_left_in_persian(qapp: QApplication) -> None:
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert qapp.font().family() == "Vazirmatn"
    assert qapp.translate("QPlatformTheme", "Cancel") == "انصراف"


def test_the_pieces_of_the_first_window_load_nothing_heavy() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", LIGHT_MODULES], check=True, env=environment, timeout=60)


def test_every_letter_of_the_widgets_is_in_the_font(qapp: QApplication) -> None:
    """A letter borrowed from another font shifts its line, and looks different on every machine."""
    font = QRawFont.fromFont(qapp.font())
    texts = "".join(file.read_text("utf-8") for file in Path(theme.__file__).parent.glob("*.py"))
    texts += "".join(SENTENCES.values()) + "\u00a0\u200c\u200e\u2212٬٫٪"
    missing = {char for char in texts if char.isprintable() and not font.supportsCharacter(ord(char))}
    assert missing == set()


def test_it_also_reads_from_left_to_right() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", LEFT_TO_RIGHT], check=True, env=environment, timeout=60)


def test_nobodys_choice_of_a_theme_is_the_desktops_own() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", FOLLOWING], check=True, env=environment, timeout=60)


def test_the_numbers_that_spare_the_first_window_qts_names_are_qts_own(qapp: QApplication) -> None:
    flag, middle = Qt.AlignmentFlag, Qt.AlignmentFlag.AlignVCenter
    assert [
        found.value
        for found in (flag.AlignLeft, flag.AlignRight, flag.AlignAbsolute, flag.AlignTop, middle, flag.AlignCenter)
    ] == [LEFT, RIGHT, ABSOLUTE, TOP, MIDDLE, CENTER]
    text, paragraph, digits = label("12", selectable=True), Paragraph("12"), digit_line(QLineEdit())
    assert text.alignment() == paragraph.alignment() == flag.AlignRight | flag.AlignAbsolute | middle
    assert (text.textFormat(), paragraph.textFormat()) == (Qt.TextFormat.PlainText, Qt.TextFormat.RichText)
    selectable = Qt.TextInteractionFlag
    assert text.textInteractionFlags() == selectable.TextSelectableByMouse | selectable.TextSelectableByKeyboard
    assert text.focusPolicy() == Qt.FocusPolicy.ClickFocus
    assert digits.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert digits.alignment() == flag.AlignRight | flag.AlignAbsolute | middle
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_calls_without_an_answer_do_not_wear_none_out(qapp: QApplication) -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 20


def test_hovering_a_bar_tells_its_value(qtbot: QtBot) -> None:
    chart = BarChart("حضور", "نفر")
    qtbot.addWidget(chart)
    chart.resize(400, 240)
    chart.set_data(["مهر", "آبان"], [100, 50])
    chart.show()
    plain = chart.grab().toImage()
    qtbot.mouseMove(chart, chart.rect().center())
    assert chart._hot in (0, 1)
    assert chart.grab().toImage() != plain
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert chart._hot == -1
