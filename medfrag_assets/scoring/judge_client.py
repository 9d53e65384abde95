"""Asks a judge on an OpenAI-compatible server: finds out what it can do, stays within bounds, keeps errors as errors.

Retries are made here and not inside the `openai` package, so that each request is reserved for before it is sent: what
a server may bill is counted even when its answer was lost on the way.
"""

import ipaddress
import os
import random
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from pydantic import BaseModel, ValidationError

from medfrag_assets.scoring.judge_budget import Budget, BudgetReachedError
from medfrag_assets.scoring.judges import LABELLING, Form, Judgement, Mode, WrongAnswerError, read_answer
from medfrag_assets.study.errors import MedfragError
from medfrag_assets.study.spec import Judge

if TYPE_CHECKING:
    import openai

_LONGEST_REASON = 300
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 30.0
# A server that asks for more patience than this is asked again at the next run.
_LONGEST_RETRY_AFTER = 120.0
_PASSING = frozenset({408, 409, 429})
_MALFORMED = frozenset({400, 422})
# After so many failures in a row, each with its retries, the rest would only fail the same way, and slowly.
_HOPELESS = 20
# A token is at least one byte; the chat template adds some, a system prompt of its own among them.
_TEMPLATE_TOKENS = 512
# The label fits into the first. A model that wants the second name may think before it answers, within this limit.
_TOKEN_LIMITS = {"max_tokens": 32, "max_completion_tokens": 2048}
# Nothing here asks for JSON: only a server that holds its model to the schema answers with an object of the schema.
_PROBE = "Say hello."
_NO_KEY = "no-key-needed"
_KEY = "[key]"


class Reply(NamedTuple):
    """What became of one prompt: a judgement, or the reason why there is none. Never both, never neither.

    `mode` is null where the judge was not asked; tokens, dollars and seconds are those of the answer.
    """

    prompt: str
    mode: Mode | None = None
    judgement: Judgement | None = None
    error: str | None = None
    tokens_read: int = 0
    tokens_written: int = 0
    dollars: float = 0.0
    seconds: float = 0.0


Hear = Callable[[Reply], None]


class Abilities(NamedTuple):
    """What the server can do: how it answers, whether it takes a temperature, what it calls the limit on tokens."""

    mode: Mode
    temperature: bool
    token_limit: str


class _CallError(Exception):
    """A request without an answer.

    `status` is HTTP's, null where none came. `passing`: asking again may help, after `retry_after` seconds where the
    server said so. `billed`: the server may have worked for it.
    """

    def __init__(
        self,
        reason: str,
        status: int | None = None,
        passing: bool = False,
        retry_after: float | None = None,
        billed: bool = False,
    ) -> None:
        super().__init__(reason)
        self.status, self.passing, self.retry_after, self.billed = status, passing, retry_after, billed


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Usage(BaseModel):
    prompt_tokens: int
    completion_tokens: int


class _Completion(BaseModel):
    """What is read of a chat completion. Half a reply does not fit, nor does one of another shape."""

    choices: tuple[_Choice, ...]
    usage: _Usage | None = None


class _Answer(NamedTuple):
    """What the judge wrote, and what it cost."""

    text: str
    tokens_read: int
    tokens_written: int
    dollars: float


class JudgeClient:
    """One judge for one run. Nothing is sent, and no key needed, before the first question."""

    def __init__(self, judge: Judge, budget: Budget, form: Form = LABELLING) -> None:
        self._judge = judge
        self._form = form
        self._budget = budget
        self._stopping = threading.Event()
        self._counting = threading.Lock()
        self._failed_in_a_row = 0
        self._hopeless: str | None = None
        self._abilities: Abilities | None = None

    def ask(self, prompts: Sequence[str], hear: Hear) -> None:
        """Asks every prompt, `judge.concurrency` at a time. `hear` is called in this thread, once per prompt.

        When this is interrupted nothing more is sent; requests under way are waited for and heard, since they are paid
        for. Raises `MedfragError` when the key is not set and the server is not on this machine.
        """
        if not prompts:
            return
        # Here, so that a missing key is no reason beside every prompt.
        _ = self._server
        self._find_out()
        with ThreadPoolExecutor(self._judge.concurrency, thread_name_prefix="judge") as pool:
            unheard = {pool.submit(self._reply, prompt) for prompt in prompts}
            try:
                for future in as_completed(list(unheard)):
                    unheard.discard(future)
                    hear(future.result())
            except BaseException:
                self._stopping.set()
                pool.shutdown(wait=True, cancel_futures=True)
                _hear_answers(unheard, hear)
                raise

    def close(self) -> None:
        """Closes connections."""
        if "_server" in self.__dict__:
            self._server.close()

    def _find_out(self) -> None:
        """Learns once what the server can do. One that cannot be used makes every call of this client an error."""
        if self._abilities is not None or self._hopeless is not None:
            return
        try:
            self._abilities = self._probed(Abilities("json_schema", True, "max_tokens"))
        except BudgetReachedError as error:
            self._hopeless = str(error)
        except _CallError as error:
            self._hopeless = f"the server cannot be used: {error}"

    def _probed(self, abilities: Abilities) -> Abilities:
        while True:
            try:
                answer = self._patiently(abilities, _PROBE)
            except _CallError as error:
                simpler = _simpler(abilities, error)
                if simpler is None:
                    raise
                abilities = simpler
                continue
            return abilities if _conforms(answer.text, self._form) else abilities._replace(mode="word")

    def _reply(self, prompt: str) -> Reply:
        if self._hopeless is not None or self._abilities is None or self._stopping.is_set():
            return Reply(prompt, error=_shortened(f"not asked: {self._hopeless or 'interrupted'}"))
        mode = self._abilities.mode
        started = time.monotonic()
        try:
            answer = self._patiently(self._abilities, prompt)
            judgement = read_answer(mode, answer.text, self._form)
        except BudgetReachedError as error:
            return Reply(prompt, mode, error=str(error))
        except (_CallError, WrongAnswerError) as error:
            reason = _shortened(self._without_key(str(error)))
            self._count_failure(reason)
            return Reply(prompt, mode, error=reason)
        self._count_success()
        seconds = time.monotonic() - started
        return Reply(prompt, mode, judgement, None, answer.tokens_read, answer.tokens_written, answer.dollars, seconds)

    def _count_failure(self, reason: str) -> None:
        with self._counting:
            self._failed_in_a_row += 1
            if self._failed_in_a_row == _HOPELESS:
                self._hopeless = f"{_HOPELESS} calls in a row failed, the last one with: {reason}"

    def _count_success(self) -> None:
        with self._counting:
            self._failed_in_a_row = 0

    def _patiently(self, abilities: Abilities, prompt: str) -> _Answer:
        """Asks until there is an answer, with growing pauses. Raises what the last attempt raised."""
        tried = 0
        while True:
            try:
                return self._once(abilities, prompt)
            except _CallError as error:
                if not error.passing or tried == self._judge.retries:
                    raise
                pause = _back_off(tried) if error.retry_after is None else error.retry_after
            tried += 1
            if self._stopping.wait(pause):
                raise _CallError("interrupted")

    def _once(self, abilities: Abilities, prompt: str) -> _Answer:
        """One request, reserved for at the most that it can cost."""
        most = self._budget.price(len(prompt.encode()) + _TEMPLATE_TOKENS, _TOKEN_LIMITS[abilities.token_limit])
        self._budget.reserve(most)
        # Unless the server says otherwise it may have worked for the request, whatever became of the answer.
        spent = most
        try:
            message, usage = self._send(abilities, prompt)
            if usage is not None:
                spent = self._budget.price(usage.prompt_tokens, usage.completion_tokens)
        except _CallError as error:
            spent = most if error.billed else 0.0
            raise
        finally:
            self._budget.settle(most, spent)
        if message.content is None:
            raise _CallError(f"the judge wrote nothing ({message.refusal or 'no content'})")
        read, written = (usage.prompt_tokens, usage.completion_tokens) if usage else (0, 0)
        return _Answer(message.content, read, written, spent)

    def _send(self, abilities: Abilities, prompt: str) -> tuple[_Message, _Usage | None]:
        """One request. Whatever goes wrong is a `_CallError` without the key, and without what caused it."""
        import openai

        create: Any = self._server.chat.completions.with_raw_response.create
        try:
            reply = create(**self._request(abilities, prompt))
            completion = _Completion.model_validate_json(reply.text)
        except openai.APIStatusError as error:
            raise self._refusal(error) from None
        except openai.APITimeoutError:
            reason = f"no answer within {self._judge.timeout_seconds:g} s"
            raise _CallError(reason, passing=True, billed=True) from None
        except openai.OpenAIError as error:
            reason = self._without_key(f"{error} ({error.__cause__ or type(error).__name__})")
            raise _CallError(reason, passing=True, billed=True) from None
        except ValidationError as error:
            reason = f"the reply is no whole chat completion: {error.errors()[0]['msg']}"
            raise _CallError(self._without_key(reason), passing=True, billed=True) from None
        if not completion.choices:
            raise _CallError("the reply holds no choice", billed=True)
        return completion.choices[0].message, completion.usage

    def _request(self, abilities: Abilities, prompt: str) -> dict[str, Any]:
        request: dict[str, Any] = {
            "model": self._judge.model,
            "messages": [{"role": "user", "content": prompt}],
            abilities.token_limit: _TOKEN_LIMITS[abilities.token_limit],
        }
        if abilities.temperature:
            request["temperature"] = 0
        if abilities.mode == "json_schema":
            request["response_format"] = self._form.response_format
        return request

    def _refusal(self, error: "openai.APIStatusError") -> _CallError:
        """HTTP said no, which is not billed."""
        retry_after = _retry_after(error.response.headers)
        passing = error.status_code in _PASSING or error.status_code >= 500
        if retry_after is not None and retry_after > _LONGEST_RETRY_AFTER:
            passing = False
        words = error.message.removeprefix(f"Error code: {error.status_code} - ")
        reason = self._without_key(f"HTTP {error.status_code}: {words}")
        return _CallError(reason, error.status_code, passing, retry_after)

    @cached_property
    def _server(self) -> "openai.OpenAI":
        import openai

        key = key_of(self._judge)
        return openai.OpenAI(
            api_key=key, base_url=self._judge.base_url, timeout=self._judge.timeout_seconds, max_retries=0
        )

    def _without_key(self, text: str) -> str:
        return text.replace(self._server.api_key, _KEY)


def key_of(judge: Judge) -> str:
    """The key from the judge's environment variable; a stand-in where a server on this machine needs none.

    Raises `MedfragError`, which names the variable and never what it holds.
    """
    key = os.environ.get(judge.key_variable, "").strip()
    if key and not (key.isascii() and key.isprintable() and " " not in key):
        raise MedfragError(f"What the environment variable {judge.key_variable} holds cannot be a key.")
    if key:
        return key
    if _is_loopback(judge.base_url):
        return _NO_KEY
    raise MedfragError(
        f"The judge {judge.model} at {judge.base_url} needs a key: put it into the environment variable "
        f"{judge.key_variable}."
    )


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _simpler(abilities: Abilities, error: _CallError) -> Abilities | None:
    """The next thing to try with a server that called the request malformed; null when there is none."""
    complaint = str(error).lower()
    # Some servers fail on a response format that they do not know, rather than refuse it.
    broke_on_schema = error.status is not None and "response_format" in complaint
    if error.status not in _MALFORMED and not broke_on_schema:
        return None
    if abilities.temperature and "temperature" in complaint:
        return abilities._replace(temperature=False)
    if abilities.token_limit == "max_tokens" and "max_tokens" in complaint:  # noqa: S105
        return abilities._replace(token_limit="max_completion_tokens")  # noqa: S106
    return abilities._replace(mode="word") if abilities.mode == "json_schema" else None


def _conforms(text: str, form: Form) -> bool:
    try:
        read_answer("json_schema", text, form)
    except WrongAnswerError:
        return False
    return True


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that the server asks to wait, given as a number or as a date; null where it says nothing that helps."""
    said = headers.get("retry-after", "")
    try:
        seconds = float(said)
    except ValueError:
        try:
            seconds = parsedate_to_datetime(said).timestamp() - time.time()
        except ValueError:
            return None
    return seconds if 0 < seconds < float("inf") else None


def _back_off(tried: int) -> float:
    """Seconds before the next attempt: twice as long each time, less a random part so that calls spread out."""
    return float(min(_FIRST_WAIT * 2**tried, _LONGEST_WAIT) * (1 - 0.25 * random.random()))  # noqa: S311


def _hear_answers(futures: set["Future[Reply]"], hear: Hear) -> None:
    for future in futures:
        if future.done() and not future.cancelled() and future.exception() is None:
            hear(future.result())


def _shortened(reason: str) -> str:
    line = " ".join(reason.split())
    return line if len(line) <= _LONGEST_REASON else line[: _LONGEST_REASON - 2] + " …"
