/** Human agents, leads and members: the commands of this family, in the order of the manual. */

import { allowRole } from "../allow-role.ts"

export const peopleCommands = [allowRole] as const
