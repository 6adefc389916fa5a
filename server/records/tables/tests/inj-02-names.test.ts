import { describe, expect, it } from "vitest"
import type { CompareOperator, FilterNode } from "#basic/filters/nodes.ts"
import { parseFilter } from "#basic/filters/parse.ts"
import { readFilterSource } from "#basic/filters/source.ts"
import { Params, whereSql } from "../where-sql.ts"

/** What breaks out of a name where names are written into a statement. */
const hostile: readonly string[] = [
  "name'; DROP TABLE bot_rows; --",
  'name" OR "1"="1',
  "name`; DELETE FROM bots; `",
  "cells -> 'x') OR true --",
  "org_id",
  "table_id = any(select id from bot_tables)",
  "public.users",
  "pg_catalog.pg_class",
  "name/**/UNION/**/SELECT",
  "name)) UNION SELECT key, cells FROM bot_rows --",
  "$1",
  "$$; select pg_sleep(9) $$",
  "E'\\''",
  "%s",
  "a\u0000b",
  "a\nb; select 1",
  "__proto__",
  "constructor",
  "’; drop schema public; --",
  "a".repeat(5000),
]
const operators: readonly CompareOperator[] = ["=", "<>", "<", "<=", ">", ">="]

/** The words of the statements we write; a name or a value of a tenant is none of them. */
const ourWords =
  /^(?:[\s()|[\]{}'",.:=<>!+*/-]|\$\d+|cells|key|number|and|or|not|true|false|in|is|null|like|ilike|escape|between|case|when|then|else|end|coalesce|lower|upper|any|exists|select|from|where|jsonb|jsonb_\w+|text|numeric|boolean|int|bigint|double|precision|float8|collate|regexp_\w+|btrim|trim|length|left|right|replace|to_\w+|pg_input_is_valid|distinct|similar|array|unnest|with|ordinality|as|C|E|string|object|\d+|\\.|\^|\?|&|#|~|@|;?$)*$/i

/** Every shape of a condition around one name and one value. */
function shapesOf(name: string, value: string): FilterNode[] {
  const column: FilterNode = { kind: "column", name }
  const constant: FilterNode = { kind: "value", value }
  return [
    ...operators.map(
      (operator): FilterNode => ({ kind: "compare", operator, left: column, right: constant }),
    ),
    ...operators.map(
      (operator): FilterNode => ({ kind: "compare", operator, left: constant, right: column }),
    ),
    { kind: "not", inner: { kind: "compare", operator: "=", left: column, right: constant } },
  ]
}

describe("INJ-02: names of tables and columns", () => {
  it("never become part of the text of a statement, whatever they are and wherever they stand", () => {
    for (const name of hostile)
      for (const node of shapesOf(name, `value of ${name}`)) {
        const params = new Params([])
        const { sql } = whereSql(node, params)
        if (name.length > 4) expect(sql).not.toContain(name)
        expect(sql.replace(/'(?:[^'])*'/g, "''"), `${node.kind} ${name.slice(0, 40)}`).toMatch(
          ourWords,
        )
        const used = new Set(sql.match(/\$\d+/g))
        expect(used.size).toBe(params.values.length)
      }
  })

  it("in the text of a filter are a column to compare, a value, or a sentence that refuses it", () => {
    for (const name of hostile)
      for (const text of [
        `${name} = 1`,
        `"${name}" = 'x'`,
        `status = '${name}'`,
        `status = ${name}`,
      ]) {
        const source = readFilterSource(text)
        if (source === null) continue
        const { filter, problem } = parseFilter(source)
        expect((filter === null) !== (problem === null)).toBe(true)
        if (filter === null) continue
        const params = new Params([])
        const { sql } = whereSql(filter.condition, params)
        for (const word of ["drop", "delete", "union", "pg_sleep", "schema", "bot_tables"])
          expect(sql.toLowerCase()).not.toContain(word)
      }
  })
})
