"""What a response says about a task's words: each mention asserted, negated, hedged or only asked about."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from medfrag_assets.scoring.alternatives import (
    ASPECTS,
    UNDECIDING,
    declines_to_choose,
    is_neither,
    leaves_open,
    leaves_undecided,
    opposites,
)
from medfrag_assets.scoring.chances import CHANCES, is_even, is_label, is_number, percents, states_percent
from medfrag_assets.scoring.cues.kinds import MENTIONS, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.explains import carries_on, explains
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.refusals.declining import Refusal, declines
from medfrag_assets.scoring.sentences import FRAGMENTS, Passage, Sentence, passage_of
from medfrag_assets.scoring.sights import (
    describes,
    is_decided_by_a_sight,
    is_of_the_picture,
    supposes_a_sight,
    wants_a_better_picture,
)
from medfrag_assets.scoring.standards import Standard, condition_of, is_met, standard_of
from medfrag_assets.scoring.words import ends, spelled

Mode: TypeAlias = Literal["said", "hedged", "asked"]

_REFUSALS = frozenset({Cue.REFUSAL, Cue.REFUSED_SCOPE})
_DOUBTS = frozenset({Cue.HEDGE, Cue.MODAL})
_SUPPOSES = frozenset({Cue.SEARCH, Cue.WOULD})
_SIDES = frozenset(
    {Cue.ABNORMAL, Cue.POSITIVE, Cue.NEGATIVE, Cue.POSITIVE_ENTITY, Cue.NEGATIVE_ENTITY, Cue.OPTION, Cue.NORMAL}
)
_DENIES = frozenset({Cue.NO, Cue.NOT, Cue.ABSENT})
_CLOSES = _DENIES | {Cue.WRONG, Cue.HEDGE}
# What may open a clause, and what changes the reading of one.
_OPENS = frozenset({Cue.BREAK, Cue.OPENER, Cue.LIKELY, Cue.SHOWS, Cue.MODAL})
_ASKS = frozenset({Cue.CONDITION, Cue.WOULD, Cue.ASKED, Cue.SEARCH})
_ACTS = (
    MENTIONS
    | _DENIES
    | _DOUBTS
    | _SUPPOSES
    | {
        *(Cue.WRONG, Cue.SHOWS, Cue.LIKELY, Cue.CONDITION, Cue.ASKED, Cue.JOINS, Cue.UNDONE, Cue.SPEAKS),
    }
)
# What a denial without a word of its own refers to: "I could not find either".
_ANAPHORS = frozenset(
    {"either", "any", "it", "them", "one", "such", "these", "those", "neither", "none", "nothing", "so", "that", "this"}
)
_DENIALS = frozenset(
    phrases(
        """
        no | none | nope | nah | negative | absent | not | never | neither | nothing | nein | non | hardly | scarcely |
        barely | not a chance | no chance | fat chance | not the slightest chance | not in a million years |
        not for a moment | not for a second | not by a long shot
        """
    )
)
_ASSENTS = frozenset(phrases("yes|yeah|yep|present|positive|both|all|affirmative|definitely|certainly|confirmed|ja|sí"))

_AUXILIARIES = frozenset(
    {"is", "are", "was", "were", "do", "does", "did", "has", "have", "i", "there", "could", "would"}
)
_SIGHTS = frozenset({"see", "find", "have", "show", "notice", "got", "detect", "contain", "contains", "shows", "need"})
_ADVISES = frozenset(
    {"see", "consult", "check", "checked", "should", "visit", "monitor", "return", "please", "seek", "ask"}
)
_PASSIVES = frozenset(
    {
        *("is", "was", "it", "they", "this", "has", "have", "been", "then", "later", "could", "were", "are", ","),
        *("the", "mri", "scan", "image", "x", "ray", "patch", "slide", "does", "did", "i", "film", "picture", "photo"),
        *(
            "radiograph",
            "lesion",
            "tissue",
            "lungs",
            "brain",
            "chest",
            "here",
            "that",
            "so",
            "do",
            "evidence",
            "findings",
        ),
        *("what", "there", "nothing", "of", "kind", "sort", "itself", "simply", "actually", "clearly", "would"),
    }
)
# In Romance languages and German a second negation of this kind denies no less.
_CONCORDS = frozenset(
    {"ningún", "ninguna", "nessun", "nessuna", "nenhum", "nenhuma", "aucun", "aucune", "keinen", "keine", "nada"}
)
# "Let me check the image for pneumonia" says nothing yet.
_SEEKS = frozenset(
    phrases(
        """
        analyze | examine | check | look | inspect | evaluate | assess | review | scan | search | help | determine |
        identify | explain | compare | describe | start | begin | walk | tell | see | find | detect | diagnose |
        interpret | study | decide | discuss | give | provide | answer
        """
    )
)
_ORGANS = frozenset({"lung", "lungs", "brain", "parenchyma", "pulmonary", "tissue"})
# How far behind a "but" a "none" takes back what stands before it, and what may follow it.
_NEAR = 6
_NOW = frozenset(phrases("now|here|today|in|at|is|left|remains|any more|anymore|,|on|can be seen|any longer|present"))
_UNSETTLED = frozenset({"which", "whether", "if"})
_EXPECTS = frozenset(phrases("would expect|would expect to see|one would find|we would expect|we would see"))
_MAKES = frozenset({"makes", "make", "making", "renders", "render", "rendering"})
_UNDOES = frozenset({Cue.ABSENT, Cue.WRONG})
# "Looks like", "was suspected": what may yet be called something else.
_SEEMS = frozenset({"looks", "look", "think", "suspected", "considered", "mistake", "mistaken", "resembles", "seems"})
_HEDGING_ADVERBS = frozenset({"only", "just", "really", "actually", "rather", "probably", "merely", "in", "fact"})
_ELLIPSES = frozenset({"there is", "there are", "it is", "it does", "they are", "it has", "they do"})
_COUNTED = frozenset({"one", "none"})
# "Abnormal? I would say the opposite."
_OPPOSITES = frozenset({"opposite", "reverse", "contrary", "otherwise"})
_HAVE = frozenset({"is", "has", "see", "shows", "contains", "have"})
_IT = frozenset({"it", "this", "that", "they", "these", "both", "which"})
_GONE = frozenset(
    phrases(
        """
        resolved | has cleared | have cleared | cleared up | is gone | are gone | has gone | disappeared |
        been removed | was removed | completely removed | fully removed | been excised | was excised | resected |
        ruled out | excluded | rejected | dismissed | discarded
        """
    )
)
_ARTICLES = frozenset({"the", "this", "these", "both", "each"})
_OTHER_THAN_THEM = frozenset({"not one of them", "not one of these", "not one of those", "not among them"})
_ALL = frozenset({"everything", "all", "throughout", "whole", "entire", "overall", "every", "otherwise normal"})
_RHETORICAL = frozenset(
    phrases(
        "what else could it be but|what else could this be but|what else can it be but|what else can this be but|"
        "what else would it be but|what else is this but|what else could these be but|what else than|what else but|"
        "what else except|what other than|who else but|what if not|"
        "how could it be anything but|how can it be anything but|how could this be anything but|what could it be but|"
        "what can it be but|what is this if not"
    )
)
_COMPLEMENTS = frozenset({"a", "an", "the", "it", "one", "what", "this", "that"})
# "A tumor, it is not."
_NOT_IT = frozenset({"it is not", "this is not", "that is not", "they are not", "that it is not"})
_BARE_SUBJECTS = frozenset({Cue.POSITIVE, Cue.POSITIVE_ENTITY})
# What is said to have changed or not is there.
_CHANGES = frozenset(
    phrases(
        "spread|reached|reach|cross|crossed|involve|involved|extend|extended|grow|grown|progressed|progress|cleared|"
        "clear|resolve|improve|improved|invade|invaded|metastasized|changed|change|shrunk|shrink|respond|responded|"
        "need|require|affect|touch|displace|compress|enhance|calcify|bleed|small|large|big|benign|alone|only|just"
    )
)
# Of these "normal" says nothing about what else is in the picture.
_STRUCTURES = spelled(
    """
    ventricles | ventricle | sulci | gyri | cortex | nerves | nerve | hemisphere | cerebellum | cerebellar | pons |
    thalamus | ganglia | matter | callosum | midline | hippocampus | pituitary | sella | brainstem | medulla |
    cisterns | angles | angle | apices | apex | hilum | hila | vessels | vasculature | ribs | clavicles | diaphragm |
    trachea | base | bases | lobules | stroma | glands | ducts | fat | nuclei | network | border | edge | outline |
    color | colors | left | right | elsewhere | rest | other | others | outside | adjacent | around | surrounding |
    upper | lower | half | corner | center | background | skull | bones | heart | size | contour | marrow | orbits |
    sinuses | lobe | side | neighboring | neighbor | remaining | otherwise | apart | duct | gland | lobule
    """
)
_RELATES = frozenset({",", "which", "where", "who"})
_CARRIES_ON = frozenset({"and", "but", "while", "because", "since"})
_UNMEASURED = frozenset({Cue.FINDING, Cue.SIGN})
_PAUSES = frozenset({",", ":"})
_DIVIDES = _PAUSES | {"and", "/"}
# These stand within a clause as well as before one: "evidence is therefore lacking".
_FLOATS = frozenset(phrases("however|therefore|thus|hence|though|nevertheless|nonetheless|on the other hand|that said"))
_BEFORE_FLOATING = frozenset(
    phrases("is|are|was|were|be|been|has|have|had|do|does|did|can|could|must|should|will|would|and")
)
# "..., B being out of the question".
_OF_A_LETTER = frozenset(phrases("being|is|does|would|cannot|can|has|seems|fits|having|looks|was|not"))
_PRONOUNS = frozenset({"it", "this", "that", "there", "they", "these", "i"})
# What one does who asks.
_WISHES = frozenset(phrases("ask|asking|asked|want|wanted|wish|hope|hoping|wonder|wondering|fear|worry|worried"))
_DEPENDS = frozenset({"depends", "depending on"})
# What says of the thing named behind it that it is there, and what may follow a thing that is.
_ASSERTS = frozenset(
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
_NAMED = frozenset({Cue.POSITIVE, Cue.NEGATIVE, Cue.POSITIVE_ENTITY, Cue.NEGATIVE_ENTITY, Cue.NORMAL})
_SIGNS = frozenset({Cue.FINDING, Cue.SIGN, Cue.ABNORMAL, Cue.NORMAL})
_NO_DOUBTS = frozenset({"can be", "consider", "potential", "potentially"})
_ASSERTING = frozenset({Cue.LIKELY, Cue.CONCLUSION, Cue.SPEAKS, Cue.NO, Cue.CORRECTION, Cue.OPTION})
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
_SPEAKERS = frozenset(
    phrases(
        "you|about|my|your|if|diagnose|diagnosing|diagnosed|rule|ruling|exclude|word|between|whether|"
        "distinguish|distinguishing|differentiate|tell|telling|worried|worry|questions|matters|assess|interpret|rely|"
        "chercher|buscar|suchen|cercare|pour|para|für|per|zwischen|entre"
    )
)
# "Any mole that worries you" is no mole that is seen. Without one of all these nothing is only spoken of.
_ANY = frozenset({"any", "every"})
_SPOKEN_OF = _SPEAKERS | _TAKES | _IS | _ANY
_SPOKEN_TO = frozenset({"you", "your", "please", "i", "me", "we", "us"})
_ADVERSATIVES = frozenset({"but", "however", "yet"})
# In front of what is granted, before something else is said to weigh more.
_CONCEDES = frozenset({"although", "though", "even though", "while", "despite", "granted", "admittedly"})
_CLEAR = frozenset({"clear", "lung is clear", "lungs are clear", "normal", "lung is normal", "clear lung"})
# "No it is benign", written without its comma.
_SUBJECTS = frozenset({"it", "this", "there", "the", "they", "that", "i", "these"})
_AGAINST = frozenset(
    phrases("against|speaks against|speak against|argues against|argue against|arguing against|speaking against")
)
_EXCEPTS = frozenset({"except", "exception", "apart", "aside"})
_GOOD = frozenset({Cue.NEGATIVE, Cue.NEGATIVE_ENTITY})
_ONE_SIDED = ({Cue.POSITIVE_ENTITY}, {Cue.NEGATIVE_ENTITY})
# How long a heading may be, and what heads a list of which any may be.
_BORDERLINE = frozenset({"borderline", "indeterminate", "equivocal", "inconclusive", "ambiguous"})
_HEADING = 5
_ENTRY = 8
_POSSIBILITIES = frozenset(
    phrases("differential|differentials|ddx|possible|possibilities|considerations|interpretations|possibility")
)
_LISTED = frozenset({"following", "these", "those", "them", "listed"})
_VERBS = frozenset(
    phrases(
        "is|are|was|were|has|have|shows|show|i|there|this|it|final|answer|conclusion|therefore|so|but|however|no|not|"
        "yes"
    )
)
_FOUND = frozenset({"found", "saw", "see", "spotted", "detected", "located", "identified"})
_SOUGHT = frozenset({"one", "it", "them", "both", "all", "some", "several", "two", "this", "these", "that", "evidence"})


class Mention(NamedTuple):
    """A word of a side, an option or a finding, with what its clause does to it.

    `start` takes in the negator before it. `corrected`: stands behind a correction; `concluded`: in a concluding
    sentence; `initial`: said to be a first impression; `weak`: only spoken for; `partial`: the clause is about a part
    of the picture only; `asserted`: the clause says that it is there, and does more than speak of it. `name` is the
    word, or the letter of an option.
    """

    cue: Cue
    name: str
    negated: bool
    mode: Mode
    concluded: bool
    corrected: bool
    initial: bool
    weak: bool
    partial: bool
    asserted: bool
    start: int
    end: int


class Span(NamedTuple):
    """A place in the response."""

    start: int
    end: int


@dataclass(slots=True)
class Reading:
    """All that was said. Cues that name no side are kept with their place, the first of each kind.

    `corrected_at` is the place of the last correction, `described` the first clause that says what a structure looks
    like, `undecided` the first inability to decide, `wondered` the end of the first name with a question mark behind
    it, `opened_at` the place where the answer was last left open, `either` the first clause that names both sides with
    an "or" between; null without one. `supposed` is what is said only under a condition, `doubted` how often a "may"
    was about the picture, `weighed` whether a condition was, `bordered` whether the text begins by leaving all open,
    `contrasted` what is told of as it would look.
    """

    mentions: list[Mention] = field(default_factory=list)
    hedge: Item | None = None
    modal: Item | None = None
    refusal: Item | Span | None = None
    condition: Item | None = None
    corrected_at: int | None = None
    described: Span | None = None
    undecided: Item | None = None
    wondered: Item | None = None
    opened_at: int | None = None
    either: Span | None = None
    doubted: int = 0
    weighed: bool = False
    bordered: bool = False
    supposed: list[Mention] = field(default_factory=list)
    contrasted: list[Mention] = field(default_factory=list)


class _Setting(NamedTuple):
    """What stands around a clause does to it: nothing in it is said; a conclusion holds to the end of the sentence, a
    condition everywhere; whether a number, or an "except", stands anywhere; from which item on it is only asked about;
    whether it leaves both sides open; whether something speaks for a side in the sentence.
    """

    silent: bool
    concluded: bool
    conditional: bool
    numeric: bool
    excepts: bool
    asked_from: int | None
    undecided: bool
    speaks: bool


def read_sentences(sentences: list[Sentence]) -> Reading:
    """Reads every clause. Mentions of an explaining sentence or of a question say nothing, until they are settled."""
    reading = Reading()
    reader = _Reader(reading)
    for sentence in sentences:
        reader.read(sentence)
    # "It speaks for A. I cannot say which it is": what was only weighed is no choice.
    if reading.hedge is not None or reading.undecided is not None:
        reading.mentions = [one._replace(mode="hedged") if one.weak else one for one in reading.mentions]
    # "There are two colors, but no veil. Both options remain possible": what was said before is no choice either.
    if reading.opened_at is not None:
        reading.mentions = [_opened(one, reading.opened_at) for one in reading.mentions]
    # "It is borderline. The tonsils reach low": signs alone do not settle it.
    if reading.bordered and all(one.cue in _SIGNS or one.mode != "said" or one.negated for one in reading.mentions):
        reading.mentions = [one if one.concluded else _opened(one, one.end) for one in reading.mentions]
    # "Finding tumors is work for a radiologist" speaks of tumors and finds none.
    if reading.refusal is not None:
        reading.mentions = [
            one._replace(mode="asked" if reading.opened_at is None else "hedged")
            if one.mode == "said" and not one.asserted and one.cue in _NAMED
            else one
            for one in reading.mentions
        ]
    return reading


def _opened(mention: Mention, at: int) -> Mention:
    """The mention, hedged where the answer is left open behind it."""
    return mention._replace(mode="hedged") if mention.mode == "said" and mention.start < at else mention


@dataclass(slots=True)
class _Supposition:
    """What of a sentence holds only under a condition, while its clauses are read.

    `begun`: a condition has been read; `silences`: nothing but it makes what follows silent; `hinges`: all that follows
    is supposed; `sight`: the condition is about what is seen; `declined`: it, or what follows, declines.
    """

    begun: bool = False
    silences: bool = False
    hinges: bool = False
    sight: bool = False
    declined: bool = False


# Of a sentence without a condition; never changed.
_UNCONDITIONAL = _Supposition()


class _Reader:
    """Reads sentences one after the other: a question may be settled, and an explanation carried on, by the next."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._pending: list[Mention] = []
        self._explaining = False
        self._numeric = self._excepts = self._seems = self._speaks = False
        # Where the mentions of the last clause with any begin, and those of the last sentence with any.
        self._said_last = self._told_last = 0
        # Whether the entries of a list follow of which none is there, or of which any may be.
        self._denies_list = self._doubts_list = False
        # Whether the last clause declined.
        self._declines = False
        # Whether the last sentence was no more than a heading like "Conclusion".
        self._concludes = False
        # Whether the first sentence began with a yes or a no.
        self._replied = False
        # Whether the sentence before this one held a condition.
        self._conditional = False
        # The standard that the last sentence set, and which mention it is a standard of.
        self._standard: Standard | None = None
        self._measured: int | None = None
        self._begun = False
        # Whether a sentence before this one has said anything.
        self._has_said = False

    def read(self, sentence: Sentence) -> None:
        """Adds what the sentence says."""
        first, self._begun = not self._begun, True
        colon = _heads_a_denied_list(sentence)
        if colon:
            self._read(Sentence(passage_of(sentence.items[:colon]), False))
            self._denies_list = True
            if colon + 1 < len(sentence.items):
                self._read_entry(Sentence(passage_of(sentence.items[colon + 1 :]), False))
        elif self._denies_list and _is_entry(sentence):
            self._read_entry(sentence)
        elif self._doubts_list and len(sentence.items) <= _ENTRY and Cue.CONCLUSION not in sentence.whole.cues:
            self._read_possibility(sentence)
        else:
            self._denies_list = False
            self._read(sentence)
            if first and (self._reading.opened_at is not None or _is_borderline(sentence)):
                self._reading.bordered = True
            self._doubts_list = _heads_possibilities(sentence) or (self._doubts_list and sentence.question)
            if self._leaves_conclusion_open(sentence):
                self._reading.opened_at = sentence.items[0].start
            self._concludes = Cue.CONCLUSION in sentence.whole.cues and len(sentence.items) <= _HEADING

    def _leaves_conclusion_open(self, sentence: Sentence) -> bool:
        """Like "Overall: inconclusive": what a text comes to outweighs what it came from."""
        cues = sentence.whole.cues
        if Cue.HEDGE not in cues or not cues.isdisjoint(MENTIONS) or sentence.question or Cue.CONDITION in cues:
            return False
        if not sentence.whole.words.isdisjoint(ASPECTS) or not cues.isdisjoint(_DENIES):
            return False
        return self._concludes or Cue.CONCLUSION in cues or len(sentence.items) <= _HEADING

    def _read_entry(self, entry: Sentence) -> None:
        """An entry of a list below "none of the following"."""
        mentions = self._reading.mentions
        before = len(mentions)
        self._read(entry)
        for place in range(before, len(mentions)):
            mentions[place] = mentions[place]._replace(negated=True)

    def _read_possibility(self, entry: Sentence) -> None:
        """An entry of a list below "differential diagnosis"."""
        mentions = self._reading.mentions
        before = len(mentions)
        self._read(entry)
        for place in range(before, len(mentions)):
            if mentions[place].mode == "said" and not mentions[place].negated:
                mentions[place] = mentions[place]._replace(mode="hedged")

    def _read(self, sentence: Sentence) -> None:
        reading = self._reading
        whole, question = sentence
        items, cues = whole.items, whole.cues
        if self._has_said and not self._replied and _corrects(items):
            reading.corrected_at = items[0].start
        # "Yes, it is normal. No, it is abnormal" takes nothing back; it answers twice.
        self._replied = self._replied or (not self._has_said and items[0].text in ("yes", "no"))
        self._numeric = any(map(is_number, whole.texts))
        self._excepts = not whole.words.isdisjoint(_EXCEPTS)
        self._seems = Cue.INITIAL in cues or not whole.words.isdisjoint(_SEEMS)
        self._speaks = Cue.SPEAKS in cues
        self._explaining = explains(items, cues, whole.texts) or (self._explaining and carries_on(items))
        if not self._explaining or "i" in whole.texts:
            _keep_first_cues(sentence, cues, reading)
        # "If they are necrosis, it is not" answers nothing, and neither does "if it was not, it is".
        if Cue.CONDITION in cues or items[0].text.startswith("if "):
            self._pending = []
        if self._pending and not question:
            # "Would I call it normal? With that many mitoses, hardly."
            answer = items[-1:] if [item.text for item in items[-2:-1]] == [","] else items
            self._settle_pending(answer, {item.cue for item in answer})
        if sentence.is_fragment and not (cues.isdisjoint(_SIDES) and whole.texts.isdisjoint(_ASSENTS | _DENIALS)):
            reading.wondered = reading.wondered or items[-1]
        otherwise = items[0].text in ("otherwise", "else")
        silent = (question and not _is_rhetorical(whole)) or self._explaining or (otherwise and self._conditional)
        # "Whether it is normal depends on the age: in a child it would be abnormal."
        silent = silent or not whole.texts.isdisjoint(_DEPENDS)
        self._conditional = Cue.CONDITION in cues or otherwise
        before = self._said_last = len(reading.mentions)
        if _is_gone(whole):
            self._said_last = self._told_last
        supposed = self._read_clauses(whole, silent)
        self._hold_against_a_standard(sentence, before)
        # "Had all of it looked so, I would have called it a nevus" weighs nothing: it did not.
        unreal = "would have" in whole.texts and whole.words.isdisjoint({"may", "might", "could"})
        if supposed.sight and not (supposed.declined or question or unreal or self._explaining):
            reading.condition = reading.condition or items[0]
            reading.weighed = True
        added = reading.mentions[before:]
        if not added:
            return
        asked = [one for one in added if one.mode == "asked"]
        if question:
            self._pending = asked or self._pending
        elif cues.isdisjoint(_SUPPOSES):
            # "It would be malignant if it had a veil. It has none."
            self._pending = asked if Cue.CONDITION in cues else []
        if supposed.begun and not supposed.declined:
            reading.supposed += asked
        self._told_last = before
        self._has_said = self._has_said or any(one.mode == "said" for one in added)

    def _read_clauses(self, whole: Passage, silent: bool) -> _Supposition:
        """Reads the clauses of a sentence. Returns what of it holds only under a condition."""
        concluded, conditional = False, self._conditional
        # "A range of tones, depending on the weighting" is no answer that depends.
        depends = "depends" in whole.texts or ("depending on" in whole.texts and not whole.cues.isdisjoint(_SIDES))
        supposed = _Supposition() if depends or Cue.CONDITION in whole.cues else _UNCONDITIONAL
        clauses = _split_clauses(whole, self._numeric and states_percent(whole.items) > 1)
        if len(clauses) > 1:
            clauses = ends(clauses, whole.items[-1].end - whole.items[0].start, *FRAGMENTS)
        for clause in [whole] if len(clauses) == 1 else map(passage_of, clauses):
            # What follows an "if" or "that hinges on" holds only under it, to the end of the sentence.
            silent = silent or supposed.hinges
            if clause.items[0].cue is Cue.CONDITION:
                silent, supposed.silences = True, supposed.silences or not silent
            elif supposed.silences and clause.items[0].text in _ADVERSATIVES and Cue.CONDITION not in clause.cues:
                # "Were it sharp, I would call it normal, but it is blurred and therefore abnormal."
                silent = conditional = supposed.silences = False
            concluded = concluded or Cue.CONCLUSION in clause.cues
            self._read_clause(clause, silent, concluded, conditional)
            if supposed.begun or Cue.CONDITION in clause.cues:
                self._suppose(clause, supposed)
        # "It depends on the network, which I cannot see" is no less open.
        if (depends or (supposed.begun and _turns_on(whole))) and is_decided_by_a_sight(whole.words, whole.cues):
            supposed.sight, supposed.declined = True, False
        return supposed

    def _suppose(self, clause: Passage, supposed: _Supposition) -> None:
        """Notes what the clause just read, of a condition or behind one, says of what the condition is about."""
        if not supposed.begun:
            supposed.begun = True
            supposed.sight = supposes_a_sight(clause.words, clause.cues) or _turns_on(clause)
            if wants_a_better_picture(clause.words):
                span = Span(clause.items[0].start, clause.items[-1].end)
                self._reading.refusal = self._reading.refusal or span
                supposed.declined = True
        supposed.hinges = supposed.hinges or _hinges(clause)
        supposed.declined = supposed.declined or self._declines

    def _hold_against_a_standard(self, sentence: Sentence, before: int) -> None:
        """Like "A normal film would have dark fields. Here they are white": what is required, and whether it is met."""
        mentions, items = self._reading.mentions, sentence.items
        cues = sentence.whole.cues
        found: tuple[Standard, int] | None = None
        if not sentence.question and not self._explaining and not cues.isdisjoint(MENTIONS):
            found = standard_of(items, cues, sentence.whole.words)
            found = found or (condition_of(items) if Cue.CONDITION in cues else None)
        if found is None:
            if self._standard is not None:
                self._measure(is_met(self._standard, items))
            self._standard = None
            return
        self._standard, end = found
        of = items[self._standard.kind].start
        behind = range(before, len(mentions))
        told = (at for at in behind if mentions[at].end >= of and mentions[at].cue not in _UNMEASURED)
        self._measured = next(told, None)
        # "Had it been a tumor, it would have grown": what would follow is named to say that it does not.
        would = next((item.start for item in items if "would" in item.text.split(" ")), items[0].start)
        if self._measured is not None and mentions[self._measured].start < would:
            self._reading.contrasted.append(mentions[self._measured])
        if self._standard.conditional and len(mentions) - before != 1:
            self._standard = None
            return
        met = is_met(self._standard, items[end:])
        if met is not None:
            mentions[before:] = [one._replace(mode="asked") for one in mentions[before:]]
            self._measure(met)
            self._standard = None

    def _measure(self, met: bool | None) -> None:
        """Says of what a standard was set for that it is there, or that it is not."""
        mentions = self._reading.mentions
        if met is None or self._measured is None:
            return
        self._pending, self._reading.contrasted = [], []
        one, standard = mentions[self._measured], self._standard
        mentions[self._measured] = one._replace(mode="asked")
        # "If it has a veil, it is malignant. It has none" does not make it benign for certain, but says so.
        negated = one.negated == met if standard is not None and standard.conditional else not met
        mentions.append(one._replace(mode="said", negated=negated))

    def _read_clause(self, clause: Passage, silent: bool, concluded: bool, conditional: bool) -> None:
        reading, items = self._reading, clause.items
        named = not clause.cues.isdisjoint(MENTIONS)
        # "If the layer is missing, it is a carcinoma" needs nothing; it supposes.
        supposes = Cue.CONDITION in clause.cues and clause.words.isdisjoint(_SPOKEN_TO)
        refusal = declines(items, clause.words) if not self._explaining and not supposes else None
        self._declines = refusal is not None or not clause.cues.isdisjoint(_REFUSALS)
        if refusal is not None:
            reading.refusal = reading.refusal or Span(refusal.start, refusal.end)
        if reading.described is None and not silent and describes(items, clause.words):
            reading.described = Span(items[0].start, items[-1].end)
        # "It looks like a tumor, but it is a cyst": another finding takes back the side.
        if self._seems and clause.cues.isdisjoint(_SIDES) and items[0].cue is Cue.BREAK and _is_another(items):
            self._take_back(items[-1].end)
        undecided = False
        if not silent and not clause.words.isdisjoint(UNDECIDING) and not self._explaining:
            undecided = self._leaves_undecided(clause, named)
            if self._chooses_none(clause, named, undecided):
                refusal = Refusal(items[0].start, items[-1].end, 0)
        if named:
            asked_from = refusal.asked_from if refusal is not None else None
            before = len(reading.mentions)
            setting = _Setting(
                silent, concluded, conditional, self._numeric, self._excepts, asked_from, undecided, self._speaks
            )
            _Clause(clause, reading, setting).read()
            self._said_last = before
            if not clause.cues.isdisjoint(_SUPPOSES):
                self._pending = [one for one in reading.mentions[before:] if one.mode == "asked"]
        elif not silent and _takes_back(clause):
            self._take_back(items[-1].end)
            self._settle_pending(items, clause.cues)
        elif self._numeric and is_even(percents(items, clause.words)):
            reading.hedge = reading.hedge or items[0]
        elif self._pending and not silent:
            self._settle_pending(items, clause.cues)

    def _leaves_undecided(self, clause: Passage, named: bool) -> bool:
        """Whether the clause leaves the answer open, which is noted."""
        # "Whether it is a glioma or a metastasis remains open" where a tumor is there.
        of_one_side = "or" in clause.words and clause.cues & MENTIONS in _ONE_SIDED
        if of_one_side or not leaves_undecided(clause.words, named):
            return False
        self._reading.hedge = self._reading.hedge or clause.items[0]
        self._reading.opened_at = clause.items[-1].end
        return True

    def _chooses_none(self, clause: Passage, named: bool, undecided: bool) -> bool:
        """Whether the clause only speaks of the choice, which is noted: "malignant or benign", "I cannot decide"."""
        reading, start, end = self._reading, clause.items[0].start, clause.items[-1].end
        both = named and opposites(clause.items, clause.words)
        if both and Cue.ASKED not in clause.cues:
            reading.either = reading.either or Span(start, end)
            reading.opened_at = reading.opened_at if undecided else start
        if not undecided and declines_to_choose(clause.words, named):
            reading.refusal = reading.refusal or Span(start, end)
            reading.opened_at = end
            return True
        return both

    def _take_back(self, end: int) -> None:
        """Denies what the clause before named. Nothing is left to be taken back a second time."""
        mentions = self._reading.mentions
        for place in range(self._said_last, len(mentions)):
            mention = mentions[place]
            mentions[place] = mention._replace(negated=True, mode="said", end=max(mention.end, end))
        self._said_last = len(mentions)

    def _settle_pending(self, items: list[Item], cues: set[Cue | None]) -> None:
        """Like "Carcinoma? I see none": the answer says what the question only named."""
        if not self._pending or len(items) > 8 or cues & MENTIONS or cues & _REFUSALS:
            return
        denied = _settles(items, cues)
        if denied is None:
            return
        end = items[-1].end
        # "No tumor was seen before, but now there is one": a "one" is there whatever was denied before.
        counted = not _COUNTED.isdisjoint(item.text for item in items)
        for mention in self._pending:
            negated = denied if counted else mention.negated != denied
            self._reading.mentions.append(mention._replace(negated=negated, mode="said", end=end))
        self._pending = []


def _is_rhetorical(whole: Passage) -> bool:
    """Like "What else than carcinoma would look like this?"."""
    return not whole.texts.isdisjoint(_RHETORICAL)


def _heads_a_denied_list(sentence: Sentence) -> int | None:
    """Where the colon stands behind "none of the following", "I see no sign of these", "not seen"."""
    if ":" not in sentence.whole.texts or sentence.question or sentence.whole.cues.isdisjoint(_DENIES):
        return None
    colon = next(place for place, item in enumerate(sentence.items) if item.text == ":")
    head = passage_of(sentence.items[:colon])
    if head.cues.isdisjoint(_DENIES) or not head.cues.isdisjoint(MENTIONS):
        return None
    lists = not head.words.isdisjoint(_LISTED) or (Cue.ABSENT in head.cues and colon <= 2)
    return colon if lists else None


def _heads_possibilities(sentence: Sentence) -> bool:
    """Whether the sentence is a heading like "Differential diagnosis" or "Possible causes"."""
    whole = sentence.whole
    if len(whole.items) > _HEADING or whole.words.isdisjoint(_POSSIBILITIES) or sentence.question:
        return False
    return whole.cues.isdisjoint(MENTIONS)


def _is_borderline(sentence: Sentence) -> bool:
    """Like "It is borderline"."""
    return len(sentence.items) <= _HEADING and not sentence.whole.words.isdisjoint(_BORDERLINE)


def _turns_on(clause: Passage) -> bool:
    """Like "that comes down to three cells": the answer hangs on something in the picture."""
    return any(item.cue is Cue.CONDITION and item.text.endswith((" on", " to")) for item in clause.items)


def _hinges(clause: Passage) -> bool:
    """Like "that hinges on the film: if ...": all that comes after is supposed."""
    items = clause.items
    return Cue.CONDITION in clause.cues and any(
        item.cue is Cue.CONDITION and (items[place - 1].text == ":" or (place in (1, 2) and " on" in item.text))
        for place, item in enumerate(items)
        if place
    )


def _is_entry(sentence: Sentence) -> bool:
    """Whether the sentence is no more than a name, as in a list."""
    return not sentence.question and len(sentence.items) <= 6 and sentence.whole.words.isdisjoint(_VERBS)


def _settles(  # noqa: PLR0911 - a return for each form
    items: list[Item], cues: set[Cue | None]
) -> bool | None:
    """Whether the words deny what was asked about (true), assent to it (false), or neither."""
    texts = [item.text for item in items]
    words = {word for text in texts for word in text.split(" ")}
    if cues & _DOUBTS or not words.isdisjoint(_UNSETTLED):
        return None
    if " ".join(texts) in _ELLIPSES:
        return False
    if (texts[0] in _DENIALS and (len(items) <= 4 or texts[1] == ",")) or (Cue.ABSENT in cues and len(items) <= 4):
        return True
    if texts[-1] in _OPPOSITES:
        return True
    if not cues.isdisjoint(_DENIES):
        return True if not words.isdisjoint(_ANAPHORS) or texts[-1] in _DENIALS else None
    if any(text in _HAVE and after == "one" for text, after in pairwise(texts)):
        return False
    return False if texts[0] in _ASSENTS and len(items) <= 4 else None


def _keep_first_cues(sentence: Sentence, cues: set[Cue | None], reading: Reading) -> None:
    if Cue.CORRECTION in cues:
        reading.corrected_at = next(item.start for item in sentence.items if item.cue is Cue.CORRECTION)
    if cues.isdisjoint(_REFUSALS) and cues.isdisjoint(_DOUBTS) and Cue.CONDITION not in cues:
        return
    # "You ask whether it is abnormal, perhaps because someone fears a tumor" doubts nothing in the picture.
    told_back = sentence.items[0].text.startswith("you") and not sentence.whole.words.isdisjoint(_WISHES)
    supposed = told_back
    for item in sentence.items:
        if item.cue in _REFUSALS:
            reading.refusal = reading.refusal or item
            reading.undecided = reading.undecided or (item if item.cue is Cue.REFUSED_SCOPE else None)
        elif item.cue is Cue.HEDGE:
            # "If anything is unclear, ask" leaves nothing open.
            reading.hedge = reading.hedge or (item if not supposed else None)
        elif item.cue is Cue.MODAL and (sentence.is_fragment or not sentence.question) and not told_back:
            reading.modal = reading.modal or item
            reading.doubted += (
                not supposed and item.text not in _NO_DOUBTS and is_of_the_picture(sentence.whole.words, cues)
            )
        elif item.cue is Cue.CONDITION:
            reading.condition = reading.condition or item
        supposed = told_back or (item.text != "," and (supposed or item.cue is Cue.CONDITION))


def _split_clauses(whole: Passage, several: bool) -> list[list[Item]]:
    items = whole.items
    if whole.cues.isdisjoint(_OPENS) and whole.texts.isdisjoint(_DIVIDES):
        return [items]
    clause: list[Item] = []
    clauses = [clause]
    before: Item | None = None
    seen: set[Cue | None] = set()
    mentioned = False
    for place, item in enumerate(items):
        cue, text = item.cue, item.text
        # Most words divide nothing, which is quickly seen.
        opens = (cue in _OPENS or text in _DIVIDES or (before is not None and before.text in _PAUSES)) and (
            (
                cue in _OPENS
                and _opens_clause(item, before, mentioned)
                and not _lists_subjects(items, place, seen, mentioned)
            )
            or (several and text in (",", "and", "/"))
            # "Likely a melanoma, a nevus is possible": the commitment ends at the comma.
            or (text == "," and mentioned and Cue.LIKELY in seen)
            # "I cannot decide: a shadow, but no bronchogram" weighs behind the colon.
            or (text == ":" and Cue.REFUSED_SCOPE in seen and (not mentioned or Cue.ASKED in seen))
            # "No tumor: unlikely" goes on.
            or (text == ":" and _is_closed(seen, before) and not _is_value(items, place + 1))
            or (before is not None and before.text in _PAUSES and _begins_within(items, place, mentioned))
            or (text == "," and mentioned and clause[0].text in _CONCEDES)
        )
        if opens and clause:
            clause = []
            clauses.append(clause)
            seen = set()
            mentioned = False
        clause.append(item)
        if cue is not None:
            seen.add(cue)
            mentioned = mentioned or cue in MENTIONS
        before = item
    return clauses


def _is_closed(seen: set[Cue | None], before: Item | None) -> bool:
    """Whether a colon after these cues ends a clause: "No asymmetry: harmless". "Tumor: absent" goes on."""
    # "No antibiotics are needed on the strength of this film: ..."
    if seen.isdisjoint(MENTIONS) and not seen.isdisjoint(_DENIES) and before is not None and before.cue not in _DENIES:
        return True
    if seen & MENTIONS == {Cue.OPTION} and before is not None and before.cue is not Cue.OPTION:
        return True
    return not seen.isdisjoint(MENTIONS) and not seen.isdisjoint(_CLOSES)


def _lists_subjects(items: list[Item], place: int, seen: set[Cue | None], mentioned: bool) -> bool:
    """Like the second article in "Nothing about the ventricles, the sulci or the midline looks out of place"."""
    if mentioned or Cue.NO not in seen or items[place].text not in _ARTICLES:
        return False
    return place > 1 and items[place - 2].cue is not Cue.NO and items[0].text not in ("no", "yes")


def _is_value(items: list[Item], place: int) -> bool:
    """Whether what stands behind a colon is said of what stands before it: "No tumor: unlikely", "no tumor: 0.07"."""
    if place == len(items):
        return False
    return items[place].cue in _UNDOES or is_number(items[place].text)


def _begins_within(items: list[Item], place: int, mentioned: bool) -> bool:
    """Whether a reply, or what is said of a letter, begins behind a comma: "..., no, it is not", "..., B being out"."""
    item = items[place]
    after = items[place + 1].text if place + 1 < len(items) else ""
    if item.cue is Cue.OPTION:
        return mentioned and after in _OF_A_LETTER
    return item.text in ("no", "yes") and after == "," and items[min(place + 2, len(items) - 1)].text in _PRONOUNS


def _opens_clause(item: Item, before: Item | None, mentioned: bool) -> bool:
    if item.cue is Cue.BREAK:
        if item.text in _FLOATS and before is not None:
            return before.text in _PAUSES or (mentioned and before.text not in _BEFORE_FLOATING)
        return True
    if before is None:
        return False
    if item.cue is Cue.OPENER or item.cue is Cue.LIKELY or item.cue is Cue.SHOWS:
        return before.text in (",", "and", "(")
    # "a mass that may be a glioma": the doubt is about the second word only.
    return mentioned and item.cue is Cue.MODAL and before.text in ("that", "which")


class _Clause:
    """A clause while it is read from left to right: what negates, doubts or only asks about the next word."""

    def __init__(self, clause: Passage, reading: Reading, setting: _Setting) -> None:
        items, cues = clause.items, clause.cues
        self._items = items
        self._reading = reading
        self._mentions = reading.mentions
        self._setting = setting
        self._percent = (
            percents(items, clause.words) if setting.numeric or not clause.words.isdisjoint(CHANCES) else None
        )
        self._asked = setting.silent or Cue.REFUSED_SCOPE in cues or setting.asked_from == 0
        self._asked_from = setting.asked_from
        if Cue.FILLER in cues and Cue.CONCLUSION not in cues:
            self._asked = self._asked or not clause.words.isdisjoint(_SEEKS)
        self._searched = False
        self._doubt = not cues.isdisjoint(_DOUBTS)
        if self._percent is not None:
            self._doubt = is_even(self._percent)
        self._doubt = self._doubt or leaves_open(items, clause.words) or is_neither(cues, clause.words)
        self._doubt = self._doubt or setting.undecided
        self._initial = Cue.INITIAL in cues or items[0].text in _CONCEDES
        self._about_a_part = Cue.PART in cues and not _covers_the_whole(items)
        self._partial = not clause.words.isdisjoint(_STRUCTURES) and not _covers_the_whole(items)
        self._about_a_side = ("left" in clause.words) != ("right" in clause.words)
        # Mentions from here on are not settled by an "absent" yet.
        self._open = len(self._mentions)
        # Mentions before this one are supposed already.
        self._supposed = self._open
        self._advises = Cue.CONDITION in cues and any(item.text in _ADVISES for item in items)
        self._weak = self._against = False
        # From which item on what is named is said to be there.
        self._asserts_from = _asserts_from(items) if not clause.words.isdisjoint(_ASSERTS) else len(items)
        self._asserts = not cues.isdisjoint(_ASSERTING) or clause.words.isdisjoint(_SPOKEN_OF)
        self._negated = False
        self._negated_from = 0
        self._negation_used = False
        self._negation_ends_at_verb = False
        self._last_mention = self._last_word = self._first_word = -1
        if not cues.isdisjoint(_DENIES):
            # Behind these stands nothing of the task, and nothing but marks.
            self._last_mention = _last(items, lambda item: item.cue in MENTIONS)
            self._last_word = _last(items, lambda item: item.text not in (",", ")"))
            # Before this one stand only words that may stand before a reply.
            self._first_word = next((at for at, item in enumerate(items) if item.text not in (",", "so", "and")), 0)

    def read(self) -> None:
        """Adds the clause's mentions."""
        before: Item | None = None
        for place, item in enumerate(self._items):
            if place == self._asked_from:
                self._asked = True
            if item.cue in _ACTS:
                self._take(item, before, place)
            before = item
        if self._percent is not None and self._percent <= 40:
            if self._setting.numeric and is_label(self._items):
                self._turn(self._items[-1], len(self._items) - 1)
            else:
                self._deny(self._items[-1])
        if self._searched and _finds(self._items):
            for place in range(self._open, len(self._mentions)):
                self._mentions[place] = self._mentions[place]._replace(mode="said")

    def _take(self, item: Item, before: Item | None, place: int) -> None:
        cue = item.cue
        if cue in MENTIONS:
            # "With no ducts left, A", "not A, B".
            if cue is Cue.OPTION and before is not None and before.text == ",":
                self._negated = False
            self._mention(item, place)
        elif (
            cue is Cue.ABSENT
            # As in "Tumor: no".
            or ((cue is Cue.NO or cue is Cue.NOT) and 0 < place == self._last_word)
            or (self._searched and self._denies_the_sought(place))
        ):
            # "A fits, B does not" denies the last only.
            if cue is Cue.NOT and self._mentions:
                self._open = max(self._open, len(self._mentions) - 1)
            after = self._items[place + 1].text if place + 1 < len(self._items) else ""
            # "The ducts are gone and what replaces them is a tumor."
            if not self._deny(item) and after not in _CARRIES_ON:
                self._negate(item, fresh=False)
        elif cue is Cue.NO or cue is Cue.NOT:
            self._take_negation(item, before, place)
        elif cue is Cue.LIKELY:
            self._doubt = False
        elif cue in _DOUBTS:
            self._doubt = self._percent is None
        elif cue in _ASKS:
            # "The risk of a tumor is low" says it, and so does "no patches as one would expect in pneumonia".
            expected = item.text in _EXPECTS and self._negated and self._negation_used
            # "Opacities are what one should check for."
            if cue is Cue.ASKED and place and place == len(self._items) - 1 and self._percent is None:
                self._suppose(searched=False)
            if not expected and (cue is not Cue.ASKED or self._percent is None):
                self._ask(cue)
        else:
            self._turn_over(item, place)

    def _turn_over(self, item: Item, place: int) -> None:
        """What is named before the item, or a negation, is no longer what it was."""
        if item.cue is Cue.WRONG:
            self._turn(item, place)
        elif item.cue is Cue.SPEAKS:
            self._weak = True
        elif item.cue is Cue.UNDONE:
            self._undo()
        elif item.cue is Cue.JOINS:
            # A negation behind "and" begins anew; it does not undo the one before.
            self._negation_used = True
        elif item.cue is Cue.SHOWS and self._negation_ends_at_verb:
            self._negated = False

    def _ask(self, cue: Cue | None) -> None:
        """What is named is only asked about, from the item on, or all over the clause."""
        if cue is Cue.CONDITION:
            self._suppose(searched=False)
            self._asked = True
        elif cue is Cue.WOULD:
            self._suppose(searched=True)
        elif cue is Cue.ASKED:
            self._asked = True
        elif cue is Cue.SEARCH:
            self._asked = self._searched = True

    def _take_negation(  # noqa: PLR0911 - a return for each form
        self, item: Item, before: Item | None, place: int
    ) -> None:
        after = self._items[place + 1].text if place + 1 < len(self._items) else ""
        # "No, fibroadenoma" answers and names; it does not deny.
        if item.text == "no" and place <= self._first_word and (after == "," or after in _SUBJECTS):
            return
        # "Neither: it is free of any growth".
        if place <= self._first_word and after in _PAUSES and item.text in _DENIALS:
            return
        linked = before is not None and before.text in ("is", "are", "was", "were")
        if item.cue is Cue.NOT and linked and after in _COMPLEMENTS and self._denies_its_subject(place):
            self._deny(item)
            return
        if item.text == "not" and place > self._last_mention and self._denies_a_bare_subject(place):
            self._deny(item)
            return
        if item.text in _CONCORDS and self._negated:
            return
        # "Having neither, A."
        if item.text in ("neither", "none") and after == ",":
            return
        # "It is not, all the ducts being in order."
        if item.text == "not" and after in _PAUSES:
            self._deny(item)
            return
        if item.text == "no" and self._negated and not self._negation_used and self._is_concord(place):
            return
        fresh = item.text == "nor" or (before is not None and (before.text in _RELATES or before.cue is Cue.JOINS))
        self._negate(item, fresh)

    def _is_concord(self, place: int) -> bool:
        """Like "I don't see no tumor" denies once."""
        before = self._items[place - 1]
        if before.cue is Cue.NOT:
            return before.text == "not" and place > 1 and self._items[place - 2].text in _AUXILIARIES
        return before.text in _SIGHTS

    def _denies_the_sought(self, place: int) -> bool:
        """Like "I looked for a mass and found none of it": a denial after a search that names nothing of its own."""
        return self._items[place].cue in (Cue.NO, Cue.NOT) and place > self._last_mention

    def _denies_its_subject(self, place: int) -> bool:
        """Like "Malignancy is not a consideration": nothing of the task comes after the negation to be denied."""
        # "A is not what this slice shows."
        most = _ENTRY if self._items[place + 1].text == "what" else 4
        return len(self._mentions) > self._open and len(self._items) - place <= most and place > self._last_mention

    def _denies_a_bare_subject(self, place: int) -> bool:
        """Like "Cancer has not got a foothold here". "The tumor does not cross the midline" has one."""
        first = 1 if self._items[0].cue is Cue.BREAK or self._items[0].text == "," else 0
        subject = self._items[first]
        if place != first + 2 or subject.cue not in _BARE_SUBJECTS or self._items[first + 1].text not in _AUXILIARIES:
            return False
        return all(_CHANGES.isdisjoint(item.text.split(" ")) for item in self._items[place + 1 :])

    def _mention(self, item: Item, place: int) -> None:
        self._negation_used = True
        if item.cue is None or (self._about_a_part and item.cue is Cue.NORMAL and not self._negated):
            return
        # "The left lung is clear": of the other one nothing is said.
        if self._about_a_side and item.text in _CLEAR and not self._negated:
            return
        asked = self._asked or (self._setting.conditional and item.cue is Cue.OPTION)
        mode: Mode = "asked" if asked else "hedged" if self._doubt else "said"
        start = self._negated_from if self._negated else item.start
        corrected = self._reading.corrected_at is not None and item.start > self._reading.corrected_at
        # "The lungs are clear except for a consolidation": the exception weighs more.
        good = self._negated or item.cue in _GOOD
        initial = (self._initial and not corrected) or (self._setting.excepts and good)
        asserted = self._asserts or place >= self._asserts_from or _stands_alone(self._items, place)
        # "Nothing points to a tumor" is no weak word.
        weak = self._weak and (self._against or not self._negated)
        # "One speaks for A, the other for B".
        weak = weak or (self._setting.speaks and place > 0 and self._items[place - 1].text in ("for", "to", "against"))
        stands = (self._setting.concluded, corrected, initial, weak, self._partial, asserted or self._setting.concluded)
        self._mentions.append(Mention(item.cue, item.text, self._negated, mode, *stands, start, item.end))

    def _negate(self, item: Item, fresh: bool) -> None:
        """After a comma, a conjunction or a mention a negation begins anew; otherwise a second one undoes the first."""
        if fresh or self._negation_used:
            self._negated = False
        if not self._negated:
            self._negated_from = item.start
        self._negated = not self._negated
        self._negation_used = False
        self._negation_ends_at_verb = item.cue is not Cue.NO
        self._against = item.text in _AGAINST
        self._weak = self._weak or self._against

    def _deny(self, item: Item) -> bool:
        """Negates the open mentions that are not negated yet. Returns whether there were any to settle.

        Behind a letter "no tumor" is the text of an option, and denied itself.
        """
        if len(self._mentions) == self._open:
            return False
        by_letter = any(mention.cue is Cue.OPTION for mention in self._mentions[self._open :])
        for place in range(self._open, len(self._mentions)):
            mention = self._mentions[place]
            if not mention.negated or (by_letter and mention.cue is not Cue.OPTION):
                mode: Mode = "said" if self._searched and mention.mode == "asked" else mention.mode
                self._mentions[place] = mention._replace(
                    negated=not mention.negated, mode=mode, asserted=True, end=max(mention.end, item.end)
                )
        self._open = len(self._mentions)
        return True

    def _suppose(self, searched: bool) -> None:
        """Takes back what the clause has said: it holds under a condition, or is what one would expect."""
        if searched and len(self._mentions) > self._open:
            self._asked = True
        if not searched and self._advises:
            return
        start, self._supposed = max(self._open, self._supposed), len(self._mentions)
        for place in range(start, len(self._mentions)):
            if self._mentions[place].mode == "said":
                self._mentions[place] = self._mentions[place]._replace(mode="asked")
                self._searched = self._searched or searched

    def _undo(self) -> None:
        """What was normal is not: "the normal structure is destroyed"."""
        for place in range(self._open, len(self._mentions)):
            mention = self._mentions[place]
            normal = mention.cue is Cue.NORMAL or mention.name.startswith("normal")
            if normal and not mention.negated:
                self._mentions[place] = mention._replace(negated=True)

    def _turn(self, item: Item, at: int) -> None:
        """Takes the opposite of the open mentions: "'No carcinoma' is wrong". Without one, of what follows."""
        after = self._items[min(at + 1, len(self._items) - 1)].text
        # "This reading was wrong: ..." is about what was said before.
        if len(self._mentions) == self._open and after not in _PAUSES:
            self._negate(item, fresh=False)
        # "The opacity makes 'normal' the wrong word" is about the last.
        makes = any(one.text in _MAKES for one in self._items[:at])
        for place in range(max(self._open, len(self._mentions) - 1) if makes else self._open, len(self._mentions)):
            mention = self._mentions[place]
            # "Calling it benign would be a mistake" says that it is not.
            asked = mention.mode == "asked" and (self._setting.silent or self._setting.conditional)
            mode: Mode = "said" if mention.mode == "asked" and not asked else mention.mode
            self._mentions[place] = mention._replace(
                negated=not mention.negated, mode=mode, end=max(mention.end, item.end)
            )
        self._open = len(self._mentions)


def _asserts_from(items: list[Item]) -> int:
    """The place of the first word that says of what follows it that it is there, as "shows" or "is"."""
    for place, item in enumerate(items):
        if item.text in _ASSERTS or (" " in item.text and not _ASSERTS.isdisjoint(item.text.split(" "))):
            return place
    return len(items)


def _stands_alone(items: list[Item], place: int) -> bool:
    """Whether a name is no object of "about" or "diagnose", and no subject of anything but where and how it is."""
    behind = items[place + 1 : place + 1 + _ENTRY]
    after = [item.text for item in behind if item.cue not in MENTIONS and item.cue is not Cue.JOINS]
    subject = bool(after) and (after[0] in _IS or after[0].split(" ")[0] in _TAKES or after[0] in _TAKES)
    following = next((text.split(" ")[-1] for text in after if text not in _IS), "")
    least = max(-1, place - 1 - _ENTRY)
    mark = next((at for at in range(place - 1, least, -1) if items[at].text in (",", ":")), least)
    before = {word for item in items[mark + 1 : place] if item.cue not in _DENIES for word in item.text.split(" ")}
    if not before.isdisjoint(_SPEAKERS) or items[mark + 1].text in _ANY:
        return False
    # As a subject of something else it is only spoken of.
    return not subject or following in _PLACES or not following or not before.isdisjoint(_THE)


def _covers_the_whole(items: list[Item]) -> bool:
    """Whether the organ stands beside its parts, or all of it is told of: "heart size and lung fields are normal"."""
    if any(item.text in _ALL for item in items):
        return True
    for place, item in enumerate(items):
        if item.text in _ORGANS:
            around = [other.text for other in (*items[max(0, place - 2) : place], *items[place + 1 : place + 3])]
            if ("and" in around or "," in around) and "of" not in around:
                return True
    return False


def _last(items: list[Item], holds: Callable[[Item], bool]) -> int:
    """Where the last item stands for which this holds; -1 for none."""
    return next((place for place in range(len(items) - 1, -1, -1) if holds(items[place])), -1)


def _finds(clause: list[Item]) -> bool:
    """Whether the clause says that what was looked for was found: "... and found one"."""
    return any(one.text in _FOUND and other.text in _SOUGHT for one, other in pairwise(clause))


def _is_gone(whole: Passage) -> bool:
    """Whether the passage says of what was named before it that it is no more: "It is gone now"."""
    return whole.items[0].text in _IT and not whole.texts.isdisjoint(_GONE) and whole.cues.isdisjoint(MENTIONS)


def _takes_back(clause: Passage) -> bool:
    """Whether a clause denies what the one before it named: "... was suspected but not found"."""
    first = clause.items[0]
    # "It does not spare the border and is not what we see": the subject is that of the clause before.
    goes_on = first.cue is Cue.BREAK or (first.text in _HAVE and Cue.ABSENT in clause.cues)
    # "I have seen malignant lesions and this is not one of them."
    if "not" in clause.words and " ".join(item.text for item in clause.items) in _NOT_IT:
        return True
    goes_on = goes_on or not clause.texts.isdisjoint(_OTHER_THAN_THEM)
    return _is_gone(clause) or (goes_on and _denies_in_short(clause.items))


def _is_another(clause: list[Item]) -> bool:
    """Like "(it looks like a tumor,) but it is only an artifact": what it is instead, and no doubt."""
    rest = [item.text for item in clause[1:] if item.text not in _HEDGING_ADVERBS]
    if rest[:1] and rest[0] in _IT:
        rest = rest[1:]
    if len(rest) < 2 or rest[0] not in ("is", "are", "was"):
        return False
    return (len(rest) > 2 and rest[1] in ("a", "an", "the")) or any(item.cue is Cue.FINDING for item in clause)


def _denies_in_short(clause: list[Item]) -> bool:
    for place, item in enumerate(clause[1:], start=1):
        if item.text == "none" and place <= _NEAR:
            return place + 1 == len(clause) or clause[place + 1].text in _NOW
    for item in clause[1:]:
        if item.cue in (Cue.ABSENT, Cue.WRONG):
            return True
        if item.text not in _PASSIVES:
            return False
    return False


def _corrects(items: list[Item]) -> bool:
    """Whether a later sentence begins with a "no" that takes back the one before: "A... no, B"."""
    return len(items) > 2 and items[0].text == "no" and items[1].text == ","
