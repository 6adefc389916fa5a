import { fromJson } from "#basic"
import { getUrl } from "#basic/keywords/get.ts"
import { loadHeld } from "./files/content.ts"
import { isDrivePath, readPath } from "./files/operands.ts"
import { readValue } from "./files/read-value.ts"
import { handlerFor } from "./handler.ts"
import { findContextPlace, readContext } from "./http/context-read.ts"
import { sendRequest } from "./http/send.ts"

/** Reading again is harmless, so a lost outcome is read again. */
export const getHandler = handlerFor(getUrl, async ({ url = "" }, step) => {
  const place = findContextPlace(url)
  if (place) return fromJson(await readContext(place, step))
  if (isDrivePath(url)) {
    const file = await loadHeld(step, readPath(url, "GET"))
    return fromJson(await readValue(step, file, undefined))
  }
  return await sendRequest({ method: "GET", url, unknown: "same key" }, step)
})
