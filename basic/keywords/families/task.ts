/** Tasks, calendar and meetings: the commands of this family, in the order of the manual. */

export const taskCommands = [] as const
