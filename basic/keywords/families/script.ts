/** Scripts of the bot: the commands of this family, in the order of the manual. */

export const scriptCommands = [] as const
