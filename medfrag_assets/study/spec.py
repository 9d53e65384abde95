"""The typed study: what a study file may say. Unknown keys are errors, so that a typing slip is never ignored."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints, field_validator, model_validator

LABELS = ("answered", "hedged", "refused", "off_task", "empty")
CONTROLS = ("image", "blank", "no_image", "swapped")
FAMILIES = ("llava", "llava_next", "gemma3")

Side = Literal["positive", "negative"]
SIDES: tuple[Side, Side] = ("positive", "negative")
Polarity = Literal["positive", "inverted"]
ClosedFamily = Literal["yesno", "choice"]
Control = Literal["image", "blank", "no_image", "swapped"]
ProtocolName = Literal["corrected", "as_published"]
ModelFamily = Literal["llava", "llava_next", "gemma3"]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Alias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]


class Strict(BaseModel):
    """Unknown keys are refused and values do not change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SideVocabulary(Strict):
    """The words that stand for one side: its name, other names for it, and entities that belong to it by definition."""

    name: str = Field(min_length=1)
    synonyms: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()


class Vocabulary(Strict):
    """The words of both sides of a task."""

    positive: SideVocabulary
    negative: SideVocabulary


class ClosedWording(Strict):
    """A question with two permitted answers. A yes/no wording has a polarity, a choice says what A and B stand for."""

    family: ClosedFamily
    polarity: Polarity | None = None
    options: dict[Literal["A", "B"], Side] | None = None
    specificity: Literal["generic", "targeted", "cued"]
    meaning: Name
    text: str = Field(min_length=1)

    @model_validator(mode="after")
    def _says_how_to_read_the_answer(self) -> Self:
        if self.family == "yesno" and (self.polarity is None or self.options is not None):
            raise ValueError("a yesno wording needs `polarity: positive` or `polarity: inverted`, and no options")
        if self.family == "choice":
            if self.polarity is not None or self.options is None or set(self.options) != {"A", "B"}:
                raise ValueError("a choice wording needs `options` for A and B, and no polarity")
            if set(self.options.values()) != set(SIDES):
                raise ValueError("the options of a choice wording are one positive and one negative")
        return self


class DescribeWording(Strict):
    """A request for a free description."""

    specificity: Literal["generic", "targeted"]
    text: str = Field(min_length=1)


class Wordings(Strict):
    """All wordings of a study or of one task. `{term}` in a text is filled from the task's terms."""

    closed: dict[Name, ClosedWording] = Field(min_length=1)
    suffixes: dict[Name, str] = {"plain": ""}
    describe: dict[Name, DescribeWording] = {}
    framings: dict[Name, str] = {}


class PhantomSource(Strict):
    """Procedural phantoms of a shipped task. `phantom` names which of the four kinds is drawn."""

    kind: Literal["phantoms"]
    phantom: Literal["brain_tumor", "pneumonia", "skin_cancer", "breast_histopathology"]
    seed: int = Field(ge=0)


class FolderSource(Strict):
    """A folder with one sub-folder per class, mapped to positive or negative.

    `${NAME}` in `root` stays as it is until images are looked for: who only reads results needs no images.
    """

    kind: Literal["folder"]
    root: str = Field(min_length=1)
    classes: dict[str, Side] = Field(min_length=1)
    # For messages only, and no fields: no digest depends on where a study file lies.
    _file: str = PrivateAttr(default="the study file")
    _task: str | None = PrivateAttr(default=None)

    def said_in(self, file: str, task: str) -> None:
        """Remembers which file and task the source belongs to."""
        self._file, self._task = file, task

    @property
    def task(self) -> str | None:
        """The task of the study whose source this is, null for a source that was not read from a file."""
        return self._task

    @property
    def where(self) -> str:
        """File and key of the root, for messages."""
        return f"{self._file}: tasks → {self._task or '…'} → source → root"

    @field_validator("classes")
    @classmethod
    def _has_both_sides(cls, classes: dict[str, Side]) -> dict[str, Side]:
        if set(classes.values()) != set(SIDES):
            raise ValueError("classes map at least one sub-folder to positive and one to negative")
        return classes


class HubSource(Strict):
    """A data set on the Hugging Face hub, stored as Parquet with an image column and a label column."""

    kind: Literal["hub"]
    dataset: str = Field(pattern=r"^[^/\s]+/[^/\s]+$")
    revision: str = "main"
    image_column: str = "image"
    positive: dict[str, int | str]
    negative: dict[str, int | str]


Source = Annotated[PhantomSource | FolderSource | HubSource, Field(discriminator="kind")]


class Task(Strict):
    """A binary imaging question: where its images come from, what its prompts say, which words stand for which side."""

    modality: str
    terms: dict[Name, str] = {}
    vocabulary: Vocabulary
    source: Source
    prompts: Wordings | None = None


class Model(Strict):
    """A vision-language model under an alias. `checkpoint` is a folder or a hub id; `revision` is for hub ids."""

    checkpoint: str = Field(min_length=1)
    revision: str = "main"
    family: ModelFamily
    pair: Name | None = None
    role: Literal["base", "medical"] | None = None
    gpu_memory_gb: float = Field(default=0, ge=0)
    gated: bool = False
    toy: bool = False
    templates: dict[ProtocolName, str] = {}

    @model_validator(mode="after")
    def _pair_and_role_go_together(self) -> Self:
        if (self.pair is None) != (self.role is None):
            raise ValueError("`pair` and `role` are given together or not at all")
        return self

    @field_validator("templates")
    @classmethod
    def _templates_have_a_prompt(cls, templates: dict[ProtocolName, str]) -> dict[ProtocolName, str]:
        for protocol, template in templates.items():
            if "{prompt}" not in template:
                raise ValueError(f"the {protocol} template has no {{prompt}} to put the wording in")
        return templates


class Protocol(Strict):
    """How the questions are put: controls, how many images, how many tokens (`minimum` by family, for as_published)."""

    controls: tuple[Control, ...] = ("image",)
    images_per_class: int | None = Field(default=None, ge=1)
    closed_tokens: int = Field(ge=1)
    describe_tokens: int = Field(ge=1)
    minimum_tokens: dict[ModelFamily, int] = {}

    @field_validator("controls")
    @classmethod
    def _asks_about_the_image(cls, controls: tuple[Control, ...]) -> tuple[Control, ...]:
        if "image" not in controls or len(set(controls)) != len(controls):
            raise ValueError("controls name `image` and each control once")
        return controls


class Judge(Strict):
    """An LLM behind an OpenAI-compatible server that labels responses beside the rules.

    `key_variable` names the environment variable with the API key: the key itself never stands in a study file. Prices
    are in US dollars per million tokens; with both and `maximum_dollars`, calls stop before more than that is spent.
    """

    base_url: str = Field(pattern=r"^https?://")
    model: str = Field(min_length=1)
    key_variable: str = Field(default="OPENAI_API_KEY", pattern=r"^[A-Z_][A-Z0-9_]*$")
    concurrency: int = Field(default=8, ge=1, le=64)
    timeout_seconds: float = Field(default=60, gt=0)
    retries: int = Field(default=6, ge=0, le=20)
    maximum_calls: int | None = Field(default=None, ge=0)
    maximum_dollars: float | None = Field(default=None, gt=0)
    dollars_per_million_read: float | None = Field(default=None, ge=0)
    dollars_per_million_written: float | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _a_limit_needs_prices(self) -> Self:
        if self.maximum_dollars is not None and None in (
            self.dollars_per_million_read,
            self.dollars_per_million_written,
        ):
            raise ValueError("`maximum_dollars` needs `dollars_per_million_read` and `dollars_per_million_written`")
        return self


class Diagnostician(Strict):
    """The text-only model that diagnoses from descriptions: a local checkpoint, or one behind a server."""

    alias: Alias
    checkpoint: str | None = Field(default=None, min_length=1)
    server: Judge | None = None
    toy: bool = False

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if (self.checkpoint is None) == (self.server is None):
            raise ValueError("a diagnostician has either a `checkpoint` or a `server`")
        return self


class Contrast(Strict):
    """A comparison declared before the data: a pair's medical models with their base, on these tasks (default: all).

    Declared contrasts are corrected together with Holm's method, all others with Benjamini and Hochberg's.
    """

    pair: Name
    tasks: tuple[Name, ...] | None = None


class Claim(Strict):
    """A claim of the published study and the written rule that decides on it. `{name}` in the rule is filled in."""

    statement: str = Field(min_length=1)
    rule: str = Field(min_length=1)

    @property
    def written_rule(self) -> str:
        """The rule with its numbers."""
        return self.rule.format(**self.model_dump(exclude={"statement", "rule"}))

    @model_validator(mode="after")
    def _rule_names_its_numbers(self) -> Self:
        try:
            self.rule.format(**self.model_dump(exclude={"statement", "rule"}))
        except (KeyError, IndexError, ValueError) as error:
            raise ValueError(f"`rule` has a {{…}} that is no number of the claim: {error}") from None
        return self


class NearRandomWhenHard(Claim):
    """Claim 1. Near-random is a balanced accuracy of the answered within `lowest` to `highest`."""

    easiest: Name
    hardest: Name
    lowest: float = Field(ge=0, le=1)
    highest: float = Field(ge=0, le=1)


class NoConsistentAdvantage(Claim):
    """Claim 2. An advantage is consistent when it shows in the share `consistent` of contrasts and exceeds `margin`."""

    consistent: float = Field(gt=0, le=1)
    margin: float = Field(ge=0, le=1)


class WordingSwingsAnswers(Claim):
    """Claim 3. `swing` is the range over wordings, beyond that of chance, that counts as one."""

    swing: float = Field(ge=0, le=1)


class DescriptionsRecoverLittle(Claim):
    """Claim 4. `little` is the gain in balanced accuracy below which it counts as such."""

    little: float = Field(ge=0, le=1)


class WeakFeaturesAndWeakReasoning(Claim):
    """Claim 5. Features below a probe accuracy of `strong_features` count as weak."""

    hardest: Name
    strong_features: float = Field(ge=0, le=1)


class Claims(Strict):
    """The five claims of the published study, in its order."""

    near_random_when_hard: NearRandomWhenHard
    no_consistent_advantage: NoConsistentAdvantage
    wording_swings_answers: WordingSwingsAnswers
    descriptions_recover_little: DescriptionsRecoverLittle
    weak_features_and_weak_reasoning: WeakFeaturesAndWeakReasoning


class Study(Strict):
    """One study, whole: every default filled in. Made by `medfrag_assets.study.load.load_study`."""

    study: Name
    title: str
    seed: int = Field(ge=0)
    images_per_class: int = Field(ge=2)
    probe_per_class: int = Field(default=250, ge=0)
    models: dict[Alias, Model] = Field(min_length=1)
    tasks: dict[Name, Task] = Field(min_length=1)
    prompts: Wordings
    protocols: dict[ProtocolName, Protocol]
    diagnostician: Diagnostician | None = None
    judges: dict[Alias, Judge] = {}
    contrasts: tuple[Contrast, ...] | None = None
    # How much lower strict accuracy, or how much higher the refusal rate, may be than that of the checkpoint before or
    # of the base without being called worse.
    non_inferiority_margin: float = Field(default=0.05, gt=0, lt=1)
    claims: Claims

    @field_validator("protocols")
    @classmethod
    def _has_the_headline_protocol(cls, protocols: dict[ProtocolName, Protocol]) -> dict[ProtocolName, Protocol]:
        if "corrected" not in protocols:
            raise ValueError("the protocol `corrected` is what every headline uses: it must be there")
        return protocols

    @model_validator(mode="after")
    def _pairs_are_whole(self) -> Self:
        roles: dict[str, list[str]] = {}
        for model in self.models.values():
            if model.pair and model.role:
                roles.setdefault(model.pair, []).append(model.role)
        for pair, found in sorted(roles.items()):
            if found.count("base") != 1:
                raise ValueError(f"pair {pair!r} has {found.count('base')} base models; a pair has exactly one")
            if "medical" not in found:
                raise ValueError(f"pair {pair!r} has no medical model")
        return self

    @model_validator(mode="after")
    def _contrasts_are_known(self) -> Self:
        pairs = {model.pair for model in self.models.values() if model.pair}
        for contrast in self.contrasts or ():
            if contrast.pair not in pairs:
                raise ValueError(
                    f"contrasts: no pair {contrast.pair!r} (there are {', '.join(sorted(pairs)) or 'none'})"
                )
            unknown = sorted(set(contrast.tasks or ()) - set(self.tasks))
            if unknown:
                raise ValueError(f"contrasts: no task {unknown[0]!r} (there are {', '.join(self.tasks)})")
        return self

    @property
    def declared(self) -> tuple[tuple[str, str], ...]:
        """The declared contrasts as (pair, task): those of the study file, or every pair on every task."""
        pairs = dict.fromkeys(model.pair for model in self.models.values() if model.pair)
        contrasts = self.contrasts if self.contrasts is not None else tuple(Contrast(pair=pair) for pair in pairs)
        named = [(contrast.pair, task) for contrast in contrasts for task in contrast.tasks or self.tasks]
        return tuple(dict.fromkeys(named))

    def wordings(self, task: str) -> Wordings:
        """The task's own wordings where it has them, otherwise the study's."""
        return self.tasks[task].prompts or self.prompts

    @property
    def has_toys(self) -> bool:
        """Whether any model of the study is a toy, which every page that shows it must say."""
        return any(model.toy for model in self.models.values())
