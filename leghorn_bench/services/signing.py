"""A second person stands by a judgement of misuse, since it makes somebody pay (POLICY §4)."""

from leghorn_bench.domain.case_errors import NothingAssessed, SameSigner
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.work import Signature
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.house_rules import house_rules
from leghorn_bench.services.parties import operator_name
from leghorn_bench.services.stepping import last_assessment
from leghorn_bench.store.records import add, read, select


def signatures_of(bench: Bench, assessment_id: int) -> list[Signature]:
    """Who stands by a judgement beside the one who made it, the first first."""
    return select(bench.store, Signature, "WHERE assessment_id = ? ORDER BY id", (assessment_id,))


def sign(bench: Bench, case_device_id: int) -> Signature:
    """Stand by the judgement of a device as a second person; signing twice changes nothing.

    Raises:
        NothingAssessed: there is no judgement yet.
        SameSigner: the operator made it.
    """
    device = read(bench.store, CaseDevice, case_device_id)
    judged = last_assessment(bench, case_device_id)
    if judged is None:
        raise NothingAssessed
    if judged.assessed_by == bench.operator.login:
        raise SameSigner(who=operator_name(bench, judged.assessed_by))
    for signature in signatures_of(bench, judged.id):
        if signature.who == bench.operator.login:
            return signature
    with act(bench, ActKind.SIGNED, case_id=device.case_id, case_device_id=device.id) as done:
        signed = Signature(assessment_id=judged.id, who=done.stamp.who, signed_at=done.stamp.at)
        return add(bench.store, signed, done.stamp)


def signature_lacks(bench: Bench, case_device_id: int) -> bool:
    """Whether the house asks for a second signature that is not there yet."""
    judged = last_assessment(bench, case_device_id)
    if judged is None or judged.origin != Origin.MISUSE.value:
        return False
    return house_rules(bench).second_signature and not signatures_of(bench, judged.id)
