"""Learning rate over a training stage."""

import math

_WARM_UP = 0.06


def learning_rate(peak: float, step: int, steps: int) -> float:
    """Linear warm-up over the first steps, then half a cosine down to a twentieth of the peak."""
    warm = max(1, int(steps * _WARM_UP))
    if step < warm:
        return peak * (step + 1) / warm
    share = (step - warm) / max(1, steps - warm)
    return peak * (0.05 + 0.95 * 0.5 * (1.0 + math.cos(math.pi * share)))
