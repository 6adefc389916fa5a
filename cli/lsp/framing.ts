/** The framing of the protocol: a header with the length, an empty line, and so many bytes of JSON. */

export type Id = number | string

/** A request has an id and a method, a notification only a method, a response only an id. */
export interface Message {
  readonly jsonrpc: "2.0"
  readonly id?: Id | null
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
}

/** Units: bytes of one message. */
export const longestMessage = 64 * 1024 * 1024
/** Units: bytes of the header of one message. */
const longestHeader = 8 * 1024
const separator = Buffer.from("\r\n\r\n")

/** Puts a message into the form it travels in. */
export function frame(message: Message): Buffer {
  const body = Buffer.from(JSON.stringify(message), "utf8")
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`, "ascii"), body])
}

/** What was read does not follow the protocol; nothing after it can be trusted. */
export class FramingError extends Error {
  override readonly name = "FramingError"
}

/** Cuts a stream of bytes into the texts of messages, however the bytes arrive. */
export class MessageReader {
  private parts: Buffer[] = []
  private size = 0
  /** Bytes that must be there before it is worth looking again. */
  private needed = 0

  /** Adds bytes and gives the messages that are complete now. Throws FramingError for a header that is none. */
  push(bytes: Buffer): string[] {
    this.parts.push(bytes)
    this.size += bytes.length
    if (this.size < this.needed) return []
    let buffer = this.parts.length === 1 ? bytes : Buffer.concat(this.parts)
    const texts: string[] = []
    for (;;) {
      const found = readOne(buffer)
      if (found.text === null) {
        this.needed = found.needed
        break
      }
      texts.push(found.text)
      buffer = buffer.subarray(found.needed)
    }
    this.parts = [buffer]
    this.size = buffer.length
    return texts
  }
}

/** The first message of a buffer, and where it ends; or the bytes that are needed to go on. */
function readOne(buffer: Buffer): { readonly text: string | null; readonly needed: number } {
  const end = buffer.indexOf(separator)
  if (end < 0) {
    if (buffer.length > longestHeader) throw new FramingError("A message has no header.")
    return { text: null, needed: buffer.length + 1 }
  }
  const length = /^content-length:[ \t]*(\d{1,12})[ \t]*$/im.exec(buffer.toString("ascii", 0, end))
  if (length === null) throw new FramingError("A message does not say how long it is.")
  const bytes = Number(length[1])
  if (bytes > longestMessage)
    throw new FramingError(`A message of ${bytes} bytes is longer than ${longestMessage}.`)
  const start = end + separator.length
  if (buffer.length < start + bytes) return { text: null, needed: start + bytes }
  return { text: buffer.toString("utf8", start, start + bytes), needed: start + bytes }
}
