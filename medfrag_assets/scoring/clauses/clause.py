"""A clause read from left to right: what negates, doubts or only asks about each name in it."""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from medfrag_assets.scoring.alternatives import is_neither, leaves_open
from medfrag_assets.scoring.chances import CHANCES, is_even, is_label, percents
from medfrag_assets.scoring.clauses.asserting import (
    ASSERTING,
    ASSERTS,
    SPOKEN_OF,
    SUBJECT_OF,
    asserts_from,
    is_topic,
    stands_alone,
)
from medfrag_assets.scoring.clauses.groups import CONCEDES, DENYING, PAUSES
from medfrag_assets.scoring.clauses.parts import PARTIAL, covers_the_whole
from medfrag_assets.scoring.clauses.reading import Mention, Mode, Reading
from medfrag_assets.scoring.cues.kinds import DENIES, DISEASE, HEDGES, MENTIONS, SUPPOSES, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.sentences import Passage

_ASKS = frozenset({Cue.CONDITION, Cue.WOULD, Cue.ASKED, Cue.SEARCH})
_ACTS = (
    MENTIONS
    | DENIES
    | HEDGES
    | SUPPOSES
    | {
        *(Cue.WRONG, Cue.SHOWS, Cue.LIKELY, Cue.CONDITION, Cue.ASKED, Cue.JOINS, Cue.UNDONE, Cue.SPEAKS),
    }
)
_AUXILIARIES = frozenset(
    {"is", "are", "was", "were", "do", "does", "did", "has", "have", "i", "there", "could", "would"}
)
_SIGHTS = frozenset({"see", "find", "have", "show", "notice", "got", "detect", "contain", "contains", "shows", "need"})
_ADVISES = frozenset(
    {"see", "consult", "check", "checked", "should", "visit", "monitor", "return", "please", "seek", "ask"}
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
_EXPECTS = frozenset(phrases("would expect|would expect to see|one would find|we would expect|we would see"))
_MAKES = frozenset({"makes", "make", "making", "renders", "render", "rendering"})
_COMPLEMENTS = frozenset({"a", "an", "the", "it", "one", "what", "this", "that"})
# What is said to have changed or not is there.
_CHANGES = frozenset(
    phrases(
        "spread|reached|reach|cross|crossed|involve|involved|extend|extended|grow|grown|progressed|progress|cleared|"
        "clear|resolve|improve|improved|invade|invaded|metastasized|changed|change|shrunk|shrink|respond|responded|"
        "need|require|affect|touch|displace|compress|enhance|calcify|bleed|small|large|big|benign|alone|only|just"
    )
)
_RELATES = frozenset({",", "which", "where", "who"})
_CARRIES_ON = frozenset({"and", "but", "while", "because", "since", "behind", "beneath", "under", "due"})
_CLEAR = frozenset({"clear", "lung is clear", "lungs are clear", "normal", "lung is normal", "clear lung"})
# "No it is benign", written without its comma.
_SUBJECTS = frozenset({"it", "this", "there", "the", "they", "that", "i", "these"})
_AGAINST = frozenset(
    phrases("against|speaks against|speak against|argues against|argue against|arguing against|speaking against")
)
_GOOD = frozenset({Cue.NEGATIVE, Cue.NEGATIVE_ENTITY})
_FOUND = frozenset({"found", "saw", "see", "spotted", "detected", "located", "identified"})
# What any of a kind can do: "a nevus can look like that".
_ONES = frozenset({"a", "an", "any"})
_CAN = frozenset(
    phrases(
        "look|share|have|show|mimic|imitate|appear|present|produce|cause|give|also|do|resemble|well|sometimes|be as"
    )
)
_SEEKERS = frozenset({"i", "we"})
_WHERE = frozenset(phrases("that|here|visible|seen|as far as i can see|as far as i can tell|on this slice"))
_UNDOES_ABSENCE = frozenset({"not", "never", "hardly"})
# What denies the heading that it stands behind, and what means what a heading names.
_NONE = frozenset({"none", "nil", "zero", "nothing"})
_ANAPHORS = frozenset({"one", "any", "it", "them", "either", "such", "these", "those", "neither", "none"})
_SOUGHT = frozenset({"one", "it", "them", "both", "all", "some", "several", "two", "this", "these", "that", "evidence"})
# How many items a negation that denies what stands before it ends the clause with, also with a "what" behind it.
_DENIAL = 4
_LONG_DENIAL = 8


class Setting(NamedTuple):
    """What stands around a clause does to it: nothing in it is said; a conclusion holds to the end of the sentence, a
    condition everywhere; whether a number, or an "except", stands anywhere; from which item on it is only asked about;
    whether it leaves both sides open; whether something speaks for a side in the sentence; whether it goes on with what
    the clause before it concedes.
    """

    silent: bool
    concluded: bool
    conditional: bool
    numeric: bool
    excepts: bool
    asked_from: int | None
    undecided: bool
    speaks: bool
    conceded: bool


class Clause:
    """A clause while it is read from left to right: what negates, doubts or only asks about the next word."""

    def __init__(self, clause: Passage, reading: Reading, setting: Setting) -> None:
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
        self._doubt = not cues.isdisjoint(HEDGES)
        if self._percent is not None:
            self._doubt = is_even(self._percent)
        self._doubt = self._doubt or leaves_open(items, clause.words) or is_neither(cues, clause.words)
        self._doubt = self._doubt or setting.undecided
        self._initial = Cue.INITIAL in cues or items[0].text in CONCEDES or setting.conceded
        self._about_a_part = Cue.PART in cues and not covers_the_whole(items)
        self._partial = not clause.words.isdisjoint(PARTIAL) and not covers_the_whole(items)
        self._about_a_side = ("left" in clause.words) != ("right" in clause.words)
        # Mentions from here on are not settled by an "absent" yet.
        self._open = len(self._mentions)
        # Mentions before this one are supposed already.
        self._supposed = self._open
        self._advises = Cue.CONDITION in cues and any(item.text in _ADVISES for item in items)
        self._weak = self._against = False
        self._can = "can" in clause.words
        # From which item on what is named is said to be there.
        self._asserts_from = asserts_from(items) if not clause.words.isdisjoint(ASSERTS) else len(items)
        self._asserts = not cues.isdisjoint(ASSERTING) or clause.words.isdisjoint(SPOKEN_OF)
        self._negated = False
        self._negated_from = 0
        self._negation_used = False
        self._negation_ends_at_verb = False
        self._last_mention = self._last_word = self._first_word = -1
        if not cues.isdisjoint(DENIES):
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
            or ((cue is Cue.NO or cue is Cue.NOT) and self._denies_its_heading(place))
            or (self._searched and self._denies_the_sought(place))
        ):
            self._take_denial(item, before, place)
        elif cue is Cue.NO or cue is Cue.NOT:
            self._take_negation(item, before, place)
        elif cue is Cue.LIKELY:
            self._doubt = False
        elif cue in HEDGES:
            self._doubt = self._percent is None
        elif cue in _ASKS:
            # "The risk of a tumor is low" says it, and so does "no patches as one would expect in pneumonia".
            expected = item.text in _EXPECTS and self._negated and self._negation_used
            # "Opacities are what one should check for."
            if cue is Cue.ASKED and place and place == len(self._items) - 1 and self._percent is None:
                self._suppose(searched=False)
            # "Abnormal features I looked for: ..."
            if cue is Cue.SEARCH and before is not None and before.text in _SEEKERS:
                self._suppose(searched=True)
            if not expected and (cue is not Cue.ASKED or self._percent is None):
                self._ask(cue)
        else:
            self._turn_over(item, place)

    def _take_denial(self, item: Item, before: Item | None, place: int) -> None:
        """A denial of what stands before it in the clause, or else of what follows."""
        # "Evidence of a tumor: not absent."
        absent = item.cue is Cue.ABSENT or item.text in ("lacking", "wanting")
        if before is not None and absent and before.text in _UNDOES_ABSENCE:
            self._negated = False
            return
        # "A fits, B does not" denies the last only.
        if item.cue is Cue.NOT and self._mentions:
            self._open = max(self._open, len(self._mentions) - 1)
        after = self._items[place + 1].text if place + 1 < len(self._items) else ""
        # "The ducts are gone and what replaces them is a tumor."
        if not self._deny(item) and after not in _CARRIES_ON:
            self._negate(item, fresh=False)

    def _turn_over(self, item: Item, place: int) -> None:
        """What is named before the item, or a negation, is no longer what it was."""
        if item.cue is Cue.WRONG:
            self._turn(item, place)
        elif item.cue is Cue.SPEAKS:
            self._weak = True
        elif item.cue is Cue.UNDONE and len(self._mentions) == self._open and " hard to " in item.text:
            # "It is hard to find anything abnormal."
            self._negate(item, fresh=False)
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
        # "It is a plain no: the sulci are blotted out by a mass."
        if item.text == "no" and after in PAUSES and len(self._mentions) == self._open:
            return
        # "Neither: it is free of any growth".
        if place <= self._first_word and after in PAUSES and item.text in DENYING:
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
        if item.text == "not" and after in PAUSES:
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

    def _denies_its_heading(self, place: int) -> bool:
        """Like "Tumor: no", "Asymmetry: none in either axis", "Mass: I do not find one"."""
        if not place or place <= self._last_mention:
            return False
        if place == self._last_word:
            # Cut off: "There is nothing alarming and no".
            if self._items[place - 1].cue is Cue.JOINS:
                return False
            # "A) no" is a letter and what its text begins with.
            return any(item.cue is not Cue.OPTION and item.text != ")" for item in self._items[:place])
        colon = next((at for at in range(place - 1, self._last_mention, -1) if self._items[at].text == ":"), -1)
        if colon < 0 or all(one.cue is Cue.OPTION for one in self._mentions[self._open :]):
            return False
        text, after = self._items[place].text, self._items[place + 1].text
        if colon == place - 1 and (text in _NONE or (text == "not" and after in _WHERE)):
            # "Benign: none of the streaks that a melanoma has" gives a reason.
            return after != "of"
        return self._items[self._last_word].text in _ANAPHORS

    def _denies_the_sought(self, place: int) -> bool:
        """Like "I looked for a mass and found none of it": a denial after a search that names nothing of its own."""
        item = self._items[place]
        return item.cue in (Cue.NO, Cue.NOT) and place > self._last_mention and item.text != "than"

    def _denies_its_subject(self, place: int) -> bool:
        """Like "Malignancy is not a consideration": nothing of the task comes after the negation to be denied."""
        # "A is not what this slice shows."
        most = _LONG_DENIAL if self._items[place + 1].text == "what" else _DENIAL
        return len(self._mentions) > self._open and len(self._items) - place <= most and place > self._last_mention

    def _denies_a_bare_subject(self, place: int) -> bool:
        """Like "Cancer has not got a foothold here". "The tumor does not cross the midline" has one."""
        first = 1 if self._items[0].cue is Cue.BREAK or self._items[0].text == "," else 0
        subject = self._items[first]
        if place != first + 2 or subject.cue not in DISEASE or self._items[first + 1].text not in _AUXILIARIES:
            return False
        return all(_CHANGES.isdisjoint(item.text.split(" ")) for item in self._items[place + 1 :])

    def _mention(self, item: Item, place: int) -> None:
        self._negation_used = True
        # "No abnormality detected (NAD)."
        if item.cue is Cue.NORMAL and place and self._items[place - 1].text == "(":
            self._negated = False
        if item.cue is None or (self._about_a_part and item.cue is Cue.NORMAL and not self._negated):
            return
        # "The left lung is clear": of the other one nothing is said.
        if self._about_a_side and item.text in _CLEAR and not self._negated:
            return
        asked = self._asked or (self._setting.conditional and item.cue is Cue.OPTION)
        asked = asked or (self._can and self._is_any(place))
        mode: Mode = "asked" if asked else "hedged" if self._doubt else "said"
        start = self._negated_from if self._negated else item.start
        corrected = self._reading.corrected_at is not None and item.start > self._reading.corrected_at
        # "The lungs are clear except for a consolidation": the exception weighs more.
        good = self._negated or item.cue in _GOOD
        initial = (self._initial and not corrected) or (self._setting.excepts and good)
        asserted = self._asserts or place >= self._asserts_from or stands_alone(self._items, place)
        # "Nothing points to a tumor" is no weak word.
        weak = self._weak and (self._against or not self._negated)
        # "One speaks for A, the other for B".
        weak = weak or (self._setting.speaks and place > 0 and self._items[place - 1].text in ("for", "to", "against"))
        asserted = asserted or self._setting.concluded
        if asserted and place + 1 < len(self._items) and self._items[place + 1].text in SUBJECT_OF:
            asserted = not is_topic(self._items, place)
        stands = (self._setting.concluded, corrected, initial, weak, self._partial, asserted)
        self._mentions.append(Mention(item.cue, item.text, self._negated, mode, *stands, start, item.end))

    def _is_any(self, place: int) -> bool:
        """Like "A Spitz nevus can look like that": of any of its kind."""
        if not place or place + 2 >= len(self._items) or self._items[place + 1].text != "can":
            return False
        # "A dysplastic nevus can look like that."
        first = place - 1 - (self._items[place - 1].cue in MENTIONS)
        return self._items[first].text in _ONES and self._items[place + 2].text in _CAN

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
            undone = item.text == "absent" and self._is_reported(mention)
            if not mention.negated or undone or (by_letter and mention.cue is not Cue.OPTION):
                mode: Mode = "said" if self._searched and mention.mode == "asked" else mention.mode
                self._mentions[place] = mention._replace(
                    negated=not mention.negated, mode=mode, asserted=True, end=max(mention.end, item.end)
                )
        self._open = len(self._mentions)
        return True

    def _is_reported(self, mention: Mention) -> bool:
        """Like the tumor of "I would not say that a tumor is absent"."""
        return mention.negated and any(
            item.text.endswith("that") for item in self._items if mention.start <= item.start < mention.end
        )

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
        if len(self._mentions) == self._open and after not in PAUSES:
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


def _last(items: list[Item], holds: Callable[[Item], bool]) -> int:
    """Where the last item stands for which this holds; -1 for none."""
    return next((place for place in range(len(items) - 1, -1, -1) if holds(items[place])), -1)


def _finds(clause: list[Item]) -> bool:
    """Whether the clause says that what was looked for was found: "... and found one", "...: there is one"."""
    texts = [item.text for item in clause]
    if any(texts[at : at + 3] == ["there", "is", "one"] for at in range(len(texts) - 2)):
        return True
    return any(one.text in _FOUND and other.text in _SOUGHT for one, other in pairwise(clause))
