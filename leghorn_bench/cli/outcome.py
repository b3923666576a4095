"""``outcome``: what the policy does with a coverage and an origin (POLICY §4)."""

from argparse import ArgumentParser, Namespace

from leghorn_bench.cli.output import answer
from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.policy import Payer, consequence
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word


def arguments(parser: ArgumentParser) -> None:
    """Two words of the policy."""
    parser.add_argument(
        "--coverage", required=True, choices=[known.value for known in Coverage], metavar=_("WORD"),
        help=_("coverage of the device: {words}").format(words=" ".join(Coverage)),
    )  # fmt: skip
    parser.add_argument(
        "--origin", required=True, choices=[known.value for known in Origin], metavar=_("WORD"),
        help=_("origin of the fault: {words}").format(words=" ".join(Origin)),
    )  # fmt: skip


def run(options: Namespace, _settings: BenchSettings) -> None:
    """Print the consequence."""
    found = consequence(Coverage(options.coverage), Origin(options.origin))
    facts = {
        "outcomes": found.outcomes,
        "return_shipping": found.return_shipping,
        "reimburse_inbound": found.reimburse_inbound,
    }
    answer(
        options,
        facts,
        [
            *(word(outcome, spoken()) for outcome in found.outcomes),
            _("The company pays the return shipment.")
            if found.return_shipping is Payer.COMPANY
            else _("The customer pays the return shipment."),
            _("The inbound shipment is reimbursed.")
            if found.reimburse_inbound
            else _("The inbound shipment is not reimbursed."),
        ],
    )
