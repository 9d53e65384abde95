"""Cohen's kappa against a worked example and scikit-learn, and what happens where it is undefined."""

import polars as pl
import pytest
from sklearn.metrics import cohen_kappa_score

from medfrag_assets.statistics.agreement import OUTCOMES, agreement, cohens_kappa
from medfrag_assets.study.spec import LABELS


def test_the_worked_example() -> None:
    """20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: observed .7, expected .5, kappa .4."""
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    found = cohens_kappa([one for one, _ in pairs], [other for _, other in pairs], ("yes", "no"))
    assert (found.n, found.agreed) == (50, 35)
    assert found.kappa == pytest.approx(0.4, abs=1e-12)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 0.4 < found.high
    # The large-sample interval of Fleiss, Cohen and Everitt, worked out for this table.
    assert (found.low, found.high) == pytest.approx((0.1511, 0.6489), abs=2e-3)


def test_equal_to_scikit_learn_on_many_categories() -> None:
    first = [OUTCOMES[place * 7 % 6] for place in range(120)]
    second = [OUTCOMES[(place * 7 + (place % 5 == 0)) % 6] for place in range(120)]
    assert cohens_kappa(first, second, OUTCOMES).kappa == pytest.approx(cohen_kappa_score(first, second), abs=1e-9)


@pytest.mark.parametrize(
    ("first", "second", "agreed"),
    [([], [], 0), (["yes"] * 3, ["yes"] * 3, 3), (["yes"] * 3, ["yes", "no", "no"], 1)],
)
def test_undefined_is_null_and_never_a_number(first: list[str], second: list[str], agreed: int) -> None:
    found = cohens_kappa(first, second, ("yes", "no"))
    assert (found.n, found.agreed) == (len(first), agreed)
    assert (found.kappa, found.low, found.high) == (None, None, None)


def test_raters_of_different_items_are_refused() -> None:
    with pytest.raises(ValueError, match="2 and 1 ratings"):
        cohens_kappa(["yes", "no"], ["yes"], ("yes", "no"))


def test_overall_tells_sides_apart_and_labels_do_not() -> None:
    ratings = pl.DataFrame(
        {
            "first_verdict": ["positive", "positive", None, None],
            "first_label": ["answered", "answered", "refused", "hedged"],
            "second_verdict": ["positive", "negative", None, None],
            "second_label": ["answered", "answered", "refused", "refused"],
        }
    )
    rows = {row["scope"]: row for row in agreement("rules", "gold", ratings).iter_rows(named=True)}
    assert set(rows) == {"all", *LABELS}
    assert (rows["all"]["n"], rows["all"]["agreed"]) == (4, 2)
    assert rows["answered"]["agreed"] == 4
    assert rows["answered"]["kappa"] == pytest.approx(1)
    assert rows["refused"]["agreed"] == 3
    assert rows["empty"]["kappa"] is None
