"""The table of what grants give and leave out, and the README's copy of it."""

from tests.cli.conftest import ROOT
from tools.readme_table import README, main, table
from wizard.bundle.grant_table import grant_table
from wizard.plan.model import Grant, Level, Plan, Tag

TEAM = Tag("team", "user.team")


def test_the_readme_holds_the_table_of_the_example() -> None:
    """The README shows what the program gives today; after a new coverage table, ``make data`` writes it anew."""
    assert README == ROOT / "README.md"
    assert f"\n\n{table()}\n\n" in README.read_text(encoding="utf-8")


def test_the_readmes_table_is_put_in_place_of_an_old_one(monkeypatch, tmp_path) -> None:
    """The old table goes, whatever its lines; what stands around it stays."""
    head, *_ = table().splitlines()
    readme = tmp_path / "README.md"
    readme.write_text(f"# before\n\n{head}\n| --- |\n| old |\n\nbehind\n", encoding="utf-8")
    monkeypatch.setattr("tools.readme_table.README", readme)
    main()
    assert readme.read_text(encoding="utf-8") == f"# before\n\n{table()}\n\nbehind\n"


def test_a_row_counts_and_names_what_people_know() -> None:
    """Each way has its count and its most familiar names; what is left out has its reasons."""
    grant = Grant("a|b", services=("kms",), levels=(Level.WRITE, Level.LIST), match=("team",))
    *_, row = grant_table(Plan(tags=(TEAM,), access=(grant,))).splitlines()
    name, own, new, everywhere, left_out = row.removeprefix("| `a\\|b`, ").removesuffix(" |").split(" | ")
    assert name == "`kms`"
    assert ": Decrypt, Encrypt, …" in own
    assert new.endswith(": CreateKey") or ": CreateKey, " in new
    assert "ListAliases" in everywhere
    assert "2 also needing a type without tags; 1 creating without tags" in left_out


def test_the_reasons_are_translated() -> None:
    """Headings and reasons are the reader's; names and counts stay."""
    grant = Grant("g", actions=("kms:CreateAlias",), match=("team",))
    text = grant_table(Plan(tags=(TEAM,), access=(grant,)), str.upper)
    assert text.splitlines()[2] == "| `g`, `kms` | – | – | – | 1 CREATING WITHOUT TAGS |"


def test_a_plan_without_grants_has_only_a_head() -> None:
    """Where nothing is granted the table has no line."""
    assert len(grant_table(Plan(tags=(TEAM,), access=(Grant("g"),))).splitlines()) == 2
