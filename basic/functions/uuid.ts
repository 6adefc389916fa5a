import { printHex } from "../digests/utf8.ts"
import type { Env } from "../vm/env.ts"

/** Makes a random UUID (version 4, RFC 9562) of the turn's sequence, so a rerun of the turn makes the same one. */
export const makeUuid = (env: Env): string => {
  const bytes = Array.from({ length: 16 }, () => Math.floor(env.random() * 256))
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = printHex(bytes)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-")
}
