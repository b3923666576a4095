"""Who may work here: added, changed and put aside by an administrator; logged in by badge."""

from dataclasses import replace

from leghorn_bench.domain.case_errors import BadgeTaken, LastAdministrator, TextMissing
from leghorn_bench.domain.identifiers import Kind, interpret
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.domain.rights import Right, Role
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.opening import login_for, operator_of_badge
from leghorn_bench.store.engine import Store
from leghorn_bench.store.records import add, read, save, select


def everybody(bench: Bench) -> list[Operator]:
    """Every operator, those put aside as well, by name."""
    return select(bench.store, Operator, "ORDER BY name, id")


def add_operator(bench: Bench, person: Operator) -> Operator:
    """Put a person on file; an empty login is made of the name.

    Raises:
        NotAllowed: the operator is no administrator.
        TextMissing: the person has no name or no role.
        BadgeTaken: another one has this badge.
        RecordExists: another one has this login.
    """
    bench.require(Right.MANAGE_OPERATORS)
    checked = _checked(bench, replace(person, login=person.login or login_for(person.name)))
    with act(bench, ActKind.EDITED, note=f"operator {checked.login}") as done:
        return add(bench.store, checked, done.stamp)


def change_operator(bench: Bench, person: Operator) -> Operator:
    """Change what is on file of a person; ``active=False`` puts the person aside.

    Raises:
        NotAllowed: the operator is no administrator.
        TextMissing: the person has no name or no role.
        BadgeTaken: another one has this badge.
        LastAdministrator: nobody could manage operators any more.
        RecordChanged: somebody changed it meanwhile.
    """
    bench.require(Right.MANAGE_OPERATORS)
    checked = _checked(bench, person)
    if not _manages(checked) and _manages(read(bench.store, Operator, person.id)):
        others = [one for one in everybody(bench) if one.id != person.id and _manages(one)]
        if not others:
            raise LastAdministrator(name=person.name)
    with act(bench, ActKind.EDITED, note=f"operator {checked.login}") as done:
        return save(bench.store, checked, done.stamp)


def _manages(person: Operator) -> bool:
    return person.active and Role.ADMINISTRATOR.value in person.roles


def _checked(bench: Bench, person: Operator) -> Operator:
    cleaned = replace(person, name=person.name.strip(), badge=person.badge.strip())
    if not cleaned.name or not cleaned.roles:
        raise TextMissing(what="name" if not cleaned.name else "role")
    if cleaned.badge:
        holders = select(
            bench.store, Operator, "WHERE badge = ? AND id <> ?", (cleaned.badge, cleaned.id)
        )
        if holders:
            raise BadgeTaken(badge=cleaned.badge, name=holders[0].name)
    return cleaned


def operator_scanned(store: Store, text: str) -> Operator | None:
    """Whose badge or printed label (LB:O:...) was scanned; None when it is nobody's at work.

    Raises:
        IdentifierRefused: the text cannot be an identifier.
    """
    reading = interpret(text)
    if reading.kind is Kind.OPERATOR:
        # Labels are read in capitals, whatever the login is written in.
        people = select(
            store,
            Operator,
            "WHERE active = ? AND (lower(login) = ? OR lower(badge) = ?) ORDER BY id",
            (True, *(reading.best.value.lower(),) * 2),
        )
        return people[0] if len(people) == 1 else None
    badges = (reading.text, *(value for _, value in reading.keys))
    people_of_badges = (operator_of_badge(store, badge) for badge in badges)
    return next((person for person in people_of_badges if person is not None), None)
