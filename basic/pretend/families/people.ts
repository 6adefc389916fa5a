import type { PretendHandlers } from "../pretended.ts"

/** How this family of commands behaves in a preview. */
export const peoplePretend: PretendHandlers = {}
