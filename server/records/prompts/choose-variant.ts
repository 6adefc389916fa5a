import { hash } from "node:crypto"

/** Two versions side by side. */
export interface OpenSplit {
  readonly id: string
  readonly numberA: number
  readonly numberB: number
  readonly percentB: number
}

/** Which version a person meets: by what they are called, so that it is the same each time and in every process. */
export function chooseVariant(
  { id, numberA, numberB, percentB }: OpenSplit,
  person: string,
): number {
  const place = hash("sha256", `${id}/${person}`, "buffer").readUInt32BE() / 2 ** 32
  return place * 100 < percentB ? numberB : numberA
}
