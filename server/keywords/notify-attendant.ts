import { notifyAttendant } from "#basic/keywords/notify-attendant.ts"
import { handlerFor } from "./handler.ts"
import { notifyStaff } from "./people/notify-staff.ts"

export const notifyAttendantHandler = handlerFor(notifyAttendant, ({ who, text }, step) =>
  notifyStaff(who, text, step),
)
