"""Where the month's report stands, in one line, with what can be done with it next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.domain.lifecycle import Transition
from desktop.domain.monthly_report import ACCEPTED, DRAFT, RETURNED, SENT, SIGNED
from desktop.domain.record import Row
from desktop.services.report_views import ReportDesk
from desktop.ui.screens.reports.looks import STATUS_LOOKS, moment
from desktop.ui.step_form import look_of
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.facts import Elided
from desktop.ui.widgets.labels import badge, set_badge
from desktop.ui.widgets.wording import digits, grouped, label_of, said

translate = QCoreApplication.translate


class StateStrip(QFrame):
    """Emits the step that is wanted; a signature has a signal of its own, since it asks otherwise."""

    sign_wanted = Signal()
    step_wanted = Signal(object)  # Transition
    version_wanted = Signal()
    proof_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.badge, self.sentence = badge(), Elided()
        self.sign = button(
            self.tr("امضا…"), self.sign_wanted.emit, icon_name="signature", look="primary", shortcut="Ctrl+Return"
        )
        self.version = button(self.tr("نسخهٔ تازه"), self.version_wanted.emit, icon_name="plus", look="primary")
        self.proof = button(self.tr("راستی‌آزمایی"), self.proof_wanted.emit, icon_name="search-check")
        self._inside = QHBoxLayout(self)
        self._inside.setContentsMargins(14, 8, 10, 8)
        self._inside.setSpacing(12)
        self._inside.addWidget(self.badge)
        self._inside.addWidget(self.sentence, 1)
        for deed in (self.sign, self.version, self.proof):
            self._inside.addWidget(deed)
        self.steps: list[QPushButton] = []

    def show_desk(self, desk: ReportDesk, steps: Sequence[Transition], *, newest: bool) -> None:
        """`steps` are those that this role may take; of an older version nothing but its proof is offered."""
        status = desk.report["status"] if desk.report else DRAFT
        set_badge(self.badge, label_of("report_status", status), STATUS_LOOKS[status][1])
        self.sentence.setText(_sentence(desk))
        signs = newest and any(step.target == SIGNED for step in steps)
        self.sign.setVisible(signs)
        self.version.setVisible(newest and status == RETURNED and desk.may_write)
        self.proof.setVisible(status != DRAFT)
        for shown in self.steps:
            self._inside.removeWidget(shown)
            shown.deleteLater()
        self.steps = []
        for place, step in enumerate(step for step in steps if newest and step.target != SIGNED):
            made = button(said(step.label), partial(self.step_wanted.emit, step), look=look_of(step, place))
            self._inside.addWidget(made)
            self.steps.append(made)


def _sentence(desk: ReportDesk) -> str:
    report = desk.report
    if report is None or report["status"] == DRAFT:
        if desk.blockers:
            waiting = QCoreApplication.translate(
                "Reports", "{n} چیز جلوی امضا را گرفته است؛ رقم‌ها با هر ثبت عوض می‌شوند."
            )
            return waiting.format(n=grouped(len(desk.blockers)))
        return translate("Reports", "آمادهٔ امضا؛ تا امضا نشود رقم‌ها با هر ثبت عوض می‌شوند.")
    return _told(report, desk.signer)


def _told(report: Row, signer: str) -> str:
    version = digits(str(report["version"]))
    signed = translate("Reports", "نسخهٔ {n}، امضای {name} در {at}").format(
        n=version, name=signer, at=moment(report["signed_at"])
    )
    if report["status"] == SENT:
        return signed + " · " + translate("Reports", "فرستاده در {at}").format(at=moment(report["sent_at"]))
    if report["status"] == ACCEPTED:
        return signed + " · " + translate("Reports", "پذیرفته در {at}").format(at=moment(report["decision_at"]))
    if report["status"] == RETURNED:
        return translate("Reports", "برگشت: {reason}").format(reason=report["return_reason"])
    return signed
