"""What holds of every view."""

from wizard.app.steps.registry import all_steps
from wizard.app.views.registry import all_views


def test_views_and_steps_share_no_name() -> None:
    """The list, the session and the window tell views and steps apart by their ids and titles alone."""
    ids = [known.id for known in (*all_steps(), *all_views())]
    titles = [known.title for known in (*all_steps(), *all_views())]
    assert len(set(ids)) == len(ids)
    assert len(set(titles)) == len(titles)


def test_views_say_what_they_are() -> None:
    """Every view has a title, a question and a line that says what it answers from."""
    for view in all_views():
        assert view.title
        assert view.question.endswith("?")
        assert view.hint.endswith(".")
