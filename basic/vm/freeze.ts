import { StateError } from "./errors.ts"
import type { VmState } from "./state.ts"
import { StateSize } from "./state-size.ts"
import {
  DateValue,
  DurationValue,
  type Json,
  ListValue,
  MapValue,
  RowsValue,
  type Value,
} from "./value.ts"

/** The form of frozen states that `thaw` reads. */
export const stateFormat = 1

/**
 * Writes a state as JSON.
 *
 * Shape: `f` format, `h` hash of the program, `q` status, `p` place in the code, `g` globals, `k` stack;
 *        where they are not empty or zero: `b` base, `n` function, `c` frames, `u` GOSUBs, `e` ON ERROR,
 *        `a` what variables hold when their script begins (place, value), `t` the function it began in, `s` what calls of scripts put aside (depth, then values),
 *        `x` the last error, `z` the fault, `r` the result, `o` lists and maps.
 *        A list or map stands as `[i]`, its place in `o`, so that two variables that hold one list
 *        still do afterwards, and nothing is nested however deep it was. In `o`: `[0, ...items]`,
 *        `[1, key, value, ...]`, rows `[2, ...items]`. A date is `["d", ms, offset, 0 or 1]`, a duration `["s", seconds]`.
 *
 * The turn (its meter, clock and chance) is not part of it.
 *
 * Throws: StateError "too_large" beyond 1 MB.
 */
export function freeze(state: VmState): Json {
  const heap = new HeapWriter()
  const frozen: { [key: string]: Json } = {
    f: stateFormat,
    h: state.program.hash,
    q: state.status,
    p: state.pc,
    g: state.globals.map((value) => heap.write(value)),
    k: state.stack.slice(0, state.sp).map((value) => heap.write(value)),
  }
  if (state.base > 0) frozen.b = state.base
  if (state.current > 0) frozen.n = state.current
  if (state.depth > 0) frozen.c = state.frames.slice(0, state.depth)
  if (state.gosubs.length > 0) frozen.u = state.gosubs.flatMap(({ depth, at }) => [depth, at])
  if (state.errorHandlers.length > 0)
    frozen.e = state.errorHandlers.flatMap(({ depth, target, isHandling }) => [
      depth,
      target,
      isHandling ? 1 : 0,
    ])
  if (state.root > 0) frozen.t = state.root
  if (state.ambient.length > 0 && state.program.isLinked)
    frozen.a = state.ambient.map(({ slot, value }) => [slot, heap.write(value)])
  if (state.savedScripts.length > 0)
    frozen.s = state.savedScripts.map(({ depth, values }) => [
      depth,
      ...values.map((value) => heap.write(value)),
    ])
  const { error, fault } = state
  if (error !== null) frozen.x = heap.plain([error.code, error.message, error.line])
  if (fault !== null) frozen.z = heap.plain([fault.code, fault.message, fault.line, fault.step])
  if (state.result !== null) frozen.r = heap.write(state.result)
  const objects = heap.finish()
  if (objects.length > 0) frozen.o = objects
  return frozen
}

/** Numbers lists and maps as it meets them and writes each one once. */
class HeapWriter {
  private readonly places = new Map<ListValue | MapValue, number>()
  private readonly pending: (ListValue | MapValue)[] = []
  private readonly size = new StateSize((limit) => {
    throw new StateError(
      "too_large",
      `What the conversation must remember is larger than ${limit} bytes.`,
    )
  })

  write(value: Value): Json {
    if (value instanceof ListValue || value instanceof MapValue) return [this.placeOf(value)]
    if (value instanceof DateValue)
      return this.plain(["d", value.epochMs, value.offsetMinutes, value.hasTime ? 1 : 0])
    if (value instanceof DurationValue) return this.plain(["s", value.seconds])
    this.size.add(value)
    return value
  }

  plain(parts: (string | number)[]): Json {
    for (const part of parts) this.size.add(part)
    return parts
  }

  /** Writes what was met, and what is met in it. */
  finish(): Json[] {
    const objects: Json[] = []
    for (let at = 0; at < this.pending.length; at++) {
      const next = this.pending[at] as ListValue | MapValue
      const written: Json[] = [
        next instanceof RowsValue ? (next.isSingle ? 3 : 2) : next instanceof ListValue ? 0 : 1,
      ]
      if (next instanceof ListValue) for (const item of next.items) written.push(this.write(item))
      else
        for (const [key, item] of next.entries) {
          this.size.add(key)
          written.push(key, this.write(item))
        }
      objects.push(written)
    }
    return objects
  }

  private placeOf(value: ListValue | MapValue): number {
    this.size.add(null)
    const known = this.places.get(value)
    if (known !== undefined) return known
    this.places.set(value, this.pending.length)
    this.pending.push(value)
    this.size.add(null)
    return this.pending.length - 1
  }
}
