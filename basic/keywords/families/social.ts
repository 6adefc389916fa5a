/** Social networks: the commands of this family, in the order of the manual. */

export const socialCommands = [] as const
