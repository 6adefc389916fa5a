import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decodeLists, decodeRows, parseArray } from "../decode.ts"
import { encodeParams } from "../encode.ts"
import { PreparedNames } from "../prepared-names.ts"
import { readAffected } from "../statement.ts"

const result = (type: number, cell: string | null) => ({
  ...{ columns: [{ name: "x", type }], rows: [[cell]], affected: 1, tag: "SELECT 1" },
})

describe("the text form of values", () => {
  it("gives any list of texts back as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string({ unit: "binary" }), { nil: null })), (list) => {
        const [text] = encodeParams([list])
        expect(parseArray(text ?? "")).toEqual(list)
      }),
    )
  })

  it("writes nested lists, bytes, moments and objects", () => {
    expect(
      encodeParams([[["a"], ["b,"]], new Uint8Array([255, 0]), new Date(0), { a: [1] }, undefined]),
    ).toEqual(['{{"a"},{"b,"}}', "\\xff00", "1970-01-01T00:00:00.000Z", '{"a":[1]}', null])
  })

  it("leaves JSON and moments to the query builder, which reads them itself", () => {
    expect(decodeLists(result(3802, '"5"'))).toEqual([['"5"']])
    expect(decodeLists(result(16, "t"))).toEqual([[true]])
    expect(decodeRows(result(3802, '"5"'))).toEqual([{ x: "5" }])
  })

  it("leaves a type nobody knows as text, and null as null", () => {
    expect(decodeRows(result(999_999, "[1,2]"))).toEqual([{ x: "[1,2]" }])
    expect(decodeRows(result(23, null))).toEqual([{ x: null }])
  })

  it("reads how many rows a statement touched from Postgres's word for it", () => {
    expect([...["INSERT 0 3", "UPDATE 12", "SELECT 1", "COMMIT", ""].map(readAffected)]).toEqual([
      3, 12, 1, 0, 0,
    ])
  })
})

describe("the names of prepared statements", () => {
  it("are kept for what is used, and the one used longest ago makes room", () => {
    const names = new PreparedNames()
    const first = names.take("first")
    const second = names.take("second")
    expect([first.isNew, second.isNew]).toEqual([true, true])
    expect(names.take("first")).toEqual({ name: first.name, isNew: false, evicted: null })
    const evicted = Array.from({ length: 399 }, (_, n) => names.take(`other ${n}`).evicted)
    expect(evicted.filter(Boolean)).toEqual([second.name])
    expect(names.take("first").isNew).toBe(false)
  })

  it("are forgotten one by one or all at once, and never used again", () => {
    const names = new PreparedNames()
    const { name } = names.take("a")
    expect(names.forget("a")).toBe(name)
    expect(names.forget("a")).toBeNull()
    expect(names.take("a").name).not.toBe(name)
    names.take("b")
    expect(names.forgetAll()).toHaveLength(2)
    expect(names.take("b").isNew).toBe(true)
  })
})
