/** Small readers of unknown JSON: each returns what it promises or throws a `GraphMistake` that says where. */

/** A sentence about what is wrong with a graph, and where in the JSON. */
export class GraphMistake extends Error {
  override readonly name = "GraphMistake"
}

/** Reads a value found at `path` ("flows[0].body.groups[2].id"). */
export type Reader<T> = (value: unknown, path: string) => T

export function refuse(path: string, expected: string, value: unknown): never {
  throw new GraphMistake(`The graph has ${shown(value)} at ${path}; ${expected} belongs there.`)
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing"
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 40 ? `${text.slice(0, 40)}...` : text
}

export const text: Reader<string> = (value, path) =>
  typeof value === "string" ? value : refuse(path, "a text", value)

/** A line of source: text without a line break, so it cannot smuggle in another statement. */
export const line: Reader<string> = (value, path) => {
  const read = text(value, path)
  return /[\n\r]/.test(read) ? refuse(path, "a text of one line", value) : read
}

export const flag: Reader<boolean> = (value, path) =>
  typeof value === "boolean" ? value : refuse(path, "true or false", value)

export const number: Reader<number> = (value, path) => {
  if (typeof value === "number" && value >= 0) return value
  if (value === "Infinity") return Number.POSITIVE_INFINITY
  return refuse(path, "a number that is not negative", value)
}

export const oneOf =
  <const T extends string>(words: readonly T[]): Reader<T> =>
  (value, path) =>
    words.find((word) => word === value) ??
    refuse(path, words.map((w) => `"${w}"`).join(" or "), value)

export const orNull =
  <T>(reader: Reader<T>): Reader<T | null> =>
  (value, path) =>
    value === null ? null : reader(value, path)

/** A field that may be left out. */
export const ifThere =
  <T>(reader: Reader<T>): Reader<T | undefined> =>
  (value, path) =>
    value === undefined ? undefined : reader(value, path)

export const listOf =
  <T>(reader: Reader<T>): Reader<T[]> =>
  (value, path) =>
    Array.isArray(value)
      ? value.map((item, index) => reader(item, `${path}[${index}]`))
      : refuse(path, "a list", value)

/** The fields of a JSON object; a field nobody knows is a mistake rather than lost in silence. */
export function fieldsOf(
  value: unknown,
  path: string,
  known: readonly string[],
): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return refuse(path, "an object", value)
  }
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) {
      throw new GraphMistake(
        `The graph has a field "${key}" at ${path} that nothing reads. The fields there are ${known.join(", ")}.`,
      )
    }
  }
  return value as Readonly<Record<string, unknown>>
}

export type Shape<T> = { readonly [K in keyof T]: Reader<T[K]> }

/** Reads an object field by field. */
export const objectOf =
  <T extends object>(shape: () => Shape<T>): Reader<T> =>
  (value, path) => {
    const readers = shape()
    const keys = Object.keys(readers) as (keyof T & string)[]
    const fields = fieldsOf(value, path, keys)
    const read: Partial<T> = {}
    for (const key of keys) read[key] = readers[key](fields[key], `${path}.${key}`)
    // Every key of the shape has been read just above.
    return read as T
  }
