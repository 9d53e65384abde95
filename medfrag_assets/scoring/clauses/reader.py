"""Sentences read one after the other: each mention asserted, negated, hedged or only asked about."""

from medfrag_assets.scoring.alternatives import ASPECTS, UNDECIDING, declines_to_choose, leaves_undecided, opposites
from medfrag_assets.scoring.chances import is_even, is_number, percents, states_percent
from medfrag_assets.scoring.clauses.clause import Clause, Setting
from medfrag_assets.scoring.clauses.groups import CONCEDES, DEPENDS
from medfrag_assets.scoring.clauses.listings import (
    ENTRY,
    HEADING,
    POSSIBILITIES,
    heads_a_denied_list,
    heads_possibilities,
    is_borderline,
    is_entry,
    lists_possibilities,
)
from medfrag_assets.scoring.clauses.noting import keep_first_cues
from medfrag_assets.scoring.clauses.reading import Mention, Reading, Span
from medfrag_assets.scoring.clauses.settling import SETTLING, corrects, is_another, is_gone, settles, takes_back
from medfrag_assets.scoring.clauses.splitting import split_clauses
from medfrag_assets.scoring.clauses.supposing import UNCONDITIONAL, Supposition, hinges, turns_on
from medfrag_assets.scoring.cues.kinds import DECLINES, DENIES, MENTIONS, SIDES, SUPPOSES, VERDICTS, Cue
from medfrag_assets.scoring.cues.lists import phrases
from medfrag_assets.scoring.explains import carries_on, explains
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.refusals.declining import Refusal, declines
from medfrag_assets.scoring.sentences import FRAGMENTS, Passage, Sentence, passage_of
from medfrag_assets.scoring.sights import describes, is_decided_by_a_sight, supposes_a_sight, wants_a_better_picture
from medfrag_assets.scoring.standards import Standard, condition_of, is_met, standard_of
from medfrag_assets.scoring.words import ends

# "Looks like", "was suspected": what may yet be called something else.
_SEEMS = frozenset({"looks", "look", "think", "suspected", "considered", "mistake", "mistaken", "resembles", "seems"})
_COUNTED = frozenset({"one", "none"})
_RHETORICAL = frozenset(
    phrases(
        "what else could it be but|what else could this be but|what else can it be but|what else can this be but|"
        "what else would it be but|what else is this but|what else could these be but|what else than|what else but|"
        "what else except|what other than|who else but|what if not|"
        "how could it be anything but|how can it be anything but|how could this be anything but|what could it be but|"
        "what can it be but|what is this if not"
    )
)
_UNMEASURED = frozenset({Cue.FINDING, Cue.SIGN})
_MERELY_NAMED = SIDES | {Cue.NORMAL}
_SIGNS = frozenset({Cue.FINDING, Cue.SIGN, Cue.ABNORMAL, Cue.NORMAL})
_SPOKEN_TO = frozenset({"you", "your", "please", "i", "me", "we", "us"})
_ADVERSATIVES = frozenset({"but", "however", "yet"})
_EXCEPTS = frozenset({"except", "exception", "apart", "aside"})
_ONE_SIDED = ({Cue.POSITIVE_ENTITY}, {Cue.NEGATIVE_ENTITY})


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
            if one.mode == "said" and not one.asserted and one.cue in _MERELY_NAMED
            else one
            for one in reading.mentions
        ]
    return reading


def _opened(mention: Mention, at: int) -> Mention:
    """The mention, hedged where the answer is left open behind it."""
    return mention._replace(mode="hedged") if mention.mode == "said" and mention.start < at else mention


class _Reader:
    """Reads sentences one after the other: a question may be settled, and an explanation carried on, by the next."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._pending: list[Mention] = []
        self._explaining = False
        self._numeric = self._excepts = self._seems = self._speaks = self._concedes = False
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
        colon = heads_a_denied_list(sentence)
        if colon:
            self._read(Sentence(passage_of(sentence.whole.items[:colon]), False))
            self._denies_list = True
            if colon + 1 < len(sentence.whole.items):
                self._read_entry(Sentence(passage_of(sentence.whole.items[colon + 1 :]), False))
        elif self._denies_list and is_entry(sentence):
            self._read_entry(sentence)
        elif (self._doubts_list or sentence.whole.items[0].text in POSSIBILITIES) and self._is_possibility(sentence):
            self._read_possibility(sentence)
        else:
            self._denies_list = False
            self._read(sentence)
            if first and (self._reading.opened_at is not None or is_borderline(sentence)):
                self._reading.bordered = True
            self._doubts_list = heads_possibilities(sentence) or (self._doubts_list and sentence.question)
            if self._leaves_conclusion_open(sentence):
                self._reading.opened_at = sentence.whole.items[0].start
            self._concludes = Cue.CONCLUSION in sentence.whole.cues and len(sentence.whole.items) <= HEADING

    def _is_possibility(self, sentence: Sentence) -> bool:
        """Whether any of what the sentence lists may be, as it says or its heading has said."""
        short = len(sentence.whole.items) <= ENTRY and Cue.CONCLUSION not in sentence.whole.cues
        return (self._doubts_list and short) or lists_possibilities(sentence)

    def _leaves_conclusion_open(self, sentence: Sentence) -> bool:
        """Like "Overall: inconclusive": what a text comes to outweighs what it came from."""
        cues = sentence.whole.cues
        if Cue.HEDGE not in cues or not cues.isdisjoint(MENTIONS) or sentence.question or Cue.CONDITION in cues:
            return False
        if not sentence.whole.words.isdisjoint(ASPECTS) or not cues.isdisjoint(DENIES):
            return False
        return self._concludes or Cue.CONCLUSION in cues or len(sentence.whole.items) <= HEADING

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
        whole, question = sentence.whole, sentence.question
        items, cues = whole.items, whole.cues
        if self._has_said and not self._replied and corrects(items):
            reading.corrected_at = items[0].start
        # "Yes, it is normal. No, it is abnormal" takes nothing back; it answers twice.
        self._replied = self._replied or (not self._has_said and items[0].text in ("yes", "no"))
        self._numeric = any(map(is_number, whole.texts))
        self._excepts = not whole.words.isdisjoint(_EXCEPTS)
        self._seems = Cue.INITIAL in cues or not whole.words.isdisjoint(_SEEMS)
        self._speaks = Cue.SPEAKS in cues
        self._explaining = explains(items, cues, whole.texts) or (self._explaining and carries_on(items))
        if not self._explaining or "i" in whole.texts:
            keep_first_cues(sentence, cues, reading)
        # "If they are necrosis, it is not" answers nothing, and neither does "if it was not, it is".
        if Cue.CONDITION in cues or items[0].text.startswith("if "):
            self._pending = []
        if self._pending and not question:
            # "Would I call it normal? With that many mitoses, hardly."
            answer = items[-1:] if [item.text for item in items[-2:-1]] == [","] else items
            self._settle_pending(answer, {item.cue for item in answer})
        if sentence.is_fragment and not (cues.isdisjoint(VERDICTS) and whole.texts.isdisjoint(SETTLING)):
            reading.wondered = reading.wondered or items[-1]
        otherwise = items[0].text in ("otherwise", "else")
        silent = (question and not _is_rhetorical(whole)) or self._explaining or (otherwise and self._conditional)
        # "Whether it is normal depends on the age: in a child it would be abnormal."
        silent = silent or not whole.texts.isdisjoint(DEPENDS)
        # "Here is what I see of the border and the symmetry:" announces.
        silent = silent or (Cue.FILLER in cues and items[-1].text == ":")
        self._conditional = Cue.CONDITION in cues or otherwise
        before = self._said_last = len(reading.mentions)
        if is_gone(whole):
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
        elif cues.isdisjoint(SUPPOSES):
            # "It would be malignant if it had a veil. It has none."
            self._pending = asked if Cue.CONDITION in cues else []
        if supposed.begun and not supposed.declined:
            reading.supposed += asked
        self._told_last = before
        self._has_said = self._has_said or any(one.mode == "said" for one in added)

    def _read_clauses(self, whole: Passage, silent: bool) -> Supposition:
        """Reads the clauses of a sentence. Returns what of it holds only under a condition."""
        concluded, conditional, conceding = False, self._conditional, False
        # "A range of tones, depending on the weighting" is no answer that depends.
        depends = "depends" in whole.texts or ("depending on" in whole.texts and not whole.cues.isdisjoint(VERDICTS))
        supposed = Supposition() if depends or Cue.CONDITION in whole.cues else UNCONDITIONAL
        clauses = split_clauses(whole, self._numeric and states_percent(whole.items) > 1)
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
            if clause.items[0].text in _ADVERSATIVES:
                self._grant_what_was_hedged()
            # "Although it is angulated, which raises concern for IDC, it is benign."
            self._concedes = clause.items[0].text == "which" and (self._concedes or conceding)
            conceding = clause.items[0].text in CONCEDES
            self._read_clause(clause, silent, concluded, conditional)
            if supposed.begun or Cue.CONDITION in clause.cues:
                self._suppose(clause, supposed)
        # "It depends on the network, which I cannot see" is no less open.
        if (depends or (supposed.begun and turns_on(whole))) and is_decided_by_a_sight(whole.words, whole.cues):
            supposed.sight, supposed.declined = True, False
        return supposed

    def _grant_what_was_hedged(self) -> None:
        """Like "It may look normal, but the cells have lost their order": what may be so is only granted."""
        mentions = self._reading.mentions
        for place in range(self._said_last, len(mentions)):
            if mentions[place].mode == "hedged":
                mentions[place] = mentions[place]._replace(initial=True)

    def _suppose(self, clause: Passage, supposed: Supposition) -> None:
        """Notes what the clause just read, of a condition or behind one, says of what the condition is about."""
        if not supposed.begun:
            supposed.begun = True
            supposed.sight = supposes_a_sight(clause.words, clause.cues) or turns_on(clause)
            if wants_a_better_picture(clause.words):
                span = Span(clause.items[0].start, clause.items[-1].end)
                self._reading.refusal = self._reading.refusal or span
                supposed.declined = True
        supposed.hinges = supposed.hinges or hinges(clause)
        supposed.declined = supposed.declined or self._declines

    def _hold_against_a_standard(self, sentence: Sentence, before: int) -> None:
        """Like "A normal film would have dark fields. Here they are white": what is required, and whether it is met."""
        mentions, items = self._reading.mentions, sentence.whole.items
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
        kind = self._standard.kind
        # "A normal mole would not bleed like this": it is not normal.
        of = items[kind - 1 if kind and items[kind - 1].cue in (Cue.NORMAL, Cue.NEGATIVE) else kind].start
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
        if items[0].text == "then" and self._pending and not silent:
            # "If you ask whether it is diseased, then yes: ..."
            head = items[1 : next((at for at, item in enumerate(items) if item.text == ":"), len(items))]
            if head:
                self._settle_pending(head, {item.cue for item in head})
        named = not clause.cues.isdisjoint(MENTIONS)
        # "If the layer is missing, it is a carcinoma" needs nothing; it supposes.
        supposes = Cue.CONDITION in clause.cues and clause.words.isdisjoint(_SPOKEN_TO)
        refusal = declines(items, clause.words) if not self._explaining and not supposes else None
        self._declines = refusal is not None or not clause.cues.isdisjoint(DECLINES)
        if refusal is not None:
            reading.refusal = reading.refusal or Span(refusal.start, refusal.end)
        if reading.described is None and not silent and describes(items, clause.words):
            reading.described = Span(items[0].start, items[-1].end)
        # "It looks like a tumor, but it is a cyst": another finding takes back the side.
        if self._seems and clause.cues.isdisjoint(VERDICTS) and items[0].cue is Cue.BREAK and is_another(items):
            self._take_back(items[-1].end)
        undecided = False
        if not silent and not clause.words.isdisjoint(UNDECIDING) and not self._explaining:
            undecided = self._leaves_undecided(clause, named)
            if self._chooses_none(clause, named, undecided):
                refusal = Refusal(items[0].start, items[-1].end, 0)
        if named:
            asked_from = refusal.asked_from if refusal is not None else None
            before = len(reading.mentions)
            conceded = self._concedes
            setting = Setting(
                *(silent, concluded, conditional, self._numeric, self._excepts, asked_from, undecided, self._speaks),
                conceded,
            )
            Clause(clause, reading, setting).read()
            self._said_last = before
            if not clause.cues.isdisjoint(SUPPOSES):
                self._pending = [one for one in reading.mentions[before:] if one.mode == "asked"]
        elif not silent and takes_back(clause):
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
        # "The answer is: either."
        either = clause.items[-1].text == "either" and "answer" in clause.words and clause.cues.isdisjoint(DENIES)
        if of_one_side or not (either or leaves_undecided(clause.words, named)):
            return False
        # "B is the more plausible of the two."
        if any(item.cue is Cue.LIKELY and item.text.startswith(("more", "most")) for item in clause.items):
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
        if not self._pending or len(items) > 8 or cues & MENTIONS or cues & DECLINES:
            return
        denied = settles(items, cues)
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
