/** Other bots and workflows: the commands of this family, in the order of the manual. */

export const botCommands = [] as const
