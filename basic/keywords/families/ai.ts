/** Models, knowledge and tools: the commands of this family, in the order of the manual. */

export const aiCommands = [] as const
