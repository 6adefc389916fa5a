import { toText } from "../format/to-text.ts"
import type { Env } from "./env.ts"
import { findKey } from "./keys.ts"
import { readElement, readMember, readPlace } from "./member.ts"
import { nameKind } from "./truth.ts"
import { ListValue, MapValue, type Value } from "./value.ts"

/** The keys of a place like `a.b[i]`, outermost first. Bit i of `memberBits`: key i is a member's name. */
export interface Path {
  readonly keys: readonly Value[]
  readonly memberBits: number
}

const isMemberName = (path: Path, index: number): boolean => ((path.memberBits >> index) & 1) === 1

/** Reads a place; null where nothing is. */
export const readPath = (env: Env, root: Value, path: Path): Value =>
  path.keys.reduce<Value>((object, key, index) => readStep(env, path, index, object, key), root)

function readStep(env: Env, path: Path, index: number, object: Value, key: Value): Value {
  return isMemberName(path, index)
    ? readMember(env, object, String(key), null)
    : readElement(env, object, key)
}

/**
 * Sets a place and gives back the root, which is a new list or map where there was none. What is
 * missing on the way is made: a list for a number key, else a map.
 */
export const writePath = (env: Env, root: Value, path: Path, value: Value): Value => {
  const top = root === null || root === "" ? makeFor(env, path, 0) : root
  let object = top
  for (let index = 0; index < path.keys.length - 1; index++) {
    const key = path.keys[index] as Value
    const inner = readStep(env, path, index, object, key)
    if (inner !== null && inner !== "") object = inner
    else {
      const made = makeFor(env, path, index + 1)
      writeStep(env, path, index, object, made)
      object = made
    }
  }
  writeStep(env, path, path.keys.length - 1, object, value)
  return top
}

function makeFor(env: Env, path: Path, index: number): Value {
  env.needCells(1)
  const isPlace = !isMemberName(path, index) && readPlace(path.keys[index] as Value) !== null
  return isPlace ? new ListValue() : new MapValue()
}

function writeStep(env: Env, path: Path, index: number, object: Value, value: Value) {
  const key = path.keys[index] as Value
  const isMember = isMemberName(path, index)
  if (object instanceof ListValue) {
    const place = isMember ? null : readPlace(key)
    if (place !== null) return writeElement(env, object, place, value)
    return writeEntry(env, firstRow(env, object), toText(key, env), isMember, value)
  }
  if (object instanceof MapValue) return writeEntry(env, object, toText(key, env), isMember, value)
  env.fail("basic.no_member", { name: toText(key, env).slice(0, 100), found: nameKind(object) })
}

/** Setting a member of a list sets it in the first row, which is made when the list is empty. */
function firstRow(env: Env, list: ListValue): MapValue {
  const [row] = list.items
  if (row instanceof MapValue) return row
  if (list.items.length > 0)
    env.fail("basic.no_member", { name: "of the first element", found: nameKind(list) })
  env.needCells(2)
  const made = new MapValue()
  list.items.push(made)
  return made
}

function writeEntry(env: Env, map: MapValue, key: string, isMember: boolean, value: Value) {
  const found = isMember ? findKey(env, map, key) : map.entries.has(key) ? key : null
  if (found === null) env.needCells(1)
  env.spend(key.length >> 3)
  map.entries.set(found ?? key, value)
}

/** Past the end the list grows, with nulls up to the place. */
export const writeElement = (env: Env, list: ListValue, place: number, value: Value) => {
  const { items } = list
  const index = place < 0 ? place + items.length : place
  if (index < 0)
    env.fail("basic.bad_value", {
      name: "An index",
      found: String(place),
      expected: `a number from ${-items.length}`,
    })
  const added = index + 1 - items.length
  if (added > 0) {
    env.needCells(added)
    env.spend(added)
    while (items.length < index) items.push(null)
  }
  items[index] = value
}
