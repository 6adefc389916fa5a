/** Human agents, leads and members: the commands of this family, in the order of the manual. */

export const peopleCommands = [] as const
