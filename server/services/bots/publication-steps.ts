import type { PublicationStep } from "#server/records/publication.ts"

/** What publishing does with the declarations of a bot, in this order, in the transaction of the version. */
export const publicationSteps: readonly PublicationStep[] = []
