import { applyHandlers } from "#server/records/events/apply-declarations.ts"
import type { PublicationStep } from "#server/records/publication.ts"
import { applySchedules } from "#server/records/schedules/apply-declarations.ts"
import { applyTables } from "#server/records/tables/apply-declarations.ts"

/** What publishing does with the declarations of a bot, in this order, in the transaction of the version. */
export const publicationSteps: readonly PublicationStep[] = [
  applyTables,
  applySchedules,
  applyHandlers,
]
