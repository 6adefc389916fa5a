/** Names the generated programs use: few, so that they meet, and some that look like keywords. */
import type { Chooser } from "./chooser.ts"

const variables = [
  "name",
  "email",
  "total",
  "x",
  "item",
  "list",
  "Größe",
  "answer_1",
  "message",
] as const
const members = ["name", "id", "Endereço", "length2", "data"] as const

export const variableName = (choose: Chooser): string => choose.oneOf(variables)
export const memberName = (choose: Chooser): string => choose.oneOf(members)
