/**
 * Opens a sequence of numbers, 0 <= n < 1, that is the same for the same seed.
 *
 * A text of 32 hexadecimal digits is 128 bits of chance (xoshiro128**): enough that ids made of two
 * sequences never meet. A number is 32 bits (mulberry32): enough for a preview and a test.
 */
export function openChance(seed: number | string): () => number {
  return typeof seed === "number" ? openSmall(seed) : openLarge(seed)
}

const whole = 4_294_967_296

function openSmall(seed: number): () => number {
  let state = Math.trunc(seed) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / whole
  }
}

function openLarge(seed: string): () => number {
  const word = (at: number) => Number.parseInt(seed.slice(at * 8, at * 8 + 8), 16) | 0
  // Four zeros would stay zeros for ever.
  let [a, b, c, d] = [word(0), word(1), word(2), word(3) | 1]
  return () => {
    const drawn = Math.imul(rotate(Math.imul(b, 5), 7), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return (drawn >>> 0) / whole
  }
}

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by))
