"""Whether something may be called so: "no radiologist would call this", "no grounds to", "the wrong word"."""

from medfrag_assets.scoring.cues.kinds import Cue
from medfrag_assets.scoring.cues.lists import crossed, phrases

# "No reason to suspect", "ample grounds for diagnosing": what is called so, or is not.
_TO_CALL = """
    for diagnosing | to diagnose | for calling it | to call it | to call this | for calling this | to suspect |
    for suspecting | for assuming | to assume | for a diagnosis of | to treat | to invoke | to think of | to speak of |
    to fear | for fearing | to believe in | to consider | to worry about | to expect
    """


def _few(what: str) -> str:
    """The phrases for little or none of each."""
    return " | ".join(f"{few} {one}" for few in ("no", "little", "hardly any", "not any") for one in phrases(what))


def _enough(what: str) -> str:
    """The phrases for enough of each."""
    much = ("every", "good", "ample", "enough", "sufficient", "plenty of", "all the", "strong")
    return " | ".join(f"{enough} {one}" for enough in much for one in phrases(what))


# Who reads such pictures, of whom what all would do is said.
_READERS = (
    *("doctor", "physician", "radiologist", "pathologist", "dermatologist", "neurologist", "neuroradiologist"),
    *("oncologist", "surgeon", "neurosurgeon", "expert", "specialist", "clinician", "reader", "colleague"),
)
NAMING: tuple[tuple[str, Cue], ...] = (
    # "No radiologist would call this normal", "no doctor would look twice at it", "any dermatologist would remove it".
    *crossed(
        Cue.NOT,
        " | ".join(f"no {who} would {ever}".strip() for who in _READERS for ever in ("", "ever")),
        "call|label|report|describe|read|diagnose|accept|consider|take this for|take it for|mistake this for|sign|name",
    ),
    *crossed(
        Cue.NORMAL,
        " | ".join(f"no {who} would" for who in _READERS) + "|nobody would|no one would",
        "look twice|lose sleep|worry|be worried|bother|think twice|call back|call this film back|recall|refer|biopsy|"
        "remove this|remove it|excise|operate|raise an eyebrow|bat an eye|be alarmed|be concerned|lose any sleep|"
        "ask for a second opinion|want a second opinion|call this patient back|call the patient back",
    ),
    *crossed(
        Cue.ABNORMAL,
        " | ".join(f"no {who} would" for who in _READERS) + "|nobody would|no one would",
        "leave this alone|leave it alone|leave that alone|ignore|overlook|let this go|let it go|let this pass|"
        "let it pass|wave this through|wave it through|sleep well|sleep easy|send this home|send home|wait with",
    ),
    *crossed(
        Cue.ABNORMAL,
        " | ".join(f"{any_} {who} would" for any_ in ("any", "every") for who in _READERS),
        "flag|biopsy|remove|excise|worry|be worried|be alarmed|call back|recall|operate|act on|cut out|take out|"
        "reach for|want out|want it out|stop at|frown at|frown",
    ),
    *crossed(
        Cue.IGNORED,
        " | ".join(f"{any_} {who} would" for any_ in ("any", "every") for who in _READERS),
        "call|label|report|describe|read|diagnose|recognize|name|see|spot|notice",
    ),
    *crossed(
        Cue.IGNORED,
        " | ".join(
            f"{takes} {who}"
            for takes in ("not take", "not need", "not require", "not have to be", "not need to be")
            for who in phrases(
                "an expert | a specialist | a radiologist | a pathologist | a dermatologist | a doctor | "
                "a trained eye | a genius | an oncologist | a neurologist | a magnifying glass | a second look"
            )
        ),
        "to see|to spot|to find|to recognize|to notice|to tell|to call|to name|to diagnose",
    ),
    *crossed(
        Cue.NOT,
        "would surprise me|would astonish me|would amaze me|would shock me|be surprised|be astonished|be amazed",
        "if there was|if there were|if this was|if this were|if it was|if it were|if these were|if the",
    ),
    # "I do not see how B could be right", "there is nothing that could be a tumor".
    *crossed(
        Cue.NOT,
        "not see|cannot see|fail to see|hard to see|difficult to see|not imagine|cannot imagine",
        "how|how that|how one could|how anyone could",
    ),
    *crossed(
        Cue.NO,
        "nothing|none",
        "that could be|that might be|that may be|that can be|that could pass for|that could represent|that resembles|"
        "that might represent|that would pass for|which could be",
    ),
    *crossed(
        Cue.IGNORED,
        "anything|something here",
        "that could be|that might be|that may be|that can be|that could pass for|that could represent|which could be|"
        "there that could be|here that could be|there that might be|here that might be|in it that could be",
    ),
    # "I wish I could say yes" says no.
    *crossed(
        Cue.NOT,
        "i wish i could|i wish we could|wish i could|would love to|would love to be able to|would like to be able to|"
        "would have liked to|would have loved to|would dearly like to|would dearly love to|would gladly|"
        "if only i could|if only one could|would so like to|would have liked to be able to|wish it were possible to|"
        "would be nice to|would be nice to be able to",
        "say|answer|call|pick|tick|choose|report|read|label|write|reply|go with|vote for|sign|pass",
    ),
    # "I would not use the word abnormal", "makes 'normal' the wrong word", "benign is too kind a word".
    *crossed(
        Cue.NOT,
        " | ".join(
            f"{denied} {verb} {which}"
            for denied in phrases("not|never|cannot|would not|could not|will not|do not|hesitate to|no reason to")
            for verb in phrases("use|choose|apply|reach for|pick|deserve|merit|earn|warrant|justify")
            for which in ("the", "a")
        ),
        "word|term|label|description|adjective|name|expression",
    ),
    *crossed(
        Cue.WRONG,
        "the wrong|a wrong|an incorrect|the last|too strong a|too big a|too grand a|too harsh a|too weak a|too mild a|"
        "too kind a|too generous a|too soft a|hardly the|not the|not quite the|scarcely the",
        "word|term|label|description|adjective|expression",
    ),
    *crossed(Cue.NOT, _few("grounds | reason | basis | cause | justification | case | need | call"), _TO_CALL),
    *crossed(Cue.IGNORED, _enough("grounds | reason | basis | cause | justification"), _TO_CALL),
    *crossed(
        Cue.IGNORED,
        "no hesitation in | no hesitation about | no qualms about | no trouble | no difficulty | no problem | "
        "no scruples about | confident in | safe in | comfortable",
        "choosing | picking | selecting | calling | saying | answering | labeling | naming | diagnosing | telling",
    ),
)
