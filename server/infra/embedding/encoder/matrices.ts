import { type Kernel, openKernel, rowsAtOnce } from "./kernel.ts"

/** Numbers in rows, one after the other in the memory of the kernel. */
export interface Rows {
  /** Units: bytes. */
  readonly address: number
  readonly width: number
  readonly values: Float32Array
}

/** A matrix to multiply by, eight columns beside each other, with the bias before them. */
export interface Panels {
  readonly address: number
  readonly depth: number
  readonly columns: number
}

const pageBytes = 65_536
const columnsAtOnce = 8

/** Keeps matrices in one memory and multiplies them there. Nothing is ever given back: what is needed is made once. */
export class Matrices {
  readonly #memory: WebAssembly.Memory
  readonly #kernel: Kernel
  #end = 0

  /** Units: bytes. */
  constructor(bytes: number) {
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) })
    this.#kernel = openKernel(this.#memory)
  }

  /** Rows that are worked on; some more than asked for, because several are multiplied at once, from any row on. */
  rows(count: number, width: number): Rows {
    const values = this.#take((count + rowsAtOnce) * width)
    return { address: values.byteOffset, width, values }
  }

  /** Room for a matrix of up to so many rows and columns. */
  panels(depth: number, columns: number): Panels {
    const blocks = Math.ceil(columns / columnsAtOnce)
    const values = this.#take(blocks * (depth + 1) * columnsAtOnce)
    return { address: values.byteOffset, depth, columns: blocks * columnsAtOnce }
  }

  /** Puts numbers into panels; `at` says which stands in which row and column. Past the end there are zeros. */
  fill(
    { address, depth, columns }: Panels,
    at: (row: number, column: number) => number,
    bias?: Float32Array,
  ): Panels {
    const values = new Float32Array(this.#memory.buffer, address, columns * (depth + 1))
    let to = 0
    for (let first = 0; first < columns; first += columnsAtOnce) {
      for (let column = first; column < first + columnsAtOnce; column++)
        values[to++] = bias?.[column] ?? 0
      for (let row = 0; row < depth; row++)
        for (let column = first; column < first + columnsAtOnce; column++)
          values[to++] = at(row, column)
    }
    return { address, depth, columns }
  }

  /**
   * The same from numbers that lie a step apart from row to row and from column to column, which is quick. What is
   * past the end of `rows` and `columns` is 0, as is the bias.
   */
  copy(
    { address, depth, columns }: Panels,
    from: {
      readonly values: Float32Array
      readonly start: number
      readonly rows: number
      readonly rowStep: number
      readonly columns: number
      readonly columnStep: number
    },
  ): Panels {
    const { values, start, rowStep, columnStep } = from
    const panels = new Float32Array(this.#memory.buffer, address, columns * (depth + 1)).fill(0)
    for (let column = 0; column < from.columns; column++) {
      const block = Math.floor(column / columnsAtOnce)
      let to = (block * (depth + 1) + 1) * columnsAtOnce + (column % columnsAtOnce)
      let at = start + column * columnStep
      for (let row = 0; row < from.rows; row++) {
        panels[to] = values[at] ?? 0
        to += columnsAtOnce
        at += rowStep
      }
    }
    return { address, depth, columns }
  }

  /** to[count x columns] = from[count x depth] * panels + bias, and `least` where that is less. Both begin at a column of their rows. */
  multiply(
    count: number,
    from: { readonly rows: Rows; readonly row?: number; readonly column?: number },
    panels: Panels,
    to: { readonly rows: Rows; readonly row?: number; readonly column?: number },
    least: number = Number.NEGATIVE_INFINITY,
  ): void {
    const fromRow = from.rows.width * 4
    const toRow = to.rows.width * 4
    const source = from.rows.address + (from.row ?? 0) * fromRow + (from.column ?? 0) * 4
    const target = to.rows.address + (to.row ?? 0) * toRow + (to.column ?? 0) * 4
    const panelBytes = (panels.depth + 1) * columnsAtOnce * 4
    for (let block = 0; block * columnsAtOnce < panels.columns; block++) {
      const panel = panels.address + block * panelBytes
      const column = target + block * columnsAtOnce * 4
      for (let row = 0; row < count; row += rowsAtOnce)
        this.#kernel.multiply(
          source + row * fromRow,
          fromRow,
          panel,
          column + row * toRow,
          toRow,
          panels.depth,
          least,
        )
    }
  }

  #take(length: number): Float32Array {
    const start = this.#end
    // To the next multiple of 64 bytes: that is what the processor reads at once.
    this.#end = Math.ceil((start + length * 4) / 64) * 64
    return new Float32Array(this.#memory.buffer, start, length)
  }
}
