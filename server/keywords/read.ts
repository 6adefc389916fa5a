import { fromJson } from "#basic"
import { readFile } from "#basic/keywords/read.ts"
import { loadHeld } from "./files/content.ts"
import { readPath } from "./files/operands.ts"
import { readValue } from "./files/read-value.ts"
import { handlerFor } from "./handler.ts"

export const readFileHandler = handlerFor(readFile, async ({ path, shape }, step) => {
  const file = await loadHeld(step, readPath(path, "READ"))
  return fromJson(await readValue(step, file, shape))
})
