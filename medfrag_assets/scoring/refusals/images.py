"""Declining because no picture came: "no X-ray came through", "please upload it again"."""

from collections.abc import Sequence

from medfrag_assets.scoring.cues.kinds import MENTIONS
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.refusals.negators import NEGATORS
from medfrag_assets.scoring.words import spelled

IMAGES = spelled(
    """
    image | images | picture | pictures | photo | photos | photograph | scan | scans | ray | rays | radiograph | mri |
    file | attachment | frame | canvas | patch | slide | film | screenshot | link | upload | dermoscopy |
    micrograph | xray | attachments
    """
)
_ARTICLES = spelled(
    "an | a | any | the | your | actual | such | single | brain | chest | skin | breast | dermoscopic | x | "
    "this | that | of | histopathology | medical | to | mentioned | corresponding | uploaded | attached | "
    "mr | itself | tissue | lesion"
)
_TRANSFER = spelled(
    """
    attached | attach | uploaded | provided | shared | received | receive | included | load | loaded | loading |
    accessible | available | open | display | displayed | arrived | arrive | supplied | sent | conversation | chat |
    message | given | shown | frame | through | side | missing | blank | empty | corrupt | corrupted | broken |
    unavailable | black |
    present | appear | show | render | process | processed | transmitted | here | end
    """
)
# "Nothing here looks wrong" has been seen.
_ARRIVED = _TRANSFER - spelled(
    "here | present | appear | show | display | given | side | end | open | available | black | empty"
)
_PERCEIVES = spelled(
    "see | view | find | have | receive | access | open | load | detect | locate | got | get | received | "
    "seeing | having | shared | provided | attached | uploaded | sent | included | supplied | given"
)
# After these a denied image is not a missing one: "no MRI evidence of".
SPOILED = frozenset({"missing", "blank", "empty", "unavailable", "broken", "corrupt", "corrupted", "inaccessible"})
_ABOUT_FINDINGS = spelled(
    "evidence | findings | finding | signs | sign | features | feature | abnormality | abnormalities | "
    "changes | change | correlate | contrast | pattern | signal | shows | show | appearance | criteria"
)
SENDS = spelled("upload | reupload | resend | attach | share | send | provide | paste | supply | post | include")
_PLEADS = spelled("please | could | can | need | kindly | once | would | if | must | after | first | try")
_SHOWING = frozenset({"show", "display", "appear"})
_AFTER_SHOWING = frozenset({"up", "here", "correctly", "properly", "for", "on", "in", "and", ",", "so", "at"})
_AFTER_BROKEN = _AFTER_SHOWING | IMAGES


def lacks_an_image(items: Sequence[Item], words_of_items: set[str]) -> bool:
    """Like "No image was attached", "I do not see any X-ray", "the picture did not load", "nothing came through"."""
    sent = not words_of_items.isdisjoint(IMAGES) or not words_of_items.isdisjoint(_ARRIVED)
    if not sent or any(item.cue in MENTIONS for item in items):
        return False
    words = [word for item in items for word in item.text.split(" ")]
    negated = False
    image = False
    for place, word in enumerate(words):
        if word in NEGATORS:
            negated = True
            if word == "nothing" and not _ARRIVED.isdisjoint(words[place + 1 : place + 5]):
                return True
            if _is_an_image(words, place + 1) and (word != "not" or place == 0):
                return True
        elif word in _PERCEIVES and negated and _is_an_image(words, place + 1):
            return True
        elif word in IMAGES:
            image = True
        elif word == "broken" and place + 1 < len(words) and words[place + 1] not in _AFTER_BROKEN:
            # "The image shows a broken rib."
            continue
        elif image and word in _TRANSFER and (negated or word in SPOILED) and not _shows_something(words, place):
            return True
    return False


def _shows_something(words: Sequence[str], place: int) -> bool:
    """Like "the MRI does not show it", which has come through."""
    return words[place] in _SHOWING and place + 1 < len(words) and words[place + 1] not in _AFTER_SHOWING


def _is_an_image(words: Sequence[str], place: int) -> bool:
    for at in range(place, min(place + 6, len(words))):
        if words[at] in IMAGES:
            return at + 1 == len(words) or words[at + 1] not in _ABOUT_FINDINGS
        if words[at] not in _ARTICLES:
            return False
    return False


def asks_for_an_image(words: set[str], first: str) -> bool:
    """Like "please upload it again", "I need to see the X-ray"."""
    if not words.isdisjoint({"upload", "reupload", "resend", "attach"}):
        return True
    if words.isdisjoint(SENDS):
        return not words.isdisjoint({"see", "view", "receive"}) and not words.isdisjoint(IMAGES)
    pleads = not words.isdisjoint(_PLEADS) or first in SENDS
    return pleads and not (words.isdisjoint(IMAGES) and words.isdisjoint({"it", "again", "them", "one"}))
