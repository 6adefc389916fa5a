import type { Matrices, Panels, Rows } from "./matrices.ts"

/** One text's part in one head of a layer. */
interface Place {
  readonly row: number
  readonly length: number
  readonly head: number
  readonly heads: number
  /** Of the layer: a head has its part of them. */
  readonly dims: number
}
interface HeadRoom {
  readonly scores: Rows
  readonly keys: Panels
  readonly values: Panels
}

/** Mixes into each piece of a text what the others say, by how much they are about each other. */
export function attend(
  matrices: Matrices,
  { scores, keys, values }: HeadRoom,
  { row, length, head, heads, dims }: Place,
  asked: Rows,
  mixed: Rows,
): void {
  const width = dims / heads
  const start = (part: number) => row * asked.width + part * dims + head * width
  const columns = Math.ceil(length / 8) * 8
  const depth = Math.ceil(length / 4) * 4
  const pressed = matrices.copy(
    { ...keys, depth: width, columns },
    {
      ...{ values: asked.values, start: start(1), rows: width, rowStep: 1 },
      ...{ columns: length, columnStep: asked.width },
    },
  )
  matrices.multiply(length, { rows: asked, row, column: head * width }, pressed, { rows: scores })
  soften(scores, length, depth, 1 / Math.sqrt(width))
  const spoken = matrices.copy(
    { ...values, depth, columns: width },
    {
      ...{ values: asked.values, start: start(2), rows: length, rowStep: asked.width },
      ...{ columns: width, columnStep: 1 },
    },
  )
  matrices.multiply(length, { rows: scores }, spoken, { rows: mixed, row, column: head * width })
}

/** Makes parts of a whole out of scores, row by row; what is past the end gets none. */
function soften({ values, width }: Rows, length: number, depth: number, by: number) {
  for (let piece = 0; piece < length; piece++) {
    const parts = values.subarray(piece * width, piece * width + depth).fill(0, length)
    let most = Number.NEGATIVE_INFINITY
    for (let at = 0; at < length; at++) most = Math.max(most, parts[at] ?? 0)
    let sum = 0
    for (let at = 0; at < length; at++) {
      const part = Math.exp(((parts[at] ?? 0) - most) * by)
      parts[at] = part
      sum += part
    }
    for (let at = 0; at < length; at++) parts[at] = (parts[at] ?? 0) / sum
  }
}
