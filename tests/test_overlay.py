"""The private folder over the public one: what wins, what stays apart, what is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sitegen.directory import Directory
from sitegen.errors import Problem, SettingsError
from sitegen.i18n import Translator
from sitegen.matching.as_json import as_json
from sitegen.matching.matcher import match
from sitegen.overlay import PrivateFacts, lay_over
from sitegen.read import Sources, read
from sitegen.relate import relate
from sitegen.validate import validate

ROOT = Path(__file__).parents[1]
OVERLAY = ROOT / "tests" / "overlay"
TODAY = date(2026, 11, 16)
AMINA = "profiles/amina-diallo.yml"
DAIRY = "assignments/exit-plan-dairy-cooperatives.yml"
UNNAMED = "assignments/collection-centres-owned-by-farmers.yml"


@pytest.fixture(scope="module", name="sample")
def sample_sources() -> Sources:
    return read(ROOT / "content")


@pytest.fixture(scope="module", name="public")
def few_sources(sample: Sources) -> Sources:
    """A few files of the sample: judging all of them each time would take long."""
    wanted = {Path(name).stem for name in (AMINA, DAIRY, UNNAMED)}
    few = {
        name: {slug: source for slug, source in files.items() if slug in wanted}
        for name, files in sample.collections.items()
    }
    return replace(sample, collections=few, translations={}, photos={}, problems=())


def folder(path: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
    return path


def directory(sources: Sources) -> Directory:
    entries, problems = validate(sources, private=True)
    assert [p for p in problems if p.severity == "error"] == []
    assert entries is not None
    return relate(entries, TODAY)[0]


def new_problems(laid: Sources, public: Sources) -> Iterator[Problem]:
    before = {problem.key() for problem in validate(public)[1]}
    found = validate(laid, private=True)[1]
    return (problem for problem in found if problem.key() not in before)


def test_a_mapping_is_merged_one_level_and_everything_else_replaced(
    public: Sources, tmp_path: Path
) -> None:
    text = "engagement: {day_rate: {min: 900, currency: MAD}}\nsectors: [dairy]\n"
    laid, facts = lay_over(public, folder(tmp_path, {AMINA: text}))
    before = directory(public).people["amina-diallo"].profile
    after = directory(laid).people["amina-diallo"].profile
    rate = after.engagement.day_rate
    assert rate is not None
    assert (rate.min, rate.max, rate.currency) == (900, None, "MAD")
    assert after.engagement.kinds == before.engagement.kinds
    assert after.sectors == ("dairy",)
    assert after.ventures == before.ventures
    assert facts == {}


def test_what_only_the_folder_may_say_stays_apart(public: Sources, tmp_path: Path) -> None:
    text = 'contact: "amina@members.example"\ndeclines_clients: ["A Bank"]\nguidance_load: 2\n'
    laid, facts = lay_over(public, folder(tmp_path, {AMINA: text, DAIRY: "notes: Ask in May."}))
    assert facts == {
        "amina-diallo": PrivateFacts(
            contact="amina@members.example", declines_clients=("A Bank",), guidance_load=2
        ),
        "exit-plan-dairy-cooperatives": PrivateFacts(notes="Ask in May."),
    }
    source = laid.collections["profiles"]["amina-diallo"]
    public_source = public.collections["profiles"]["amina-diallo"]
    assert source.data == public_source.data
    assert source.body == public_source.body
    assert not any(loc[:1] == ("contact",) for loc in (*source.values, *source.keys))


def test_the_public_sources_are_left_as_they_are(public: Sources, tmp_path: Path) -> None:
    laid, _ = lay_over(public, folder(tmp_path, {AMINA: "stage: serial"}))
    assert public.collections["profiles"]["amina-diallo"].data["stage"] == "between"
    assert laid.collections["profiles"]["amina-diallo"].data["stage"] == "serial"


def test_seeking_and_preparing_are_allowed_here_only(public: Sources, tmp_path: Path) -> None:
    text = (
        "guidance: {seeks: [burnout]}\ntransitions: [{passage: stepped-to-board, state: preparing}]"
    )
    laid, _ = lay_over(public, folder(tmp_path, {AMINA: text}))
    profile = directory(laid).people["amina-diallo"].profile
    assert profile.guidance.seeks == ("burnout",)
    assert profile.transitions[0].state == "preparing"
    assert {p.code for p in validate(laid)[1]} >= {"P040", "P048"}


@pytest.mark.parametrize(
    ("client", "name", "anonymous"),
    [
        ("{name: A Holding}", "A Holding", False),
        ("{name: A Holding, anonymous: no}", "A Holding", False),
        ("{country: BE}", None, True),
    ],
    ids=["a name lifts it", "a name that says so too", "without a name it stays"],
)
def test_a_client_whose_name_is_given_is_no_longer_anonymous(
    public: Sources, tmp_path: Path, client: str, name: str | None, anonymous: bool
) -> None:
    laid, _ = lay_over(public, folder(tmp_path, {UNNAMED: f"client: {client}"}))
    found_client = directory(laid).postings[Path(UNNAMED).stem].assignment.client
    assert (found_client.name, found_client.anonymous) == (name, anonymous)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({AMINA: "\nstage: bored\n"}, (AMINA, 2, "P028")),
        ({AMINA: "stage: serial\nskils: []\n"}, (AMINA, 2, "P010")),
        ({AMINA: "engagement:\n  day_rate: {min: x}\n"}, (AMINA, 2, "P021")),
        ({AMINA: "contact: {email: x}\n"}, (AMINA, 1, "P016")),
        ({AMINA: "stage: serial\nguidance_load: many\n"}, (AMINA, 2, "P021")),
        ({AMINA: "motto: a\nmotto: b\n"}, (AMINA, 2, "P008")),
        ({DAIRY: "guidance_load: 2\n"}, (DAIRY, 1, "P010")),
        ({"profiles/nobody.yml": "stage: serial"}, ("profiles/nobody.yml", 1, "P070")),
        ({"profiles/amina-diallo.md": "x"}, ("profiles/amina-diallo.md", 1, "P051")),
        ({"profile/amina-diallo.yml": "x"}, ("profile", 1, "P051")),
        ({"log.yml": "a: 1\na: 2\n"}, ("log.yml", 2, "P008")),
    ],
    ids=[
        "a wrong value",
        "an unknown field",
        "a value deep inside",
        "a wrong private value",
        "a private number in words",
        "a field twice",
        "a field of people with an assignment",
        "nobody of that name",
        "a public file",
        "a misspelt folder",
        "a broken log",
    ],
)
def test_what_is_wrong_in_the_folder_is_said_with_its_place(
    public: Sources, tmp_path: Path, files: Mapping[str, str], expected: tuple[str, int, str]
) -> None:
    laid, _ = lay_over(public, folder(tmp_path, files))
    found = [(p.path, p.place.line, p.code) for p in new_problems(laid, public)]
    name, line, code = expected
    assert any(p.endswith(f"/{name}") and (n, c) == (line, code) for p, n, c in found), found


def test_notes_of_the_keeper_and_hidden_files_may_lie_beside(
    public: Sources, tmp_path: Path
) -> None:
    files = {"README.md": "Ours.", ".git/config": "x", "profiles/.gitkeep": ""}
    laid, facts = lay_over(public, folder(tmp_path, files))
    assert (laid, facts) == (public, {})


@pytest.mark.parametrize("link", [AMINA, "profiles"], ids=["of a file", "of a folder"])
def test_a_link_is_not_followed(public: Sources, tmp_path: Path, link: str) -> None:
    elsewhere = folder(tmp_path / "else", {AMINA: "stage: serial"})
    root = folder(tmp_path / "private", {"log.yml": ""})
    (root / link).parent.mkdir(exist_ok=True)
    (root / link).symlink_to(elsewhere / link)
    laid, _ = lay_over(public, root)
    assert [problem.code for problem in laid.problems[len(public.problems) :]] == ["P052"]
    assert laid.collections == public.collections


def test_one_slug_for_a_person_and_an_assignment_is_refused(
    public: Sources, tmp_path: Path
) -> None:
    profile = public.collections["profiles"]["amina-diallo"]
    assignments = {**public.collections["assignments"], "amina-diallo": profile}
    both = replace(public, collections={**public.collections, "assignments": assignments})
    text = "notes: Hers."
    files = {AMINA: text, "assignments/amina-diallo.yml": text}
    laid, facts = lay_over(both, folder(tmp_path, files))
    assert [problem.code for problem in laid.problems] == ["P082"]
    assert list(facts) == ["amina-diallo"]


def test_a_folder_that_is_not_there_is_a_setting_to_mend(public: Sources, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        lay_over(public, tmp_path / "nowhere")
    assert caught.value.code == "S009"


def test_the_sample_folder_fits_the_sample_and_decides_a_match(sample: Sources) -> None:
    laid, facts = lay_over(sample, OVERLAY)
    before, after = directory(sample), directory(laid)
    posting = "collection-centres-owned-by-farmers"
    public_ranking = [m.profile for m in match(before).postings[posting].ranking]
    private_ranking = [m.profile for m in match(after, facts).postings[posting].ranking]
    assert "nadia-benali" in public_ranking
    assert "nadia-benali" not in private_ranking
    assert facts["nadia-benali"].declines_clients == ("CANARY Dairy Holding",)


def test_no_private_value_enters_a_report_of_matches(sample: Sources) -> None:
    laid, facts = lay_over(sample, OVERLAY)
    found = directory(laid)
    report = as_json(match(found, facts), found, Translator())
    assert "CANARY" not in report
    assert "187301" not in report
