"""What people and the program itself write on the sample papers, in each of their languages."""

from datetime import date

from leghorn_bench.domain.papers.phrase import Phrase
from leghorn_bench.services.law import law_text, transport_words
from leghorn_bench.services.shipped import CodedWord

DAY = date(2026, 11, 22)
LANGUAGES = ("it", "en", "fr", "de", "es")
_SAID = {
    "not read": (
        "Il varco non legge il sigillo.", "The gate does not read the seal.",
        "Le portique ne lit pas le scellé.", "Das Tor liest das Siegel nicht.",
        "El arco no lee el precinto.",
    ),
    "antenna": (
        "Antenna interrotta da un urto: uso errato.", "Antenna broken by a blow: misuse.",
        "Antenne rompue par un choc : mauvais usage.",
        "Antenne durch einen Stoß gebrochen: Fehlgebrauch.",
        "Antena rota por un golpe: uso indebido.",
    ),
    "not closed": (
        "Non si chiude più.", "It no longer closes.", "Il ne se ferme plus.",
        "Es schließt nicht mehr.", "Ya no se cierra.",
    ),
    "cracked": (
        "Guscio crepato.", "Cracked shell.", "Coque fêlée.", "Gehäuse gerissen.",
        "Carcasa agrietada.",
    ),
    "chip": (
        "Chip RFID guasto all’origine.", "RFID chip faulty from the start.",
        "Puce RFID défectueuse d’origine.", "RFID-Chip von Anfang an defekt.",
        "Chip RFID defectuoso de origen.",
    ),
    "new antenna": (
        "Sostituzione antenna e collaudo", "Antenna replaced, final test",
        "Remplacement de l’antenne et essai final", "Antenne ersetzt, Endprüfung",
        "Sustitución de la antena y prueba final",
    ),
    "part": (
        "Antenna UHF ø 40", "UHF antenna ø 40", "Antenne UHF ø 40", "UHF-Antenne ø 40",
        "Antena UHF ø 40",
    ),
    "shell": (
        "Guscio superiore", "Upper shell", "Coque supérieure", "Obere Gehäuseschale",
        "Carcasa superior",
    ),
    "way back": (
        "Trasporto di ritorno", "Return transport", "Transport retour", "Rücktransport",
        "Transporte de vuelta",
    ),
    "ten days": (
        "10 giorni lavorativi", "10 working days", "10 jours ouvrables", "10 Arbeitstage",
        "10 días laborables",
    ),
    "transfer": (
        "Bonifico a 30 giorni", "Bank transfer, 30 days", "Virement à 30 jours",
        "Überweisung, 30 Tage", "Transferencia a 30 días",
    ),
    "six months": (
        "6 mesi sulle parti sostituite", "6 months on the parts replaced",
        "6 mois sur les pièces remplacées", "6 Monate auf die ersetzten Teile",
        "6 meses sobre las piezas sustituidas",
    ),
    "seal": (
        "NeptuneDemo RFID, sigillo elettronico", "NeptuneDemo RFID, electronic seal",
        "NeptuneDemo RFID, scellé électronique", "NeptuneDemo RFID, elektronisches Siegel",
        "NeptuneDemo RFID, precinto electrónico",
    ),
    "torn": (
        "Guscio ammaccato, lembo tagliato.", "Dented shell, torn edge.",
        "Coque cabossée, bord déchiré.", "Gehäuse verbeult, Rand eingerissen.",
        "Carcasa abollada, borde cortado.",
    ),
    "antenna failed": (
        "Antenna guasta", "Antenna failed", "Antenne défaillante", "Antenne defekt",
        "Antena averiada",
    ),
    "two places": (
        "Antenna interrotta in due punti; guscio schiacciato.",
        "Antenna broken in two places; shell crushed.",
        "Antenne rompue en deux endroits ; coque écrasée.",
        "Antenne an zwei Stellen gebrochen; Gehäuse eingedrückt.",
        "Antena rota en dos puntos; carcasa aplastada.",
    ),
    "covered": (
        "Venduto il 14/03/2026 con 12 mesi: in garanzia fino al 14/03/2027.",
        "Sold on 14 Mar 2026 with 12 months: covered through 14 Mar 2027.",
        "Vendu le 14/03/2026 avec 12 mois de garantie : couvert jusqu’au 14/03/2027.",
        "Verkauft am 14.03.2026 mit 12 Monaten Garantie: gedeckt bis 14.03.2027.",
        "Vendido el 14/03/2026 con 12 meses de garantía: cubierto hasta el 14/03/2027.",
    ),
    "read at 1 m": (
        "Lettura a 1 m", "Read at 1 m", "Lecture à 1 m", "Lesung auf 1 m", "Lectura a 1 m",
    ),
    "voltage": (
        "Tensione batteria", "Battery voltage", "Tension de la pile", "Batteriespannung",
        "Tensión de la batería",
    ),
    "temperature": ("Temperatura", "Temperature", "Température", "Temperatur", "Temperatura"),
    "front": ("Fronte", "Front", "Face avant", "Vorderseite", "Parte delantera"),
    "back": ("Retro", "Back", "Face arrière", "Rückseite", "Parte trasera"),
    "detail": (
        "Dettaglio dell’antenna", "The antenna", "Détail de l’antenne", "Die Antenne",
        "Detalle de la antena",
    ),
    "cable": ("cavo", "cable", "câble", "Kabel", "cable"),
    "key": ("chiave", "key", "clé", "Schlüssel", "llave"),
    "dented": (
        "Guscio ammaccato", "Dented shell", "Coque cabossée", "Gehäuse verbeult",
        "Carcasa abollada",
    ),
    "corner": (
        "Angolo schiacciato, nastro integro.", "Crushed corner, tape intact.",
        "Coin écrasé, ruban intact.", "Ecke eingedrückt, Klebeband unversehrt.",
        "Esquina aplastada, cinta intacta.",
    ),
    "screw": (
        "Vite del coperchio sostituita", "Screw of the lid replaced",
        "Vis du couvercle remplacée", "Schraube des Deckels ersetzt",
        "Tornillo de la tapa sustituido",
    ),
    "gates": (
        "Configurazione dei varchi presso il terminal.", "Setting up the gates at the terminal.",
        "Configuration des portiques au terminal.", "Einrichtung der Tore am Terminal.",
        "Configuración de los arcos en la terminal.",
    ),
    "not read at the gate": (
        "Due sigilli non vengono letti dal varco.", "Two seals are not read by the gate.",
        "Deux scellés ne sont pas lus par le portique.",
        "Zwei Siegel werden vom Tor nicht gelesen.", "El arco no lee dos precintos.",
    ),
    "quote": (
        "Preventivo 2026/00118", "Quote 2026/00118", "Devis 2026/00118", "Angebot 2026/00118",
        "Presupuesto 2026/00118",
    ),
    "refused": (
        "Il preventivo non è stato accettato.", "The quote was not accepted.",
        "Le devis n’a pas été accepté.", "Das Angebot wurde nicht angenommen.",
        "El presupuesto no fue aceptado.",
    ),
    "carrier's invoice": (
        "Fattura 99 del corriere", "Carrier’s invoice 99", "Facture 99 du transporteur",
        "Rechnung 99 des Spediteurs", "Factura 99 del transportista",
    ),
}  # fmt: skip


def said(what: str, language: str) -> str:
    """One of the texts above."""
    return _SAID[what][LANGUAGES.index(language)]


def law(key: str, language: str, day: date = DAY) -> str:
    """The phrase that the program ships for the sample papers' day."""
    return law_text(key, language, day)


def both(key: str, language: str) -> Phrase:
    """A phrase in Italian, and in the second language of a paper that has one."""
    return Phrase(law(key, "it"), law(key, language))


def reason(code: str, language: str) -> Phrase:
    """Why goods travel."""
    return _phrase(transport_words().reasons[code].name, language)


def choice(of: str, code: str, language: str) -> Phrase:
    """An entry of the lists of a transport document."""
    return _phrase(transport_words().choice(of, code), language)


def _phrase(entry: CodedWord, language: str) -> Phrase:
    return Phrase(entry.words["it"], entry.words[language] if language != "it" else "")
