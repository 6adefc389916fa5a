/** Rows that are multiplied at once: their sums fill the registers of the processor, with what they are made of. */
export const rowsAtOnce = 6

/** Multiplies six rows by eight columns at a time; everything lies in the memory it was opened with. */
export interface Kernel {
  /**
   * c[6 x 8] = a[6 x k] * panel, and `least` where that is less. All but `least` are addresses, and lengths of rows, in
   * bytes; `k` is a multiple of four. A panel is eight numbers to begin with (the bias), then k rows of eight.
   */
  multiply(
    a: number,
    aRow: number,
    panel: number,
    c: number,
    cRow: number,
    k: number,
    least: number,
  ): void
}

/** Opens the multiplication over a memory. It is written in WebAssembly, because JavaScript has no wide numbers. */
export function openKernel(memory: WebAssembly.Memory, isFused: boolean = canFuse()): Kernel {
  const compiled = new WebAssembly.Module(writeModule(isFused))
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Kernel
}

const op = {
  ...{ block: 0x02, loop: 0x03, end: 0x0b, brIf: 0x0d, get: 0x20, set: 0x21, tee: 0x22 },
  ...{ i32: 0x41, add: 0x6a, sub: 0x6b, empty: 0x40, simd: 0xfd },
}
const type = { i32: 0x7f, f32: 0x7d, v128: 0x7b }
const rows = Array.from({ length: rowsAtOnce }, (_, at) => at)
const param = { a: 0, aRow: 1, panel: 2, c: 3, cRow: 4, k: 5, least: 6 }
/** Locals after the parameters: addresses of the other rows, then the wide numbers. */
const row = (at: number) => (at === 0 ? param.a : param.least + at)
const left = param.least + rowsAtOnce
const [right, one] = [left + 1, left + 2]
const sum = (at: number, half: number) => one + 1 + at * 2 + half
const steps = 4

function writeModule(isFused: boolean): Uint8Array<ArrayBuffer> {
  const body = [
    ...[2, rowsAtOnce - 1, type.i32, 3 + 2 * rowsAtOnce, type.v128],
    ...rows.slice(1).flatMap((at) => [get(row(at - 1)), get(param.aRow), op.add, set(row(at))]),
    ...rows.flatMap((at) =>
      [0, 1].flatMap((half) => [load(param.panel, half * 16), set(sum(at, half))]),
    ),
    ...[advance(param.panel, 32), op.loop, op.empty],
    ...Array.from({ length: steps }, (_, step) => writeStep(step, isFused)),
    ...rows.map((at) => advance(row(at), steps * 4)),
    advance(param.panel, steps * 32),
    ...[get(param.k), op.i32, steps, op.sub, op.tee, param.k, op.brIf, 0, op.end],
    ...[get(param.least), simd(0x13), set(one)],
    ...rows.flatMap((at) => [
      ...[0, 1].flatMap((half) => [
        ...[get(param.c), get(sum(at, half)), get(one), simd(0xe9), store(half * 16)],
      ]),
      ...[get(param.c), get(param.cRow), op.add, set(param.c)],
    ]),
    op.end,
  ].flat(3)
  const name = (text: string) => [text.length, ...Buffer.from(text)]
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 7, ...Array.from({ length: 6 }, () => type.i32), type.f32, 0]),
    ...section(2, [1, ...name("env"), ...name("memory"), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name("multiply"), 0, 0]),
    ...section(10, [1, ...leb(body.length), ...body]),
  ])
}

/** One row of the panel: each number of the rows times eight. */
function writeStep(step: number, isFused: boolean): (number | number[])[] {
  return [
    ...[load(param.panel, step * 32), set(left), load(param.panel, step * 32 + 16), set(right)],
    ...rows.flatMap((at) => [
      ...[loadSplat(row(at), step * 4), set(one)],
      ...[left, right].flatMap((side, half) =>
        isFused
          ? [get(one), get(side), get(sum(at, half)), simd(0x105), set(sum(at, half))]
          : [get(one), get(side), simd(0xe6), get(sum(at, half)), simd(0xe4), set(sum(at, half))],
      ),
    ]),
  ]
}

const get = (local: number) => [op.get, local]
const set = (local: number) => [op.set, local]
const simd = (code: number) => [op.simd, ...leb(code)]
const load = (address: number, offset: number) => [
  ...get(address),
  ...simd(0x00),
  4,
  ...leb(offset),
]
const loadSplat = (address: number, offset: number) => [
  ...get(address),
  ...simd(0x09),
  2,
  ...leb(offset),
]
const store = (offset: number) => [...simd(0x0b), 4, ...leb(offset)]
const advance = (local: number, by: number) => [
  ...[...get(local), op.i32, ...signedLeb(by), op.add],
  ...set(local),
]
const section = (id: number, bytes: readonly number[]) => [id, ...leb(bytes.length), ...bytes]

function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)]
}

/** Of a number that is not negative: its last byte keeps the sign's bit clear. */
function signedLeb(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signedLeb(value >>> 7)]
}

/** Multiplying and adding in one step is newer than the rest, and rounds once instead of twice. */
function canFuse(): boolean {
  return WebAssembly.validate(writeModule(true))
}
