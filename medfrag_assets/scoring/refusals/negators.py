"""Words that negate, as the families of refusals ask for them."""

NEGATORS = frozenset({"no", "not", "without", "missing", "cannot", "never", "failed", "nothing", "unable"})
NONE = frozenset({"no", "neither", "nothing", "none", "nor"})
NOBODY = NEGATORS | NONE | {"nobody", "noone", "rather"}
