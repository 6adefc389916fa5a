/** The most a conversation may remember between its turns. Units: bytes of JSON in UTF-8. */
export const maxStateBytes = 1_000_000

/** Adds up the JSON bytes of what is being written, and refuses as soon as they are too many. */
export class StateSize {
  private bytes = 200
  private readonly refuse: (limit: number) => never

  constructor(refuse: (limit: number) => never) {
    this.refuse = refuse
  }

  add(part: null | boolean | number | string): void {
    if (typeof part !== "string")
      this.bytes += typeof part === "number" ? String(part).length + 1 : 6
    else if (part.length > maxStateBytes) this.refuse(maxStateBytes)
    else this.bytes += 3 + countJsonBytes(part)
    if (this.bytes > maxStateBytes) this.refuse(maxStateBytes)
  }
}

function countJsonBytes(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x80) bytes += code >= 0x800 ? 2 : 1
    else if (code < 0x20) bytes += 5
    else if (code === 0x22 || code === 0x5c) bytes += 1
  }
  return bytes
}
