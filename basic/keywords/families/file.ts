/** Files and documents: the commands of this family, in the order of the manual. */

export const fileCommands = [] as const
