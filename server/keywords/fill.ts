import { fromJson, toJson } from "#basic"
import { fill } from "#basic/keywords/fill.ts"
import { fillAny } from "./files/fill-any.ts"
import { readPath } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"

export const fillHandler = handlerFor(fill, async ({ first = null, second = null, path }, step) => {
  const out = path === undefined ? null : readPath(path, "FILL")
  return fromJson(await fillAny(step, toJson(first), toJson(second), out))
})
