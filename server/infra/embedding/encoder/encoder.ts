import { attend } from "./attend.ts"
import { Matrices, type Panels, type Rows } from "./matrices.ts"
import type { Weights } from "./read-weights.ts"

/** Words of all texts of one pass together; a text is read up to `mostTokens`. */
const mostRows = 256
const mostTokens = 128
const pieceDims = 256
const dims = 512
const wideDims = 1_536
const heads = 4
const tiny = 1e-6

interface Norm {
  readonly scale: Float32Array
  readonly bias: Float32Array
}
interface Layer {
  readonly dims: number
  /** The first layer makes its rows wider; the second leaves them as they are. */
  readonly widen: Panels | null
  readonly before: Norm
  readonly ask: Panels
  readonly answer: Panels
  readonly between: Norm
  readonly inner: Panels
  readonly outer: Panels
}

/**
 * The Universal Sentence Encoder in its small form: two layers of a transformer over pieces of words, their mean, and
 * one last layer. As its package computes it, but without padding and with four steps of arithmetic at once.
 */
export class Encoder {
  readonly #matrices = new Matrices(40 * 1024 * 1024)
  readonly #pieces: Float32Array
  readonly #pace: Float32Array
  readonly #layers: readonly [Layer, Layer]
  readonly #last: Panels
  readonly #room: Readonly<Record<"state" | "normal" | "asked" | "mixed" | "wide" | "result", Rows>>
  readonly #head: { readonly scores: Rows; readonly keys: Panels; readonly values: Panels }

  constructor(weights: Weights) {
    const matrices = this.#matrices
    this.#pieces = weights("Embeddings_en")
    this.#pace = weights("Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1")
    this.#layers = [readLayer(matrices, weights, 0), readLayer(matrices, weights, 1)]
    this.#last = panelsOf(
      matrices,
      weights("Encoder_en/hidden_layers/tanh_layer_0/weights"),
      weights("Encoder_en/hidden_layers/tanh_layer_0/bias"),
    )
    const rows = (width: number) => matrices.rows(mostRows, width)
    this.#room = {
      state: rows(dims),
      normal: rows(dims),
      asked: rows(3 * dims),
      mixed: rows(dims),
      wide: rows(wideDims),
      result: rows(dims),
    }
    this.#head = {
      scores: matrices.rows(mostTokens, mostTokens),
      keys: matrices.panels(dims / heads, mostTokens),
      values: matrices.panels(mostTokens, dims / heads),
    }
  }

  /** One vector of length 1 for each text, given as the numbers of its pieces. */
  encode(texts: readonly (readonly number[])[]): Float32Array[] {
    const cut = texts.map((pieces) => pieces.slice(0, mostTokens))
    const vectors: Float32Array[] = []
    let from = 0
    while (from < cut.length) {
      let to = from
      for (let rows = 0; to < cut.length && rows + (cut[to]?.length ?? 0) <= mostRows; to++)
        rows += cut[to]?.length ?? 0
      vectors.push(...this.#pass(cut.slice(from, to)))
      from = to
    }
    return vectors
  }

  #pass(texts: readonly (readonly number[])[]): Float32Array[] {
    const lengths = texts.map((pieces) => pieces.length)
    const count = lengths.reduce((sum, length) => sum + length, 0)
    this.#place(texts)
    const [first, second] = this.#layers
    this.#apply(first, lengths, count)
    this.#finish(first, count)
    this.#apply(second, lengths, count)
    return this.#gather(lengths, second)
  }

  /** Where a piece stands, twice, with its place in the text as waves of many lengths. */
  #place(texts: readonly (readonly number[])[]) {
    const { values } = this.#room.state
    let row = 0
    for (const pieces of texts)
      pieces.forEach((piece, place) => {
        const to = row++ * dims
        for (let at = 0; at < pieceDims; at++) {
          const wave = place * (this.#pace[at % 128] ?? 0)
          values[to + at] =
            2 * (this.#pieces[piece * pieceDims + at] ?? 0) +
            (at < 128 ? Math.sin(wave) : Math.cos(wave))
        }
      })
  }

  #apply(layer: Layer, lengths: readonly number[], count: number) {
    const { state, normal, asked, mixed, wide, result } = this.#room
    const matrices = this.#matrices
    normalize(state, normal, count, layer.dims, layer.before)
    matrices.multiply(count, { rows: normal }, layer.ask, { rows: asked })
    let row = 0
    for (const length of lengths) {
      for (let head = 0; head < heads; head++)
        attend(matrices, this.#head, { row, length, head, dims: layer.dims, heads }, asked, mixed)
      row += length
    }
    if (layer.widen !== null) {
      matrices.multiply(count, { rows: state }, layer.widen, { rows: result })
      state.values.set(result.values)
    }
    matrices.multiply(count, { rows: mixed }, layer.answer, { rows: result })
    addRows(state, result, count)
    normalize(state, normal, count, dims, layer.between)
    matrices.multiply(count, { rows: normal }, layer.inner, { rows: wide }, 0)
  }

  /** What a layer ends with, for all rows: the next one reads each of them. */
  #finish({ outer }: Layer, count: number) {
    const { state, wide, result } = this.#room
    this.#matrices.multiply(count, { rows: wide }, outer, { rows: result })
    addRows(state, result, count)
  }

  /**
   * The mean of a text's rows, through the last layer, at length 1. What the second layer ends with only adds products
   * up, so it is the same for the mean as for each row, and done once for a text.
   */
  #gather(lengths: readonly number[], { outer }: Layer): Float32Array[] {
    const { state, asked, mixed, wide, result } = this.#room
    const count = lengths.length
    averageRows(wide, asked, lengths)
    averageRows(state, mixed, lengths)
    this.#matrices.multiply(count, { rows: asked }, outer, { rows: result })
    addRows(mixed, result, count)
    this.#matrices.multiply(count, { rows: mixed }, this.#last, { rows: result })
    return lengths.map((_, text) => {
      const vector = result.values.slice(text * dims, (text + 1) * dims).map(Math.tanh)
      const length = Math.sqrt(
        Math.max(
          1e-12,
          vector.reduce((sum, value) => sum + value * value, 0),
        ),
      )
      return vector.map((value) => value / length)
    })
  }
}

function readLayer(matrices: Matrices, weights: Weights, number: number): Layer {
  const at = `Layer_${number}`
  const panels = (kernel: string, bias: string) =>
    panelsOf(matrices, weights(kernel), weights(bias))
  const norm = (name: string): Norm => ({
    scale: weights(`${name}/layer_prepostprocess/layer_norm/layer_norm_scale`),
    bias: weights(`${name}/layer_prepostprocess/layer_norm/layer_norm_bias`),
  })
  const attention = `${at}/MultiheadAttention`
  const both = (name: string) => panels(`${name}/kernel`, `${name}/bias`)
  return {
    dims: number === 0 ? pieceDims : dims,
    widen: number === 0 ? both(`${at}/dense`) : null,
    before: norm(at),
    ask: both(`${attention}/qkv_transform_single`),
    answer: both(`${attention}/output_transform_single`),
    between: norm(`${at}/FFN`),
    inner: panels(`${at}/FFN/conv1`, `${at}/FFN/conv1/bias`),
    outer: panels(`${at}/FFN/conv2`, `${at}/FFN/conv2/bias`),
  }
}

function panelsOf(matrices: Matrices, numbers: Float32Array, bias: Float32Array): Panels {
  const columns = bias.length
  const room = matrices.panels(numbers.length / columns, columns)
  return matrices.fill(room, (row, column) => numbers[row * columns + column] ?? 0, bias)
}

function normalize(from: Rows, to: Rows, count: number, width: number, { scale, bias }: Norm) {
  for (let row = 0; row < count; row++) {
    const numbers = from.values.subarray(row * from.width, row * from.width + width)
    const normal = to.values.subarray(row * to.width, row * to.width + width)
    let sum = 0
    for (let at = 0; at < width; at++) sum += numbers[at] ?? 0
    const mean = sum / width
    let spread = 0
    for (let at = 0; at < width; at++) {
      const away = (numbers[at] ?? 0) - mean
      spread += away * away
    }
    const by = 1 / Math.sqrt(spread / width + tiny)
    for (let at = 0; at < width; at++)
      normal[at] = ((numbers[at] ?? 0) - mean) * by * (scale[at] ?? 0) + (bias[at] ?? 0)
  }
}

function addRows({ values, width }: Rows, { values: others }: Rows, count: number) {
  const end = count * width
  for (let at = 0; at < end; at++) values[at] = (values[at] ?? 0) + (others[at] ?? 0)
}

/** One row for each text: the mean of its rows. */
function averageRows(from: Rows, to: Rows, lengths: readonly number[]) {
  const { width } = from
  let row = 0
  lengths.forEach((length, text) => {
    const mean = to.values.subarray(text * width, (text + 1) * width).fill(0)
    for (let end = row + length; row < end; row++) {
      const numbers = from.values.subarray(row * width, (row + 1) * width)
      for (let at = 0; at < width; at++) mean[at] = (mean[at] ?? 0) + (numbers[at] ?? 0) / length
    }
  })
}
