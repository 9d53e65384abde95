"""Whether a clause says of what it names that it is there, and does more than speak of it."""

from medfrag_assets.scoring.cues.kinds import DENIES, MENTIONS, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.lexicon import Item

# What says of the thing named behind it that it is there, and what may follow a thing that is.
ASSERTS = frozenset(
    phrases(
        """
        is | are | was | shows | show | showing | see | seen | there | reveals | demonstrates | contains | suggests |
        suggest | suggesting | suggestive | indicates | indicating | consistent | compatible | looks | look |
        appears |
        appear | seems | find | found | represents | represent | favor | favors | diagnosis | impression |
        suspicious |
        concerning | worrisome | call | typical | characteristic | pathognomonic | diagnostic | fits | fit | matches |
        points | means | proves | confirms | due | reflects | corresponds | detect | identify | visible | evidence |
        sign | signs | notice | spot | like | think | believe | be | being | mean | has | have | resembles | with |
        without | no | must | become | remains | signifies | answer | choose | say | pick | go | opt | vote | next |
        read | label | classify | put | settle | adds | make | makes | amounts | spells | equals
        """
    )
)
ASSERTING = frozenset({Cue.LIKELY, Cue.CONCLUSION, Cue.SPEAKS, Cue.NO, Cue.CORRECTION, Cue.OPTION})
_PLACES = frozenset(
    phrases(
        """
        present | seen | visible | noted | identified | evident | here | detected | found | likely | suspected |
        there |
        absent | probable | is present | excluded | out | unlikely | favored | apparent | what | in | at | on
        """
    )
)
# What a thing does of which is only spoken: "tumors are a serious matter", "melanoma must be diagnosed".
_TAKES = frozenset(
    phrases(
        """
        needs | need | must | should | can | can be | could be | can only be | takes | take | requires | require |
        caught | matters | belongs | exceeds | deserves | goes | screening | diagnoses | prevention | questions |
        diagnosis | specialist | specialists | treatment | experts | expert | or
        """
    )
)
# "The tumor is not small": there is one.
_THE = frozenset({"the", "this", "these", "that"})
_IS = frozenset({"is", "are", "was", "were", "also", "clearly", "not", "has", "been"})
# What one does about a disease, and what is said of doing so.
_TOPICS = frozenset(
    phrases(
        "diagnosis|evaluation|assessment|detection|identification|analysis|interpretation|screening|conclusion|"
        "determination|exclusion|presence|statement|statements|decision|treatment|opinion|conclusions|diagnoses"
    )
)
_ABOUT = frozenset({"of", "for", "about", "on"})
SUBJECT_OF = frozenset(
    phrases(
        "is|are|requires|require|needs|must|should|cannot|can|from|by|based|takes|has|involves|calls|belongs|depends"
    )
)
_SPEAKERS = frozenset(
    phrases(
        "you|about|my|your|if|diagnose|diagnosing|diagnosed|rule|ruling|exclude|word|between|whether|"
        "distinguish|distinguishing|differentiate|tell|telling|worried|worry|questions|matters|assess|interpret|rely|"
        "chercher|buscar|suchen|cercare|pour|para|für|per|zwischen|entre"
    )
)
# "Any mole that worries you" is no mole that is seen. Without one of all these nothing is only spoken of.
_ANY = frozenset({"any", "every"})
SPOKEN_OF = _SPEAKERS | _TAKES | _IS | _ANY
# How far around a name stands what it is the object or subject of, in items.
_AROUND = 8


def asserts_from(items: list[Item]) -> int:
    """The place of the first word that says of what follows it that it is there, as "shows" or "is"."""
    for place, item in enumerate(items):
        if item.text in ASSERTS or (" " in item.text and not ASSERTS.isdisjoint(item.text.split(" "))):
            return place
    return len(items)


def is_topic(items: list[Item], place: int) -> bool:
    """Like the cancer of "The evaluation of tissue for cancer is a medical task": there is only talk of it.

    Asked of what one of `SUBJECT_OF` follows.
    """
    before = [item.text.split(" ")[-1] for item in items[max(0, place - _AROUND) : place]]
    head = next((at for at in range(len(before) - 1, -1, -1) if before[at] in _TOPICS), None)
    return head is not None and not _ABOUT.isdisjoint(before[head + 1 :]) and _IS.isdisjoint(before[head + 1 :])


def stands_alone(items: list[Item], place: int) -> bool:
    """Whether a name is no object of "about" or "diagnose", and no subject of anything but where and how it is."""
    behind = items[place + 1 : place + 1 + _AROUND]
    after = [item.text for item in behind if item.cue not in MENTIONS and item.cue is not Cue.JOINS]
    subject = bool(after) and (after[0] in _IS or after[0].split(" ")[0] in _TAKES or after[0] in _TAKES)
    following = next((text.split(" ")[-1] for text in after if text not in _IS), "")
    least = max(-1, place - 1 - _AROUND)
    mark = next((at for at in range(place - 1, least, -1) if items[at].text in (",", ":")), least)
    before = {word for item in items[mark + 1 : place] if item.cue not in DENIES for word in item.text.split(" ")}
    if not before.isdisjoint(_SPEAKERS) or items[mark + 1].text in _ANY:
        return False
    # As a subject of something else it is only spoken of.
    return not subject or following in _PLACES or not following or not before.isdisjoint(_THE)
