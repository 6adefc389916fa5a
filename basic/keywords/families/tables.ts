/** Tables and lists of rows: the commands of this family, in the order of the manual. */

export const tableCommands = [] as const
