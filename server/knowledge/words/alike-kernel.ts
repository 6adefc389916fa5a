/** Compares one word with many by their vectors; everything lies in the memory it was opened with. */
export interface AlikeKernel {
  /**
   * How alike the word at `asked` (its numbers, two bytes each) of length `length` is to the one most like it of
   * `count` words, whose ranks stand at `ranks`, two bytes each. Units: cosine; 0 when none is like it.
   */
  most(asked: number, length: number, ranks: number, count: number): number
}

/** Where words lie in the memory: their vectors, one byte a number, then their lengths, four bytes each. Units: bytes. */
export interface WordPlaces {
  readonly vectors: number
  readonly lengths: number
  /** From one vector to the next, a multiple of eight; what is past the last number is 0. */
  readonly stride: number
}

/** Opens the comparison over a memory. It is written in WebAssembly, because JavaScript has no wide numbers. */
export function openAlikeKernel(memory: WebAssembly.Memory, places: WordPlaces): AlikeKernel {
  const compiled = new WebAssembly.Module(writeModule(places))
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as AlikeKernel
}

const op = {
  ...{ block: 0x02, loop: 0x03, end: 0x0b, brIf: 0x0d, get: 0x20, set: 0x21, empty: 0x40 },
  ...{ i32: 0x41, isZero: 0x45, add: 0x6a, sub: 0x6b, times: 0x6c, simd: 0xfd },
  ...{ loadShort: 0x2f, loadFloat: 0x2a, widenFloat: 0xbb, toDouble: 0xb7 },
  ...{ timesDouble: 0xa2, overDouble: 0xa3, mostDouble: 0xa5 },
}
const type = { i32: 0x7f, f64: 0x7c, v128: 0x7b }
const local = { asked: 0, length: 1, ranks: 2, count: 3, rank: 4, vector: 5, best: 6, sums: 7 }

function writeModule({ vectors, lengths, stride }: WordPlaces): Uint8Array<ArrayBuffer> {
  const body = [
    ...[3, 2, type.i32, 1, type.f64, 1, type.v128],
    ...[op.block, op.empty, get(local.count), op.isZero, op.brIf, 0, op.loop, op.empty],
    ...[get(local.ranks), op.loadShort, 1, leb(0), set(local.rank)],
    ...[get(local.rank), number(stride), op.times, set(local.vector)],
    ...Array.from({ length: stride / 8 }, (_, step) => writeStep(step, vectors)),
    set(local.sums),
    ...[0, 1, 2, 3].map((lane) => [
      ...[get(local.sums), simd(0x1b), lane],
      ...(lane === 0 ? [] : [op.add]),
    ]),
    op.toDouble,
    ...[get(local.rank), number(4), op.times, op.loadFloat, 2, leb(lengths), op.widenFloat],
    ...[get(local.length), op.timesDouble, op.overDouble],
    ...[get(local.best), op.mostDouble, set(local.best)],
    ...[get(local.ranks), number(2), op.add, set(local.ranks)],
    ...[get(local.count), number(1), op.sub, set(local.count), get(local.count), op.brIf, 0],
    ...[op.end, op.end, get(local.best), op.end],
  ].flat(3)
  const name = (text: string) => [text.length, ...Buffer.from(text)]
  const params = [type.i32, type.f64, type.i32, type.i32]
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, params.length, ...params, 1, type.f64]),
    ...section(2, [1, ...name("env"), ...name("memory"), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name("most"), 0, 0]),
    ...section(10, [1, ...leb(body.length), ...body]),
  ])
}

/** Eight numbers of both words, multiplied and added to what was there. */
function writeStep(step: number, vectors: number): (number | number[])[] {
  return [
    ...[get(local.asked), simd(0x00), 4, leb(step * 16)],
    ...[get(local.vector), simd(0x01), 3, leb(vectors + step * 8)],
    ...[simd(0xba), ...(step === 0 ? [] : [simd(0xae)])],
  ]
}

const get = (at: number) => [op.get, at]
const set = (at: number) => [op.set, at]
const number = (value: number) => [op.i32, ...signedLeb(value)]
const simd = (code: number) => [op.simd, ...leb(code)]
const section = (id: number, bytes: readonly number[]) => [id, ...leb(bytes.length), ...bytes]

function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)]
}

/** Of a number that is not negative: its last byte keeps the sign's bit clear. */
function signedLeb(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signedLeb(value >>> 7)]
}
