import { crc32, inflateRawSync } from "node:zlib"
import { type ArchiveEntry, DocumentRefused } from "./port.ts"

export interface ArchiveLimits {
  readonly maxEntries: number
  /** Of everything unpacked together. */
  readonly maxBytes: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const longestComment = 65_557

/**
 * Unpacks a zip archive, as far as the limits go: what an entry claims to be is never trusted, and each
 * is unpacked into no more room than is left.
 *
 * Source: APPNOTE.TXT, the description of the format. Archives that are encrypted, larger than 4 GB or in
 * several parts are refused.
 */
export function unzip(
  bytes: Uint8Array,
  { maxEntries, maxBytes }: ArchiveLimits,
  isWanted: (name: string) => boolean = () => true,
): ArchiveEntry[] {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(archive)
  const count = archive.readUInt16LE(end + 10)
  if (count > maxEntries)
    throw new DocumentRefused(
      "document.too_large",
      `The archive has ${count} entries; at most ${maxEntries} are unpacked.`,
    )
  const entries: ArchiveEntry[] = []
  let left = maxBytes
  let at = archive.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    const entry = readEntry(archive, at)
    at = entry.next
    if (entry.name.endsWith("/") || !isWanted(entry.name)) continue
    const content = unpack(archive, entry, left, maxBytes)
    left -= content.byteLength
    entries.push({ name: entry.name, bytes: content })
  }
  return entries
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly offset: number
  readonly next: number
}

function findEnd(archive: Buffer): number {
  for (let at = archive.length - 22; at >= 0 && at >= archive.length - longestComment; at--)
    if (archive.readUInt32LE(at) === endMark) return at
  throw unreadable()
}

function readEntry(archive: Buffer, at: number): Entry {
  if (at + 46 > archive.length || archive.readUInt32LE(at) !== entryMark) throw unreadable()
  const flags = archive.readUInt16LE(at + 8)
  if (flags & 1)
    throw new DocumentRefused(
      "document.unreadable",
      "The archive has a password. Pack it without one.",
    )
  const nameLength = archive.readUInt16LE(at + 28)
  const extra = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  const nameEnd = at + 46 + nameLength
  if (nameEnd > archive.length) throw unreadable()
  return {
    name: archive.toString(flags & 0x800 ? "utf8" : "latin1", at + 46, nameEnd),
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    packedSize: archive.readUInt32LE(at + 20),
    offset: archive.readUInt32LE(at + 42),
    next: nameEnd + extra,
  }
}

function unpack(archive: Buffer, entry: Entry, left: number, maxBytes: number): Uint8Array {
  const { offset, packedSize, method, crc } = entry
  if (offset + 30 > archive.length || archive.readUInt32LE(offset) !== localMark) throw unreadable()
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  const packed = archive.subarray(start, start + packedSize)
  if (packed.length !== packedSize) throw unreadable()
  const content = method === 0 ? packed : inflate(packed, method, left, maxBytes)
  if (content.byteLength > left) throw tooLarge(maxBytes)
  if (crc32(content) !== crc) throw unreadable()
  return content
}

function inflate(packed: Buffer, method: number, left: number, maxBytes: number): Uint8Array {
  if (method !== 8) throw unreadable()
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left + 1) })
  } catch (error) {
    const isFull =
      error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE"
    throw isFull ? tooLarge(maxBytes) : unreadable()
  }
}

function tooLarge(maxBytes: number): DocumentRefused {
  return new DocumentRefused(
    "document.too_large",
    `Unpacked, the archive is larger than ${maxBytes} bytes.`,
  )
}

function unreadable(): DocumentRefused {
  return new DocumentRefused("document.unreadable", "The file is not a complete zip archive.")
}
