import { readFileSync, statSync } from "node:fs"
import { resolve } from "node:path"
import { FileProblem, type Terminal } from "./command.ts"

/** Larger files are refused unread; the parser refuses long sources far below. */
const maxFileBytes = 50_000_000

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file",
  ENOTDIR: "There is no such file",
  EACCES: "The file may not be read by this user",
  EPERM: "The file may not be read by this user",
  ENAMETOOLONG: "The name is too long",
  ELOOP: "Links lead round in a circle",
}

const explain = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  return reasons[code] ?? `The file cannot be read (${code || "unknown reason"})`
}

const readBytes = (path: string): Buffer<ArrayBuffer> => {
  const found = statSync(path)
  if (found.isDirectory()) throw new FileProblem("This is a folder; name a file in it")
  if (!found.isFile()) throw new FileProblem("This is not an ordinary file")
  if (found.size > maxFileBytes)
    throw new FileProblem(`The file is larger than ${maxFileBytes / 1_000_000} MB`)
  return readFileSync(path)
}

const decode = (bytes: Buffer, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Bytes that no text in an old one-byte encoding holds. */
const isBinary = (bytes: Buffer): boolean =>
  bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127)

/** UTF-8, else UTF-16 with its mark, else the encoding of old Windows editors; null for what is no text. */
const decodeText = (bytes: Buffer): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, "utf-16le")
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, "utf-16be")
  if (isBinary(bytes)) return null
  return decode(bytes, "utf-8") ?? decode(bytes, "windows-1252")
}

/** Reads any file named on the command line. Throws FileProblem with one sentence that names it. */
export const readBytesOf = (file: string, terminal: Terminal): Buffer<ArrayBuffer> => {
  try {
    return readBytes(resolve(terminal.folder, file))
  } catch (error) {
    throw new FileProblem(
      `${file}: ${error instanceof FileProblem ? error.message : explain(error)}.`,
    )
  }
}

/** Reads a text file named on the command line. Throws FileProblem with one sentence that names it. */
export const readTextFile = (file: string, terminal: Terminal): string => {
  try {
    const text = decodeText(readBytes(resolve(terminal.folder, file)))
    if (text === null) throw new FileProblem("The file is no text")
    return text
  } catch (error) {
    const reason = error instanceof FileProblem ? error.message : explain(error)
    throw new FileProblem(`${file}: ${reason}.`)
  }
}
