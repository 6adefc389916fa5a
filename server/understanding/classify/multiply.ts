type Numbers = Float32Array | Float64Array

/**
 * The sum of products of two rows. Four sums at a time: a processor need not wait for one before it begins the
 * next, which makes teaching a large bot several times as fast.
 */
export function multiply(one: Numbers, a: number, other: Numbers, b: number, count: number) {
  let [first, second, third, fourth] = [0, 0, 0, 0]
  let at = 0
  for (; at + 4 <= count; at += 4) {
    first += (one[a + at] as number) * (other[b + at] as number)
    second += (one[a + at + 1] as number) * (other[b + at + 1] as number)
    third += (one[a + at + 2] as number) * (other[b + at + 2] as number)
    fourth += (one[a + at + 3] as number) * (other[b + at + 3] as number)
  }
  for (; at < count; at++) first += (one[a + at] as number) * (other[b + at] as number)
  return first + second + third + fourth
}
