import { hash } from "node:crypto"
import type { Id, IdPrefix } from "#catalog/ids.ts"

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
/** The part of an id's body that holds its millisecond: kept, so that derived rows lie beside their event. */
const timeChars = 10
const bodyChars = 26

/**
 * Derives an id from an event and a place in its turn: the same place gives the same id, however often
 * the turn is run again.
 *
 * Shape: like `newId`. `eventId` is `evt_` and 26 characters.
 */
export function deriveId<P extends IdPrefix>(prefix: P, eventId: string, place: string): Id<P> {
  return brand<P>(derive(prefix, eventId, place))
}

/** Names a wait that begins in a turn. */
export function deriveWaitId(eventId: string, place: string): string {
  return derive("wait", eventId, place)
}

/** The chance of a turn: 128 bits of its event's own, as 32 hexadecimal digits. */
export function deriveSeed(eventId: string): string {
  return hash("sha256", `${eventId}/seed`, "hex").slice(0, 32)
}

/** What handlers draw from, beside the program and apart from it. Shape: like `deriveSeed`. */
export function deriveHandlerSeed(seed: string): string {
  return hash("sha256", `${seed}/handlers`, "hex").slice(0, 32)
}

function derive(prefix: string, eventId: string, place: string): string {
  const body = eventId.slice(eventId.indexOf("_") + 1)
  const digest = hash("sha256", `${eventId}/${prefix}/${place}`, "binary")
  let text = ""
  for (let index = 0; index < bodyChars - timeChars; index++)
    text += alphabet[digest.charCodeAt(index) & 31]
  return `${prefix}_${body.slice(0, timeChars)}${text}`
}

/** The text was just made in the shape of an id. */
function brand<P extends IdPrefix>(text: string): Id<P> {
  return text as Id<P>
}
