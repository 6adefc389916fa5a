import { multiply } from "./multiply.ts"

/** The longest that others wait while a model is taught. Units: ms. */
const sliceMs = 8

/** Gives way to others now and then. */
export class Breather {
  #since = performance.now()

  async breathe() {
    if (performance.now() - this.#since < sliceMs) return
    await new Promise(setImmediate)
    this.#since = performance.now()
  }
}

/**
 * Splits a symmetric matrix that has a positive diagonal to spare into a triangle times itself (Cholesky), in
 * place. Shape: `size` rows of `size` numbers, one after the other; only the lower triangle counts.
 */
export async function splitMatrix(matrix: Float64Array, size: number, breather: Breather) {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const [a, b] = [row * size, column * size]
      const sum = (matrix[a + column] as number) - multiply(matrix, a, matrix, b, column)
      matrix[a + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-9)) : sum / (matrix[b + column] as number)
    }
    await breather.breathe()
  }
}

/** Solves for one right side with a matrix that `splitMatrix` has split; the answer takes its place. */
export function solveSplit(matrix: Float64Array, size: number, side: Float64Array) {
  for (let row = 0; row < size; row++) {
    const sum = (side[row] as number) - multiply(matrix, row * size, side, 0, row)
    side[row] = sum / (matrix[row * size + row] as number)
  }
  for (let row = size - 1; row >= 0; row--) {
    const value = (side[row] as number) / (matrix[row * size + row] as number)
    side[row] = value
    for (let at = 0; at < row; at++)
      side[at] = (side[at] as number) - (matrix[row * size + at] as number) * value
  }
}
