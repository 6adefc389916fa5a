import { padMessage, printHex } from "./utf8.ts"

/** The first 32 bits of the fractional parts of roots of primes, as FIPS 180-4 section 4.2.2 and 5.3.3 derive them. */
const primes = ((): number[] => {
  const found: number[] = []
  for (let n = 2; found.length < 64; n++) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
})()

/** floor(frac(prime ^ (1/degree)) * 2^32), by whole-number search so that no host's rounding matters. */
const rootBits = (prime: number, degree: 2n | 3n): number => {
  const scaled = BigInt(prime) << (32n * degree)
  let low = 0n
  let high = 1n << 40n
  while (low < high) {
    const middle = (low + high + 1n) >> 1n
    if (middle ** degree <= scaled) low = middle
    else high = middle - 1n
  }
  return Number(low & 0xffffffffn)
}
const roundConstants = Uint32Array.from(primes, (prime) => rootBits(prime, 3n))
const initialState = Uint32Array.from(primes.slice(0, 8), (prime) => rootBits(prime, 2n))

const rotate = (x: number, by: number): number => (x >>> by) | (x << (32 - by))
const at = (words: Uint32Array, index: number): number => words[index] as number

const fillSchedule = (schedule: Uint32Array, block: DataView, offset: number): void => {
  for (let i = 0; i < 16; i++) schedule[i] = block.getUint32(offset + i * 4)
  for (let i = 16; i < 64; i++) {
    const x = at(schedule, i - 15)
    const y = at(schedule, i - 2)
    const small = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3)
    const large = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10)
    schedule[i] = (at(schedule, i - 16) + small + at(schedule, i - 7) + large) | 0
  }
}

const mixBlock = (state: Uint32Array, schedule: Uint32Array): void => {
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  for (let i = 0; i < 64; i++) {
    const high = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const choice = (e & f) ^ (~e & g)
    const first = (h + high + choice + at(roundConstants, i) + at(schedule, i)) | 0
    const low = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) {
    state[index] = at(state, index) + word
  }
}

/** Gives the SHA-256 of bytes as 64 hexadecimal digits. Source: FIPS 180-4. */
export const sha256 = (message: Uint8Array): string => {
  const block = padMessage(message, false)
  const state = initialState.slice()
  const schedule = new Uint32Array(64)
  for (let offset = 0; offset < block.byteLength; offset += 64) {
    fillSchedule(schedule, block, offset)
    mixBlock(state, schedule)
  }
  const bytes = new DataView(new ArrayBuffer(32))
  for (const [index, word] of state.entries()) bytes.setUint32(index * 4, word)
  return printHex(new Uint8Array(bytes.buffer))
}
