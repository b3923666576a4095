"""One station: real settings, store, people, reader and window, put together and taken apart."""

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from leghorn_bench.app.menu import Language, Theme, personal_menu
from leghorn_bench.app.pages import BENCH, READERS, REGISTER, entries
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.settings.file import write_settings
from leghorn_bench.settings.places import database_url, home
from leghorn_bench.texts.screen import _, speak, spoken
from leghorn_bench.ui.frame.top_bar import OperatorShown
from leghorn_bench.ui.page import Said
from leghorn_bench.ui.theme import Appearance, dress, tokens_for
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.window import BenchWindow
from leghorn_bench.ui.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from leghorn_bench.app.badges import Badges
    from leghorn_bench.app.news import StationNews
    from leghorn_bench.app.opened import Clock, Opened
    from leghorn_bench.app.printing import PrintingAtWork
    from leghorn_bench.app.readers import StationReaders
    from leghorn_bench.app.unrecorded import UnrecordedWork
    from leghorn_bench.cli.wish import Wish
    from leghorn_bench.domain.records.parties import Operator
    from leghorn_bench.readers.ports import PortSeen
    from leghorn_bench.readers.simulator import Simulator
    from leghorn_bench.settings.values import BenchSettings, WedgeSettings
    from leghorn_bench.store.engine import Store
    from leghorn_bench.ui.excepthook import LastNet
    from leghorn_bench.ui.keyboard_wedge import KeyboardWedge


class Station(QObject):
    """The frame of the window is there at once; ``begin`` fills it and opens the store behind it.

    Args:
        qt: the application.
        wish: what the command line asks.
        settings: this person's choices.
        clock: tells the moment, with its time zone.
        ports: gives the serial ports; None: those of this computer.
    """

    def __init__(
        self,
        qt: QApplication,
        wish: "Wish",
        settings: "BenchSettings",
        clock: "Clock",
        ports: "Callable[[], Sequence[PortSeen]] | None" = None,
    ) -> None:
        super().__init__()
        self._qt, self._wish, self._clock, self._ports = qt, wish, clock, ports
        self.settings = settings
        self.workplace = Workplace(self)
        self._open_store: Store | None = None
        self._operator: Operator | None = None
        self._people: tuple[Operator, ...] = ()
        self._demo_folder: Path | None = None
        self._closed = False
        self._badges: Badges | None = None
        self._printing: PrintingAtWork | None = None
        self._news: StationNews | None = None
        self._unrecorded: UnrecordedWork | None = None
        self._wedge: KeyboardWedge | None = None
        self._readers: StationReaders | None = None
        self.net: LastNet | None = None
        """Tells what nobody caught; kept here so that it lives as long as the window."""
        self.workplace.badge_read.connect(self._badge)
        dress(qt, tokens_for(qt, Appearance(settings.theme)))
        self.window = self._new_window()

    @property
    def store(self) -> "Store":
        """The store, once it is open."""
        assert self._open_store is not None
        return self._open_store

    @property
    def readers(self) -> "StationReaders":
        """The readers; made when first needed, after the first picture."""
        if self._readers is None:
            from leghorn_bench.app.readers import StationReaders  # noqa: PLC0415 - see above
            from leghorn_bench.readers.ports import ports_seen  # noqa: PLC0415 - likewise

            self._readers = StationReaders(
                self._ports or ports_seen,
                lambda: self.window,
                lambda: self.settings,
                self._keep,
                self._type_so,
                self,
            )
            self._readers.attend(self.window)
        return self._readers

    @property
    def simulator(self) -> "Simulator | None":
        """The simulated reader in the window, while there is one."""
        return self.readers.simulated.simulator

    def begin(self) -> None:
        """Fill the window and open the store on the database thread; scans made meanwhile wait."""
        self._furnish()
        self._start_readers()
        self._open()

    def _open(self) -> None:
        from leghorn_bench.app.opened import open_wished  # noqa: PLC0415 - after the first picture

        self.workplace.executor.submit(
            self,
            lambda: open_wished(self._wish, self.settings, self._clock),
            self._opened,
            self._not_opened,
        )

    def close(self) -> None:
        """Stop the readers, let the store go, throw the demo away; a second time does nothing."""
        if self._closed:
            return
        self._closed = True
        if self._unrecorded is not None:
            self._unrecorded.close()
        if self._wedge is not None:
            self._qt.removeEventFilter(self._wedge)
        if self._readers is not None:
            self._readers.close()
        if self._printing is not None:
            self._printing.close()
        if self._news is not None:
            self._news.close()
        self.workplace.close()
        if self._demo_folder is not None:
            shutil.rmtree(self._demo_folder, ignore_errors=True)

    def say(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Tell something at the foot of the window."""
        self.window.say(Said(text, tone=tone))

    def tell(self, error: BenchError) -> None:
        """Tell an error of the world at the foot."""
        from leghorn_bench.texts.errors import told  # noqa: PLC0415 - knows all words: 10 ms

        self.say(told(error, spoken()), Tone.STOP)

    def sit_down(self, operator: "Operator") -> None:
        """``operator`` works here from now on."""
        from leghorn_bench.app.first_paper import reminder  # noqa: PLC0415 - later
        from leghorn_bench.services.bench import Bench  # noqa: PLC0415 - loads the database
        from leghorn_bench.services.register import clock_is_behind  # noqa: PLC0415 - likewise
        from leghorn_bench.texts.verdicts import CLOCK  # noqa: PLC0415 - knows all words: 10 ms

        self._operator = operator
        self.window.show_operator(self._operator_shown())
        self.workplace.take(Bench(self.store, operator, self._clock, lambda: self.settings))
        if not self._wish.demo:
            self._keep(replace(self.settings, operator=operator.login))
        if (said := reminder(self.workplace.bench)) is not None:
            self.window.say(said)
        if clock_is_behind(self.store, self.workplace.bench.today()):
            self.say(_(CLOCK), Tone.STOP)  # every paper and record would carry the wrong day

    def ask_who(self) -> None:
        """Ask who is at the bench."""
        from leghorn_bench.services.operators import operator_scanned  # noqa: PLC0415 - as above
        from leghorn_bench.ui.dialogs.people import WhoDialog  # noqa: PLC0415 - seldom asked

        store = self.store
        dialog = WhoDialog(self._people, lambda badge: operator_scanned(store, badge), self.window)
        dialog.chosen.connect(self.sit_down)
        dialog.open()

    def speak(self, language: Language) -> None:
        """Rebuild the window in another language; what is on its pages is put back."""
        speak(language)
        self._keep(replace(self.settings, language=language))
        old = self.window
        kept = old.kept_work()
        geometry = old.saveGeometry()
        old.about_to_close.disconnect(self.close)
        self.window = self._new_window()
        self._furnish()
        self.window.restoreGeometry(geometry)
        self.window.show()
        self.window.put_back(kept)
        if self._badges is not None:
            self._badges.count()
        if self._printing is not None:
            self._printing.attach()
        if self._readers is not None:
            self._readers.attend(self.window)
        old.close()
        old.deleteLater()

    def wear(self, theme: Theme) -> None:
        """Change the look at once."""
        dress(self._qt, tokens_for(self._qt, Appearance(theme)))
        self._keep(replace(self.settings, theme=theme))

    def _badge(self, badge: str) -> None:
        """Whoever holds a badge to the reader works here from now on."""
        from leghorn_bench.services.operators import operator_scanned  # noqa: PLC0415 - as above

        person = operator_scanned(self.store, badge)
        if person is None:
            self.say(_("This badge belongs to nobody on file: choose your name."), Tone.STOP)
            return
        self.sit_down(person)
        self.say(_("{name} is at the bench.").format(name=person.name), Tone.OK)

    def keep(self, settings: "BenchSettings") -> None:
        """Keep other choices of this person; scanners that type are known by them at once."""
        if settings.wedge != self.settings.wedge:
            self._type_so(settings.wedge)
        self._keep(settings)

    def _opened(self, opened: "Opened") -> None:
        from leghorn_bench.app.badges import Badges  # noqa: PLC0415 - after the first picture
        from leghorn_bench.app.printing import PrintingAtWork  # noqa: PLC0415 - as above

        self._badges = Badges(self.workplace, lambda: self.window)
        self._printing = PrintingAtWork(self.workplace, lambda: self.window, self)
        self._open_store, self._people = opened.store, opened.people
        if not opened.store.on_sqlite:
            from leghorn_bench.app.news import StationNews  # noqa: PLC0415 - on a server only

            badges = self._badges
            self._news = StationNews(opened.store, lambda: self.window, badges.count, self)
        self._demo_folder = opened.folder
        if not self._wish.demo:
            self._keep_what_is_written()
        if opened.operator is not None:
            self.sit_down(opened.operator)
        elif opened.people:
            self.ask_who()
        else:
            self._ask_first()

    def _keep_what_is_written(self) -> None:
        from leghorn_bench.app.unrecorded import OwnFile, UnrecordedWork  # noqa: PLC0415 - as above

        own = OwnFile.of(home().unrecorded, self._url())
        self._unrecorded = UnrecordedWork(own, lambda: self.window, self.tell, self)
        # Queued: what it says comes last, after the greeting of who sits down.
        queued = Qt.ConnectionType.QueuedConnection
        self.workplace.bench_changed.connect(self._unrecorded.begin, queued)

    def _not_opened(self, error: BenchError) -> None:
        from leghorn_bench.app.unopened import ask_how_to_go_on  # noqa: PLC0415 - seldom

        ask_how_to_go_on(error, self._url(), self.window, self._clock, self._open)

    def _url(self) -> str:
        return database_url(self._wish.database, self.settings, home())

    def _ask_first(self) -> None:
        from leghorn_bench.services.opening import begin_with  # noqa: PLC0415 - loads the database
        from leghorn_bench.ui.dialogs.people import FirstPersonDialog  # noqa: PLC0415 - once

        def begin(name: str) -> None:
            person = begin_with(self.store, name, spoken(), now=self._clock())
            self._people = (person,)
            self.sit_down(person)

        dialog = FirstPersonDialog(self.window)
        dialog.named.connect(begin)
        dialog.open()

    def _start_readers(self) -> None:
        try:
            if self._wish.demo:
                self.readers.simulated.begin("m100")
            else:
                self.readers.start()
        except BenchError as error:
            self.tell(error)

    def _keep(self, settings: "BenchSettings") -> None:
        self.settings = settings
        if self._wish.demo:
            return
        try:
            write_settings(home().settings_file, settings)
        except BenchError as error:
            self.tell(error)

    def _new_window(self) -> BenchWindow:
        window = BenchWindow(
            entries(self.workplace, lambda: self.readers, self),
            self._operator_shown(),
            personal_menu(self, self.ask_who, self.speak, self.wear),
            card_page=BENCH,
            reader_page=READERS,
            front_at_once=False,
        )
        window.about_to_close.connect(self.close)
        return window

    def _furnish(self) -> None:
        """Give the window its first page and its ear for scanners that type."""
        from leghorn_bench.ui.keyboard_wedge import KeyboardWedge  # noqa: PLC0415 - as the page

        self.window.open_first_page()
        self._search_as_one_types()
        if self._wedge is not None:
            self._qt.removeEventFilter(self._wedge)  # two would hold back each other's keys
        self._wedge = KeyboardWedge(self.settings.wedge, self.window)
        self._wedge.scan_heard.connect(self.window.submit_scan)
        self._qt.installEventFilter(self._wedge)

    def _search_as_one_types(self) -> None:
        from leghorn_bench.ui.frame.finder import Finder  # noqa: PLC0415 - as the page

        window = self.window
        finder = Finder(window.top.scan_field, self.workplace, window)
        finder.hit_opened.connect(lambda hit: window.open_page(REGISTER, hit))

    def _type_so(self, wedge: "WedgeSettings") -> None:
        assert self._wedge is not None, "the window is furnished before its pages"
        self._wedge.obey(wedge)

    def _operator_shown(self) -> OperatorShown:
        if self._operator is None:
            return OperatorShown(self.settings.operator, "")
        from leghorn_bench.ui.dialogs.people import roles_in_words  # noqa: PLC0415 - later than start

        return OperatorShown(self._operator.name, roles_in_words(self._operator))
