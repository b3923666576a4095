"""The company's own data: entered once by an administrator, shared by all stations."""

from base64 import b64decode, b64encode
from dataclasses import asdict

from leghorn_bench.domain.party import NO_COMPANY, Address, Company, CompanyDataMissing
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.rights import Right
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.settings import setting, write_setting

KEY = "company"


def company_of(bench: Bench) -> Company:
    """The data on file; empty ones before they were entered."""
    kept = setting(bench.store, KEY)
    if kept is None:
        return NO_COMPANY
    facts = dict(kept)
    return Company(
        **{
            **facts,
            "address": Address(**facts["address"]),
            "logo": b64decode(facts["logo"]),
        }
    )


def company_is_known(bench: Bench) -> bool:
    """Whether the data on file are enough to issue a paper."""
    try:
        company_of(bench).require()
    except CompanyDataMissing:
        return False
    return True


def save_company(bench: Bench, company: Company) -> None:
    """Keep the company's data.

    Raises:
        NotAllowed: the operator is no administrator.
    """
    bench.require(Right.CHANGE_COMPANY)
    facts = asdict(company)
    facts["logo"] = b64encode(company.logo).decode()
    with act(bench, ActKind.EDITED, note=KEY) as done:
        write_setting(bench.store, KEY, facts, done.stamp)
