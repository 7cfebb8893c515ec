"""The style sheet, with @token@ for the colours of `theme.Colors`.

Qt mirrors some boxes in right-to-left windows and others not, so every box here is symmetric. No rule
names a bare QWidget: it would reach into the calendar and take the grey of its other-month days.
"""

from __future__ import annotations

_TEXTS = """
* { font-family: "Vazirmatn"; }
QMainWindow, QDialog, QWidget[look="page"] { background: @bg@; color: @text@; }
QToolTip { background: @toast@; color: @on_toast@; border: none; padding: 6px 8px; }
QLabel, QCheckBox, QRadioButton, QGroupBox { background: transparent; color: @text@; }
QLabel:disabled, QCheckBox:disabled, QRadioButton:disabled { color: @faint@; }
QLabel[look="h1"] { font-size: 19px; font-weight: 700; }
QLabel[look="h2"] { font-size: 15px; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="muted"] { color: @muted@; }
QLabel[look="small"] { color: @muted@; font-size: 12px; }
QLabel[look="error"] { color: @danger@; font-size: 12px; }
QLabel[look="doubt"] { color: @warn@; font-size: 12px; }
QLabel[look="kpi"] { font-size: 28px; font-weight: 700; }
QLabel[look="problem"] { background: @danger_s@; color: @danger@; border: 1px solid @danger@; border-radius: 9px;
    padding: 8px 12px; }
QLabel[look="badge"] { border-radius: 11px; padding: 2px 10px; font-size: 12px; font-weight: 500; }
QLabel[tone="primary"] { background: @primary_s@; color: @primary@; }
QLabel[tone="info"] { background: @info_s@; color: @info@; }
QLabel[tone="ok"] { background: @ok_s@; color: @ok@; }
QLabel[tone="warn"] { background: @warn_s@; color: @warn@; }
QLabel[tone="danger"] { background: @danger_s@; color: @danger@; }
QLabel[tone="muted"] { background: @muted_s@; color: @muted@; }
"""

_FRAMES = """
QFrame[look="card"] { background: @card@; border: 1px solid @line@; border-radius: 14px; }
QFrame[look="card"][tone="warn"] { background: @warn_s@; border-color: @warn@; }
QFrame[look="card"][picked="true"] { border: 2px solid @primary@; }
QFrame[look="popup"] { background: @card@; border: 1px solid @line2@; }
QFrame[look="line"] { background: @line@; border: none; }
QFrame[look="topbar"] { background: @card@; border: none; border-bottom: 1px solid @line@; }
QFrame[look="toast"] { background: @toast@; border: none; border-radius: 12px; }
QFrame[look="toast"] QLabel { color: @on_toast@; }
QFrame[look="toast"] QPushButton { background: transparent; color: @toast_link@; border: 2px solid transparent;
    border-radius: 8px; padding: 3px 10px; font-weight: 700; }
QFrame[look="toast"] QPushButton:focus { border-color: @toast_link@; }
QFrame[look="rail"] { background: @rail@; border: none; }
QFrame[look="rail"] QLabel { color: #ffffff; }
QFrame[look="rail"] QLabel[look="small"] { color: @rail_t@; }
QFrame[look="rail"] QLabel[look="mark"], QFrame[look="rail"] QLabel[look="large-mark"] { background: @brand@;
    color: @on_brand@; font-weight: 700; }
QLabel[look="mark"] { border-radius: 11px; font-size: 19px; }
QLabel[look="large-mark"] { border-radius: 16px; font-size: 28px; }
QFrame[look="rail"] QToolButton { color: @rail_t@; background: transparent; border: 2px solid transparent;
    border-radius: 9px; padding: 1px 10px; font-size: 14px; text-align: left; }
QFrame[look="rail"] QToolButton:hover, QFrame[look="rail"] QToolButton:checked { background: @rail_sel@;
    color: #ffffff; }
QFrame[look="rail"] QToolButton:checked { font-weight: 600; }
QFrame[look="rail"] QToolButton[look="heading"], QFrame[look="rail"] QToolButton[look="heading"]:checked {
    background: transparent; color: @rail_t@; font-size: 11px; font-weight: 600; padding: 0 6px; }
QFrame[look="rail"] QToolButton[look="heading"]:hover { color: #ffffff; }
QFrame[look="rail"] QToolButton[look="foot"] { padding: 0; }
QFrame[look="rail"] QToolButton:focus, QFrame[look="rail"] QToolButton[look="heading"]:focus {
    border-color: @rail_ring@; }
QFrame[look="rail"] QScrollBar:vertical { width: 6px; margin: 0 1px; }
QFrame[look="rail"] QScrollBar::handle { background: @rail_sel@; border-radius: 2px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[look="scrolled"] { background: transparent; }
QSplitter::handle { background: transparent; }
QStatusBar { background: @card@; color: @muted@; border-top: 1px solid @line@; }
QStatusBar::item { border: none; }
QGroupBox { border: 1px solid @line@; border-radius: 12px; margin-top: 12px; padding: 14px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; padding: 0 8px; }
"""

_FIELDS = """
QLineEdit, QComboBox, QTextEdit, QPlainTextEdit, QAbstractSpinBox { background: @field@; color: @text@;
    border: 1px solid @line2@; border-radius: 9px; padding: 7px 10px; selection-background-color: @primary@;
    selection-color: @on_primary@; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 24px; max-height: 24px; }
QTextEdit { padding: 4px 6px; }
QLineEdit:hover, QComboBox:hover, QTextEdit:hover { border-color: @faint@; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus { border: 2px solid @primary@;
    padding: 6px 9px; }
QTextEdit:focus { border: 2px solid @primary@; padding: 3px 5px; }
QLineEdit[invalid="true"], QComboBox[invalid="true"], QPlainTextEdit[invalid="true"] { border: 2px solid @danger@;
    padding: 6px 9px; background: @danger_s@; }
QTextEdit[invalid="true"] { border: 2px solid @danger@; padding: 3px 5px; background: @danger_s@; }
QLineEdit[doubtful="true"], QComboBox[doubtful="true"], QTextEdit[doubtful="true"] { border-color: @warn@; }
QLineEdit:disabled, QComboBox:disabled, QTextEdit:disabled, QLineEdit:read-only { background: @alt@; color: @muted@; }
QLineEdit[look="search"] { background: @bg@; border-color: transparent; border-radius: 18px; padding: 7px 14px; }
QLineEdit[look="search"]:focus { border: 2px solid @primary@; background: @field@; padding: 6px 13px; }
QLineEdit[look="inner"], QLineEdit[look="inner"]:focus, QLineEdit[look="inner"][invalid="true"] {
    border: none; background: transparent; padding: 2px 4px; }
QFrame[look="field"] { background: @field@; border: 1px solid @line2@; border-radius: 9px; }
QFrame[look="field"][focused="true"] { border: 2px solid @primary@; }
QFrame[look="field"][invalid="true"] { border: 2px solid @danger@; background: @danger_s@; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url(@images@/chevron-down.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView, QListView[look="popup"] { background: @card@; color: @text@; border: 1px solid @line2@;
    padding: 4px; outline: 0; selection-background-color: @primary_s@; selection-color: @primary@; }
QListView[look="popup"]::item { min-height: 34px; border-radius: 6px; }
QListView[look="popup"]::item:selected, QListView[look="popup"]::item:hover { background: @primary_s@;
    color: @primary@; }
QListView[look="cards"] { background: transparent; border: none; outline: 0; }
QListView[look="thumbnails"] { background: transparent; color: @muted@; border: 2px solid transparent;
    border-radius: 9px; outline: 0; }
QListView[look="thumbnails"]:focus { border: 2px solid @primary@; }
QListView[look="thumbnails"]::item { border: 2px solid transparent; border-radius: 8px; padding: 4px 2px; }
QListView[look="thumbnails"]::item:hover { background: @hover@; }
QListView[look="thumbnails"]::item:selected { background: @primary_s@; color: @primary@; }
QListView[look="checks"] { background: @field@; color: @text@; border: 1px solid @line2@; border-radius: 9px;
    padding: 4px; outline: 0; }
QListView[look="checks"]:focus { border: 2px solid @primary@; padding: 3px; }
QListView[look="checks"][invalid="true"] { border: 2px solid @danger@; background: @danger_s@; padding: 3px; }
QListView[look="checks"]::item { min-height: 30px; border-radius: 6px; }
QListView[look="checks"]::item:selected { background: @primary_s@; color: @text@; }
QSpinBox::up-button, QSpinBox::down-button { border: none; width: 20px; background: transparent; }
QSpinBox::up-arrow { image: url(@images@/chevron-up.svg); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url(@images@/chevron-down.svg); width: 12px; height: 12px; }
QCheckBox, QRadioButton { spacing: 8px; padding: 4px; border: 2px solid transparent; border-radius: 7px; }
QCheckBox:focus, QRadioButton:focus { border-color: @primary@; }
QCheckBox::indicator, QListView[look="checks"]::indicator { width: 16px; height: 16px; border: 1px solid @faint@;
    border-radius: 5px; background: @field@; }
QCheckBox::indicator:checked, QListView[look="checks"]::indicator:checked { background: @primary@;
    border-color: @primary@; image: url(@images@/check.svg); }
QCheckBox::indicator:indeterminate { background: @primary@; border-color: @primary@; image: url(@images@/minus.svg); }
QCheckBox::indicator:disabled { background: @alt@; border-color: @line2@; }
QRadioButton::indicator { width: 12px; height: 12px; border: 2px solid @faint@; border-radius: 8px;
    background: @field@; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @primary@; background: @field@; }
"""

_BUTTONS = """
QPushButton { background: @card@; color: @text@; border: 1px solid @line2@; border-radius: 9px; padding: 8px 18px;
    min-height: 22px; }
QPushButton:hover { background: @hover@; }
QPushButton:pressed { background: @line@; }
QPushButton:focus { border: 2px solid @primary@; padding: 7px 17px; }
QPushButton:disabled { color: @faint@; background: @alt@; border-color: @line@; }
QPushButton[look="primary"] { background: @primary@; color: @on_primary@; border-color: @primary@; font-weight: 600; }
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed { background: @primary_h@;
    border-color: @primary_h@; }
QPushButton[look="primary"]:focus { border: 2px solid @text@; }
QPushButton[look="primary"]:disabled { background: @line2@; color: @muted@; border-color: @line2@; }
QPushButton[look="danger"] { color: @danger@; border-color: @danger@; }
QPushButton[look="danger"]:hover { background: @danger_s@; }
QPushButton[look="danger"]:focus { border: 2px solid @danger@; background: @danger_s@; }
QPushButton[look="link"] { background: transparent; border: 2px solid transparent; color: @primary@; padding: 4px 8px;
    font-weight: 600; }
QPushButton[look="link"]:hover { background: @primary_s@; }
QPushButton[look="link"]:focus { border-color: @primary@; padding: 4px 8px; }
QPushButton[look="chip"] { border-radius: 15px; padding: 4px 14px; color: @muted@; }
QPushButton[look="chip"]:hover { color: @text@; }
QPushButton[look="chip"]:focus { border: 2px solid @primary@; padding: 3px 13px; }
QPushButton[look="chip"]:checked { background: @primary_s@; color: @primary@; border-color: @primary@;
    font-weight: 600; }
QPushButton[look="chip"]:checked:focus { border: 2px solid @text@; }
QPushButton[look="chip"][invalid="true"] { border-color: @danger@; background: @danger_s@; }
QPushButton[look="tag"] { border: 1px solid transparent; border-radius: 12px; padding: 1px 8px; min-height: 18px;
    background: @primary_s@; color: @primary@; font-size: 13px; }
QPushButton[look="tag"]:focus { border: 2px solid @primary@; padding: 0 7px; }
QToolButton[look="ghost"] { background: transparent; border: 2px solid transparent; border-radius: 9px; padding: 6px; }
QToolButton[look="ghost"]:hover, QToolButton[look="ghost"]:checked { background: @hover@; }
QToolButton[look="ghost"]:focus { border-color: @primary@; }
QToolButton[look="small-ghost"] { background: transparent; border: 2px solid transparent; border-radius: 7px;
    padding: 0; }
QToolButton[look="small-ghost"]:hover { background: @hover@; }
QToolButton[look="small-ghost"]:focus { border-color: @primary@; }
QToolButton[look="ghost"]::menu-indicator { image: none; }
"""

_LISTS = """
QTableView[look="grid"] { background: @card@; alternate-background-color: @alt@; color: @text@; border: none;
    gridline-color: transparent; outline: 0; selection-background-color: @primary_s@; selection-color: @text@; }
QTableView[look="grid"]::item { padding: 0 10px; border-bottom: 1px solid @line@; }
QTableView[look="grid"]::item:selected { background: @primary_s@; color: @text@; }
QHeaderView { background: @card@; }
QHeaderView::section { background: @card@; color: @muted@; border: none; border-bottom: 1px solid @line2@;
    padding: 9px 12px; font-weight: 600; }
QHeaderView::section:hover { color: @primary@; }
QHeaderView::up-arrow { image: url(@images@/chevron-up.svg); width: 12px; height: 12px;
    subcontrol-position: center right; }
QHeaderView::down-arrow { image: url(@images@/chevron-down.svg); width: 12px; height: 12px;
    subcontrol-position: center right; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: @line2@; border-radius: 3px; min-height: 36px; min-width: 36px; }
QScrollBar::handle:hover { background: @faint@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; padding: 8px 14px;
    color: @muted@; }
QTabBar::tab:hover { color: @text@; }
QTabBar::tab:selected { color: @primary@; border-bottom-color: @primary@; font-weight: 600; }
QTabBar::tab:focus { background: @hover@; }
QTabWidget::pane { border: none; }
QMenu { background: @card@; color: @text@; border: 1px solid @line2@; padding: 6px; }
QMenu::item { padding: 7px 22px; border-radius: 6px; }
QMenu::item:selected { background: @primary_s@; color: @primary@; }
QMenu::item:disabled { color: @faint@; }
QMenu::separator { height: 1px; background: @line@; margin: 5px 8px; }
QProgressBar { background: @line@; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: @primary@; border-radius: 4px; }
QCalendarWidget { min-width: 300px; min-height: 270px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @card@; border-bottom: 1px solid @line@; }
QCalendarWidget QToolButton { color: @text@; background: transparent; border: 2px solid transparent;
    border-radius: 7px; padding: 4px 8px; font-weight: 700; }
QCalendarWidget QToolButton:hover { background: @hover@; }
QCalendarWidget QToolButton:focus { border-color: @primary@; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView { background: @card@; alternate-background-color: @card@;
    selection-background-color: @primary@; selection-color: @on_primary@; outline: 0; border: none; }
"""

TEMPLATE = _TEXTS + _FRAMES + _FIELDS + _BUTTONS + _LISTS
