/** Mail and messages to others: the commands of this family, in the order of the manual. */

export const mailCommands = [] as const
