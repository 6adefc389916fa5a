/** Pictures, sound, pages of the web: the commands of this family, in the order of the manual. */

export const mediaCommands = [] as const
