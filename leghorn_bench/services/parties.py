"""Company, customers and devices in the form in which papers name them."""

from leghorn_bench.domain.papers.head import PaperDevice
from leghorn_bench.domain.party import Address, Company, Party
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.goods import Device, DeviceIdentifier, Product
from leghorn_bench.domain.records.parties import Customer, Operator, SalesRep
from leghorn_bench.domain.vat import regime_for
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.company import company_of
from leghorn_bench.store.records import read, select


def party_of(customer: Customer) -> Party:
    """A customer as papers name it; an empty VAT regime is derived (PAPERS §2.1)."""
    return Party(
        customer.code,
        seat_of(customer),
        vat_number=customer.vat_number,
        tax_code=customer.tax_code,
        contact=customer.contact,
        phone=customer.phone,
        email=customer.email,
        language=customer.language,
        vat_regime=regime_of(customer),
    )


def seat_of(customer: Customer) -> Address:
    """Where a customer is."""
    return Address(
        customer.name,
        customer.address,
        customer.postcode,
        customer.city,
        customer.province,
        customer.country,
    )


def regime_of(customer: Customer) -> str:
    """The VAT regime that a person chose for a customer, else what its seat and VAT number say."""
    return customer.vat_regime or regime_for(
        seat_of(customer), business=not customer.consumer, vat_number=customer.vat_number
    )


def rep_name(bench: Bench, rep_id: int | None) -> str:
    """The name of a sales rep; empty without one."""
    return read(bench.store, SalesRep, rep_id).name if rep_id is not None else ""


def operator_name(bench: Bench, login: str) -> str:
    """The name of who worked under ``login``; the login where nobody on file has it."""
    found = select(bench.store, Operator, "WHERE login = ?", (login,))
    return found[0].name if found else login


def issuing_company(bench: Bench) -> Company:
    """The company's own data, complete enough to issue a paper.

    Raises:
        CompanyDataMissing: naming the first datum that lacks.
    """
    company = company_of(bench)
    company.require()
    return company


def paper_device(bench: Bench, device: CaseDevice, language: str) -> PaperDevice:
    """A device of a case as papers name it: what was scanned while nobody knows what it is."""
    if device.device_id is None:
        return PaperDevice(device.scanned, "")
    return paper_unit(bench, device.device_id, language)


def paper_unit(bench: Bench, device_id: int, language: str) -> PaperDevice:
    """A unit as papers name it, its product in Italian or English."""
    unit = read(bench.store, Device, device_id)
    product = read(bench.store, Product, unit.product_id)
    epcs = select(
        bench.store,
        DeviceIdentifier,
        "WHERE device_id = ? AND kind = 'epc' ORDER BY id LIMIT 1",
        (device_id,),
    )
    english = product.name_en if language != "it" else ""
    return PaperDevice(
        unit.serial, english or product.name, product.code, epcs[0].value if epcs else ""
    )
