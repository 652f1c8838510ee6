"""Takes pictures of every step, view and dialog in every theme, in one language and at one scale.

``python tools/pictures.py FOLDER`` writes them into that folder, and sheets of them to be looked at; ``--language de``
takes them in German, ``--theme dark`` in one theme alone, ``--mirrored`` from right to left; ``--docs`` also renews the
pictures that the README and the guide show. ``QT_SCALE_FACTOR=2`` takes them at twice the size.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from tests.evidence import okta
from tools.camera import Camera
from wizard.app.adopting import adoption_of
from wizard.app.folders import Folders
from wizard.app.guide import FOLDER
from wizard.app.steps.registry import all_steps
from wizard.app.views.registry import all_views
from wizard.language import SOURCE_LANGUAGE, _, languages, speak
from wizard.plan.edit import inserted, replaced
from wizard.plan.model import Plan, Tag
from wizard.plan.reader import read_plan
from wizard.plan.writer import write_plan
from wizard.resource import resource
from wizard.ui.boot import Boot
from wizard.ui.desk import Desk
from wizard.ui.spoken import translate_qt
from wizard.ui.start.import_dialog import ImportDialog
from wizard.ui.start.remarks_dialog import RemarksDialog
from wizard.ui.steps.target_choice import TargetChoice
from wizard.ui.theme import Theme

EXAMPLE = ROOT / "resources" / "examples" / "team-project.session-tags.yaml"
WIDE, NARROW = (1280, 800), (1024, 640)
THEMES = (Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)
SHOWN = {
    "light-example-2-tags": "main-light.png",
    "dark-troubled-2-tags": "main-dark.png",
    "light-example-view-matrix": "matrix.png",
    "light-example-view-verify-differs": "verify.png",
}
"""The pictures of the README, by where they are taken."""
GUIDE = {
    **{step.id: f"light-example-{number}-{step.id}" for number, step in enumerate(all_steps(), 1)},
    **{view.id: f"light-example-view-{view.id}" for view in all_views()},
    "people": "light-example-view-people-judged",
    "verify": "light-example-view-verify-differs",
    "compare": "light-example-view-compare-changes",
}
"""The pictures of the guide, by step and view: where each is taken."""
PEOPLE = """login,team,project,displayName
ada@example.com,platform,apollo,Ada Lovelace
bob@example.com,Platform,apollo,Bob
cho@example.com,R&D,apollo,Cho
dee@example.com,,apollo,Dee
eve@example.com,platform,gemini,Eve
fay@example.com,platform
gil@example.com,data ,gemini,Gil
"""
INSTANCE = "arn:aws:ec2:us-east-1:111122223333:instance/i-"
RESOURCES = f"arn,team,project\n{INSTANCE}1,platform,apollo\n{INSTANCE}2,data,apollo\n{INSTANCE}3,platform,\n"


def troubled(plan: Plan) -> Plan:
    """Return the example with mistakes of each kind."""
    plan = replaced(plan, "tags[1].key", "proj&ct")
    plan = inserted(plan, "tags", Tag("cost-centre", 'String.stringContains(user.costCenter, "a"'))
    plan = inserted(plan, "tags", Tag("Team", "user.team", allowed=("platform", "data")))
    plan = replaced(plan, "aws.accounts", ("11112222333", "444455556666"))
    plan = replaced(plan, "aws.roles[0].session_duration", 90000)
    return replaced(plan, "access[0].match", ("team", "department"))


def opened(app: QApplication, camera: Camera, plan: Path | None, theme: Theme, own: Path) -> Boot:
    """Open the program's window on a plan."""
    boot = Boot(app, Folders(own / "config", own / "state"), plan, theme)
    boot.window.resize(*WIDE)
    boot.show()
    while boot.desk is None:
        camera.wait(20)
    camera.wait(100)
    return boot


def pictures(app: QApplication, camera: Camera, plans: Path, themes: tuple[Theme, ...]) -> Iterator[str]:
    """Take every picture; give the name of each theme when it is done."""
    for theme in themes:
        for name in ("example", "troubled"):
            boot = opened(app, camera, plans / f"{name}.session-tags.yaml", theme, plans / "own")
            assert boot.desk is not None
            _steps(boot, boot.desk, camera, f"{theme}-{name}", WIDE if name == "example" else NARROW)
            if name == "example":
                _preview(boot, boot.desk, camera, str(theme))
                _dialogs(boot.desk, camera, str(theme))
            _views(boot, boot.desk, camera, f"{theme}-{name}", plans)
            boot.desk.finish()
            boot.window.deleteLater()
        boot = opened(app, camera, None, theme, plans / "own")
        camera.take(boot.window, f"{theme}-empty")
        assert boot.desk is not None
        boot.desk.finish()
        boot.window.deleteLater()
        yield str(theme)


def _steps(boot: Boot, desk: Desk, camera: Camera, name: str, size: tuple[int, int]) -> None:
    boot.window.resize(*size)
    kinds = ("okta-preview", "assertion", "rows", "trust", "permissions", "assertion")
    for number, (step, kind) in enumerate(zip(all_steps(), kinds, strict=True), 1):
        desk.shell.go(step.id)
        desk.shell.previews.choose(kind)
        for place in boot.window.findChildren(TargetChoice):
            place.aim(Path("/home/ada") / f"{desk.session.path.stem if desk.session.path else 'plan'}-bundle")
        camera.rest(boot.window)
        camera.take(boot.window, f"{name}-{number}-{step.id}")


def _preview(boot: Boot, desk: Desk, camera: Camera, name: str) -> None:
    """Take the preview split in two, with a search, and with what changed since the plan was opened."""
    desk.shell.go("tags")
    desk.shell.previews.choose("okta-preview")
    desk.shell.split()
    camera.take(boot.window, f"{name}-preview-split")
    desk.shell.split()
    desk.shell.previews.choose("trust")
    words = _("change {field}").format(field=_("Allowed values, one a line"))
    desk.session.edit(replaced(desk.session.plan, "tags[0].allowed", ("platform", "data")), words)
    desk.shell.previews.find()
    desk.frame.preview.search.line.setText("team")
    camera.wait(2000)
    desk.frame.preview.text.verticalScrollBar().setValue(8)
    camera.take(boot.window, f"{name}-preview")
    desk.frame.preview.search.leave()
    desk.session.undo()
    desk.shell.tell("")


def _views(boot: Boot, desk: Desk, camera: Camera, name: str, folder: Path) -> None:
    """Take each view as it is opened, and as it is once it has been given what it asks for."""
    for view in all_views():
        desk.shell.look(view.id)
        camera.rest(boot.window)
        camera.take(boot.window, f"{name}-view-{view.id}")
        for given, give in gifts(desk, folder).get(view.id, {}).items():
            desk.shell.look(view.id)
            give()
            camera.wait(200)
            camera.rest(boot.window)
            camera.take(boot.window, f"{name}-view-{view.id}-{given}")
        desk.shell.back()


def gifts(desk: Desk, folder: Path) -> dict[str, dict[str, Callable[[], None]]]:
    """Return what the views are given: by the view's id, then by the name of the picture."""
    people = folder / "people.csv"
    people.write_text(PEOPLE, encoding="utf-8")

    def paste(text: str) -> Callable[[], None]:
        def do() -> None:
            page: Any = desk.shell.views.page("verify")
            page.leave()
            page.asking.box.setPlainText(text)
            page.asking.compare.click()

        return do

    def judge() -> None:
        page: Any = desk.shell.views.page("people")
        page.judge(people)

    def values() -> None:
        page: Any = desk.shell.views.page("people")
        page.tables.kinds.setCurrentIndex(1)

    def refused() -> None:
        from wizard.app.matrix.listing import Filter, Show

        page: Any = desk.shell.views.page("matrix")
        page.filters.ask(Filter(Show.REFUSED))
        page.table.setFocus()

    resources = folder / "resources.csv"
    resources.write_text(RESOURCES, encoding="utf-8")

    def compare() -> None:
        page: Any = desk.shell.views.page("compare")
        name = "example" if "troubled" in str(desk.session.path) else "troubled"
        page.take(folder / f"{name}.session-tags.yaml")

    def gains() -> None:
        page: Any = desk.shell.views.page("compare")
        page.kinds.setCurrentIndex(1)
        page.access.people.take(people)
        page.access.resources.take(resources)

    flat = okta.ada(TransitiveTagKeys=['{"team", "project"}'], team=["Platform "], project=None)
    return {
        "verify": {
            "differs": paste(okta.response(flat).decode()),
            "matches": paste(okta.response().decode()),
            "error": paste("User is not authorized to perform: sts:TagSession on resource: arn:aws:iam::1:role/a"),
            "unusable": paste("PHNhbWw+"),
        },
        "people": {"judged": judge, "values": values},
        "matrix": {"refused": refused},
        "compare": {"changes": compare, "access": gains},
    }


def _dialogs(desk: Desk, camera: Camera, name: str) -> None:
    shown: dict[str, Callable[[], None]] = {
        "start": desk.shell.starting.offer,
        "import": lambda: desk.shell.starting.take_in([ROOT / "pyproject.toml"]),
        "import-refused": _refused(desk),
        "remarks": _remarks(desk),
        "export": desk.shell.export,
        "palette": lambda: desk.menus.action("Ctrl+K").trigger(),
        "explanation": _explained(desk),
        "guide": lambda: desk.menus.action("Ctrl+F1").trigger(),
        "shortcuts": lambda: desk.menus.action("F1").trigger(),
        "person": desk.shell.previews.person.ask,
        "unreadable": lambda: desk.files.read(Path(__file__)),
        "unsaved": _unsaved(desk),
    }
    for each, show in shown.items():
        show()
        camera.wait(150)
        for dialog in desk.window.findChildren(QDialog):
            if dialog.isVisible():
                camera.take(dialog, f"{name}-dialog-{each}")
                dialog.close()


def _refused(desk: Desk) -> Callable[[], None]:
    def show() -> None:
        desk.shell.starting.take_in([ROOT / "pyproject.toml"])
        next(each for each in desk.window.findChildren(ImportDialog) if each.isVisible()).start()

    return show


def _remarks(desk: Desk) -> Callable[[], None]:
    return lambda: RemarksDialog(adoption_of([okta.response().decode()]), desk.window).show()


def _explained(desk: Desk) -> Callable[[], None]:
    def show() -> None:
        desk.frame.problems.list.setFocus()
        desk.shell.explain()

    return show


def _unsaved(desk: Desk) -> Callable[[], None]:
    def show() -> None:
        desk.session.set("name", "Team and project", "change the name")
        desk.files.new()

    return show


def main() -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--docs", action="store_true", help="renew docs/images and the guide's pictures too")
    parser.add_argument("--language", choices=languages(), default=SOURCE_LANGUAGE, help="what the program speaks")
    parser.add_argument("--theme", choices=THEMES, type=Theme, help="in this theme alone")
    parser.add_argument("--mirrored", action="store_true", help="from right to left")
    arguments = parser.parse_args()
    speak(arguments.language)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    translate_qt(app, arguments.language)
    if arguments.mirrored:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    camera = Camera(app, arguments.folder)
    themes = (arguments.theme,) if arguments.theme else THEMES
    with tempfile.TemporaryDirectory() as folder:
        plans = Path(folder)
        plan = read_plan(EXAMPLE)
        write_plan(plan, plans / "example.session-tags.yaml")
        write_plan(troubled(plan), plans / "troubled.session-tags.yaml")
        for theme in pictures(app, camera, plans, themes):
            print(theme, "done", flush=True)
    count = camera.sheets()
    if arguments.docs:
        if arguments.language == SOURCE_LANGUAGE:
            camera.keep({file.removesuffix(".png"): name for name, file in SHOWN.items()}, ROOT / "docs" / "images")
        camera.keep(GUIDE, Path(resource(FOLDER, arguments.language)))
    print(f"{len(camera.taken)} pictures and {count} sheets in {arguments.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
