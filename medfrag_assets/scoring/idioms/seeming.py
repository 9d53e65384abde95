"""What only seems so: "what looks like a vessel is a tumor", "the suspected tumor turned out to be a cyst"."""

from medfrag_assets.scoring.cues.kinds import SIDES, STATES, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.words import spelled

# What it looks like or was suspected to be, in front of what it is.
SEEMS = frozenset(
    phrases(
        """
        what looks like | what appears to be | what seems to be | what might look like | what may look like |
        what resembles | what could pass for | what might pass for | what may pass for | what passes for |
        what at first looks like | what seems like | what might suggest | what could be taken for |
        what might be taken for | what could be mistaken for | what might be mistaken for | what was taken for |
        what was thought to be | what was called | what was reported as | what has been called | what i took for |
        what one might call | what looked like | what seemed to be | what seemed like | what appeared to be |
        what one could call | what some would call | what you might call | what could look like | what can look like |
        what they took for | what you took for | what one took for | what we took for | what the report calls |
        what the referral calls | what you call | what you see as | what the report called | what they called |
        what he took for | what she took for
        """
    )
)
TURNS_OUT = frozenset(phrases("turned out to be|turns out to be|proved to be|proves to be"))
IS = frozenset({"is", "are", "was"})
SUPPOSED = frozenset(
    phrases("supposed|presumed|alleged|purported|putative|apparent|so called|would be|ostensible|took")
)
_REAL = spelled(
    "real | confirmed | genuine | indeed | present | there | visible | seen | true | still | clearly | evident"
)


def read_what_was_supposed(items: list[Item]) -> None:
    """Like "The supposed consolidation is breast tissue", "The nevus that they took it for is a melanoma"."""
    first = next((place for place, item in enumerate(items) if item.text in SUPPOSED or item.text == "took"), -1)
    told = items[first + 1 : first + 3] if items[first].text != "took" else items[:first]
    if not any(item.cue in STATES for item in told) or (
        items[first].text == "took" and "for" not in [item.text for item in items[first : first + 3]]
    ):
        return
    joint = next((place for place in range(first + 1, len(items)) if items[place].text in IS), len(items) - 1)
    behind = items[joint + 1 : joint + 3]
    if (
        items[joint].text in IS
        and behind
        and all(item.text not in _REAL and item.cue is not Cue.NOT for item in behind)
    ):
        read_seeming(items, first, IS)
        if items[joint].cue is Cue.BREAK:
            items[0] = items[0].changed(Cue.ASKED)


def read_seeming(items: list[Item], first: int, joints: frozenset[str]) -> None:
    """Like "what looks like a vessel is a tumor", "the suspected tumor turned out to be a cyst".

    What stands before the joint is denied where nothing of the task stands behind it, else only asked about.
    """
    joint = next((place for place, item in enumerate(items) if place > first and item.text in joints), None)
    if joint is None:
        return
    replaced = any(item.cue in SIDES for item in items[joint + 1 :])
    items[joint] = items[joint].changed(Cue.BREAK if replaced else Cue.ABSENT)
    if replaced:
        items[0] = items[0].changed(Cue.ASKED)
