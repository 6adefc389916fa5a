/** Schedules, events and webhooks: the commands of this family, in the order of the manual. */

export const eventCommands = [] as const
