import { crc32, deflateRawSync } from "node:zlib"
import type { ArchiveEntry } from "./port.ts"

/** 1 January 1980, the first day the format knows: the same entries always give the same archive. */
const firstDay = 0x21

/** Packs entries into a zip archive, names in UTF-8. */
export function zip(entries: readonly ArchiveEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes)
    const shared = sharedHeader(name, bytes, packed)
    const nameBytes = Buffer.from(name)
    const local = Buffer.concat([number(0x04034b50, 4), shared, number(0, 2), nameBytes])
    directory.push(
      number(0x02014b50, 4),
      number(20, 2),
      shared,
      Buffer.alloc(10 + 2),
      number(offset, 4),
      nameBytes,
    )
    parts.push(local, packed)
    offset += local.length + packed.length
  }
  const list = Buffer.concat(directory)
  const count = number(entries.length, 2)
  return Buffer.concat([
    ...parts,
    list,
    number(0x06054b50, 4),
    number(0, 4),
    count,
    count,
    number(list.length, 4),
    number(offset, 4),
    number(0, 2),
  ])
}

/** What the entry says before its content and again in the directory. */
function sharedHeader(name: string, bytes: Uint8Array, packed: Buffer): Buffer {
  return Buffer.concat([
    number(20, 2),
    number(0x800, 2),
    number(8, 2),
    number(0, 2),
    number(firstDay, 2),
    number(crc32(bytes), 4),
    number(packed.length, 4),
    number(bytes.byteLength, 4),
    number(Buffer.byteLength(name), 2),
  ])
}

function number(value: number, length: 2 | 4): Buffer {
  const bytes = Buffer.alloc(length)
  bytes.writeUIntLE(value, 0, length)
  return bytes
}
