"""Automation: which assets are made without anybody asking, and who asks for runs. See docs/automation.md."""

from typing import NamedTuple

import dagster as dg

from medfrag_assets.defs.automation.folder import folder_sensor
from medfrag_assets.defs.automation.following import FollowingSensor
from medfrag_assets.defs.automation.hub import hub_sensors
from medfrag_assets.defs.automation.nightly import nightly_schedule
from medfrag_assets.defs.partitions import StudyPartitions
from medfrag_assets.study.spec import Study


class Automation(NamedTuple):
    """What asks for runs of one study."""

    sensors: list[dg.SensorDefinition]
    schedules: list[dg.ScheduleDefinition]


def study_automation(study: Study, partitions: StudyPartitions) -> Automation:
    """The folder sensor and the following sensor, on by default; the hub sensor and the nightly schedule, off."""
    return Automation(
        sensors=[folder_sensor(study, partitions), FollowingSensor(study), *hub_sensors(study, partitions)],
        schedules=[nightly_schedule(study, partitions)],
    )
