"""Animal tags of 134.2 kHz (ISO 11784, FDX-B): one identifier, whatever form a reader sends.

The ``uid`` of such a tag is seven bytes: two of its country (or, from 900 on, its maker) and five
of its national number, highest byte first. ``038412DBFAE7D5`` is country 0384 hexadecimal = 900 and
number 12DBFAE7D5 = 81000064981; printed on the tag it is 900 081000064981.
"""

from dataclasses import dataclass

from leghorn_bench.readers.events import Status
from leghorn_bench.readers.simulated import UnshowableTag

LENGTH = 7
_NUMBER_BYTES = 5
_NUMBER_BITS, _COUNTRY_BITS = 38, 10
_FLAG_BITS = 16
"""Behind the country: one bit that more data follow, fourteen reserved, one of the animal."""


class NoAnimalTag(UnshowableTag):
    """Seven bytes that no tag of ISO 11784 has room for."""

    sentence = (
        "A tag of ISO 11784 has a country below 1024 and a number below 274877906944; found"
        " “{found}”. Give the country in four hexadecimal digits, then the number in ten."
    )


@dataclass(frozen=True, slots=True)
class AnimalCode:
    """What identifies a tag of ISO 11784.

    >>> AnimalCode(900, 81000064981).uid.hex().upper()
    '038412DBFAE7D5'
    """

    country: int
    """ISO 3166 numeric, 1 to 899; from 900 on a maker registered with ICAR."""
    national_id: int

    @classmethod
    def of_uid(cls, uid: bytes) -> "AnimalCode":
        """From the seven bytes."""
        return cls(int.from_bytes(uid[:-_NUMBER_BYTES]), int.from_bytes(uid[-_NUMBER_BYTES:]))

    @classmethod
    def of_air(cls, sent: bytes) -> "AnimalCode":
        """From the eight bytes that the tag itself sends, lowest bit first."""
        bits = int.from_bytes(sent, "little")
        country = bits >> _NUMBER_BITS & (1 << _COUNTRY_BITS) - 1
        return cls(country, bits & (1 << _NUMBER_BITS) - 1)

    @property
    def uid(self) -> bytes:
        """The identifier that the bench keeps."""
        return self.country.to_bytes(LENGTH - _NUMBER_BYTES) + self.national_id.to_bytes(
            _NUMBER_BYTES
        )

    @property
    def air(self) -> bytes:
        """The eight bytes of the tag, marked as an animal's.

        Raises:
            NoAnimalTag: country or number have too many bits.
        """
        if self.country >> _COUNTRY_BITS or self.national_id >> _NUMBER_BITS:
            raise NoAnimalTag(found=self.uid.hex().upper())
        flags = 1 << _FLAG_BITS - 1
        bits = (flags << _COUNTRY_BITS | self.country) << _NUMBER_BITS | self.national_id
        return bits.to_bytes(8, "little")

    @property
    def told(self) -> Status:
        """What people know the tag by; ``number`` is as it is printed, 15 digits."""
        facts = {"country": self.country, "national_id": self.national_id}
        printed = f"{self.country:03d}{self.national_id:012d}"
        return Status("answer", {"standard": "ISO 11784", "number": printed, **facts})
