/** Encodes text as UTF-8; a lone surrogate becomes U+FFFD, as everywhere on the web. */
export const encodeUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Decodes UTF-8; what is no UTF-8 becomes U+FFFD. */
export const decodeUtf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

export const printHex = (bytes: Iterable<number>): string => {
  let out = ""
  for (const byte of bytes) out += byte.toString(16).padStart(2, "0")
  return out
}

/**
 * Pads a message for MD5 and SHA-2: 0x80, zeros, then its length in bits as 64 bits.
 * Source: RFC 1321 section 3.1 and FIPS 180-4 section 5.1.1; they differ in the order of the length's bytes.
 */
export const padMessage = (message: Uint8Array, isLittleEndian: boolean): DataView => {
  const length = Math.ceil((message.length + 9) / 64) * 64
  const padded = new Uint8Array(length)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  const high = Math.floor(message.length / 0x20000000)
  const low = (message.length << 3) >>> 0
  view.setUint32(length - 8, isLittleEndian ? low : high, isLittleEndian)
  view.setUint32(length - 4, isLittleEndian ? high : low, isLittleEndian)
  return view
}
