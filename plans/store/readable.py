"""A plan as a file that is known to open again."""

from plans.model import Plan
from plans.yaml_format import dump_plan, load_plan


def readable(plan: Plan) -> bytes:
    """Return the plan as a plan file, once it was read back.

    Raises:
        PlanFileBroken, PlanTooLarge: the plan could be written, but nobody could open it again.
    """
    file = dump_plan(plan)
    load_plan(file)
    return file
