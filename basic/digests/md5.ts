import { padMessage, printHex } from "./utf8.ts"

/** floor(2^32 * |sin(i + 1)|), RFC 1321 section 3.4; every host's sine is exact enough for these bits. */
const constants = Uint32Array.from({ length: 64 }, (_, i) =>
  Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32),
)
const shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const

const mix = (round: number, b: number, c: number, d: number): number => {
  if (round === 0) return (b & c) | (~b & d)
  if (round === 1) return (d & b) | (~d & c)
  return round === 2 ? b ^ c ^ d : c ^ (b | ~d)
}
const wordIndex = (round: number, i: number): number => {
  if (round === 0) return i
  if (round === 1) return (5 * i + 1) % 16
  return round === 2 ? (3 * i + 5) % 16 : (7 * i) % 16
}

type State = [number, number, number, number]

const mixBlock = (state: State, block: DataView, offset: number): State => {
  let [a, b, c, d] = state
  for (let i = 0; i < 64; i++) {
    const round = i >> 4
    const word = block.getUint32(offset + wordIndex(round, i) * 4, true)
    const sum = (a + mix(round, b, c, d) + (constants[i] as number) + word) | 0
    const by = (shifts[round] as readonly number[])[i % 4] as number
    a = d
    d = c
    c = b
    b = (b + ((sum << by) | (sum >>> (32 - by)))) | 0
  }
  return [(state[0] + a) | 0, (state[1] + b) | 0, (state[2] + c) | 0, (state[3] + d) | 0]
}

/** Gives the MD5 of bytes as 32 hexadecimal digits, for services that still ask for it. Source: RFC 1321. */
export const md5 = (message: Uint8Array): string => {
  const block = padMessage(message, true)
  let state: State = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476]
  for (let offset = 0; offset < block.byteLength; offset += 64) {
    state = mixBlock(state, block, offset)
  }
  const bytes = new DataView(new ArrayBuffer(16))
  for (const [index, word] of state.entries()) bytes.setInt32(index * 4, word, true)
  return printHex(new Uint8Array(bytes.buffer))
}
