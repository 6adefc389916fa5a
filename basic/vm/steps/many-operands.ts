import type { VmState } from "../state.ts"
import type { Value } from "../value.ts"
import type { Read, StepWriter } from "./step.ts"

/** More operands than these are put on the stack first and taken from there in one go. */
const maxRead = 8

/** Pushes what an instruction makes of its `count` topmost values, in the order they were pushed. */
export function pushFromMany(
  w: StepWriter,
  count: number,
  make: (state: VmState, values: Value[]) => Value,
) {
  if (count > maxRead) return putFromStack(w, count, make)
  const terms = w.popMany(count)
  w.push(
    readMany(
      terms.map(({ read }) => read),
      make,
    ),
    terms,
  )
}

function readMany(reads: readonly Read[], make: (state: VmState, values: Value[]) => Value): Read {
  const [first, second] = reads
  if (first === undefined) return (state) => make(state, [])
  if (reads.length === 1) return (state) => make(state, [first(state)])
  if (second !== undefined && reads.length === 2)
    return (state) => {
      const a = first(state)
      return make(state, [a, second(state)])
    }
  return (state) => {
    const values: Value[] = []
    for (const read of reads) values.push(read(state))
    return make(state, values)
  }
}

function putFromStack(
  w: StepWriter,
  count: number,
  make: (state: VmState, values: Value[]) => Value,
) {
  const offset = w.offsetOf(count)
  const { next } = w
  w.finish((state) => {
    const at = state.base + offset
    const result = make(state, state.stack.slice(at, at + count))
    state.stack[at] = result
    return next
  })
}
