"""Net, VAT and gross, at the right where sums stand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from leghorn_bench.domain.quote import Totals
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.money_edit import write_money


class TotalsShown(QWidget):
    """Three lines; a dash where there is no sum yet."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self._vat_name = words("", tone=Tone.QUIET)
        self._net, self._vat = words(""), words("")
        self._gross = words("", Size.TITLE)
        right = Qt.AlignmentFlag.AlignRight
        for row, (name, amount) in enumerate(
            (
                (words(_("Net"), tone=Tone.QUIET), self._net),
                (self._vat_name, self._vat),
                (words(_("Total"), Size.SECTION), self._gross),
            )
        ):
            grid.addWidget(name, row, 0, right)
            grid.addWidget(amount, row, 1, right)
        grid.setRowStretch(3, 1)
        self.show_totals(None)

    def show_totals(self, totals: Totals | None) -> None:
        """Show sums, or that there are none yet."""
        if totals is None:
            for label in (self._net, self._vat, self._gross):
                label.setText("—")
            self._vat_name.setText(_("VAT"))
            return
        rate = f"{totals.vat[0].rate.normalize():f}" if totals.vat else "0"
        self._vat_name.setText(_("VAT {rate} %").format(rate=rate))
        language = spoken()
        self._net.setText(f"{write_money(totals.net, language)} €")
        self._vat.setText(f"{write_money(totals.gross - totals.net, language)} €")
        self._gross.setText(f"{write_money(totals.gross, language)} €")
        self.setAccessibleName(
            _("Total {amount} euro").format(amount=write_money(totals.gross, language))
        )
