import { describe, expect, it } from "vitest"
import { compile } from "../ir/compile.ts"
import { parse } from "../parser/parse.ts"
import { collectDeclarations } from "./collect.ts"

const collect = (...lines: string[]) => collectDeclarations(parse(lines.join("\n")).program)
const functionsOf = (...lines: string[]) =>
  compile(parse(lines.join("\n")).program).functions.map(({ name }) => name)

describe("the tools of a script", () => {
  it("have a JSON Schema in which what has no default and is not optional is required", () => {
    const [tool] = collect(
      'PARAM guest AS STRING LIKE "Ana" DESCRIPTION "Who comes"',
      "PARAM seats AS INTEGER LIKE 4 OPTIONAL",
      'PARAM when AS DATETIME DEFAULT "2030-01-01 09:00"',
      'PARAM kind AS "lunch", "dinner"',
      'DESCRIPTION "Books a table."',
    ).tools
    expect(tool).toMatchObject({ name: null, entry: null, description: "Books a table." })
    expect(tool?.schema).toEqual({
      type: "object",
      properties: {
        guest: { type: "string", description: "Who comes", examples: ["Ana"] },
        seats: { type: "integer", examples: [4] },
        when: { type: "string", format: "date-time", default: "2030-01-01 09:00" },
        kind: { type: "string", enum: ["lunch", "dinner"] },
      },
      required: ["guest", "kind"],
      additionalProperties: false,
    })
  })

  it("are several in a library, named by their headings, each a function of its own", () => {
    const lines = [
      'base = "https://example.org"',
      "REM ======",
      "REM Create Guest - adds one",
      "REM ======",
      "PARAM name AS STRING",
      'DESCRIPTION "Creates a guest."',
      "RETURN name + base",
      "PARAM id AS INTEGER",
      'DESCRIPTION "Removes a guest. For ever."',
      "RETURN id",
    ]
    expect(collect(...lines).tools.map(({ name, entry }) => [name, entry])).toEqual([
      ["create-guest", "tool:0"],
      ["removes-a-guest", "tool:1"],
    ])
    expect(functionsOf(...lines)).toEqual(["", "tool:0", "tool:1"])
  })

  it("are none without PARAM and DESCRIPTION", () => {
    expect(collect('TALK "hi"').tools).toEqual([])
  })
})

describe("the tables of a script", () => {
  it("have their fields in both dialects", () => {
    const { tables } = collect(
      'TABLE orders ON shop READ BY "desk;manager"',
      "    Id string(20) key",
      "    UnitPrice* double(8,2)",
      "    customer_id UUID REFERENCES customers(id) ON DELETE CASCADE,",
      "    code VARCHAR(50) UNIQUE NOT NULL DEFAULT 'x, y', -- for people",
      "    UNIQUE(code, customer_id)",
      "END TABLE",
      "CREATE UNIQUE INDEX by_code ON orders(code);",
    )
    const [table] = tables
    expect(table).toMatchObject({
      name: "orders",
      connection: "shop",
      readRoles: ["desk", "manager"],
    })
    expect(table?.fields).toMatchObject([
      { name: "Id", type: "text", length: 20, isKey: true },
      { name: "UnitPrice", type: "number", length: 8, decimals: 2, isRequired: true },
      { name: "customer_id", type: "uuid", references: { table: "customers", field: "id" } },
      { name: "code", isUnique: true, isRequired: true, default: "'x, y'" },
    ])
    expect(table?.indexes).toMatchObject([
      { name: null, fields: ["code", "customer_id"], isUnique: true },
      { name: "by_code", fields: ["code"], isUnique: true },
    ])
  })
})

describe("the schedules and events of a script", () => {
  it("hold for the whole script, with the value that is tested around them", () => {
    const { schedules, scripts } = collect(
      "SET SCHEDULE every 1 hour",
      'IF job = "sync" THEN',
      '    SET SCHEDULE "0 9 * * *"',
      "END IF",
      'SET SCHEDULE "nightly", "0 2 * * *"',
      'SET SCHEDULE "0 9 * * *" "other.bas" "x"',
    )
    expect(schedules.map(({ when, name, conditionValue }) => [when, name, conditionValue])).toEqual(
      [
        ["every 1 hour", null, null],
        ["0 9 * * *", null, "sync"],
        ["0 2 * * *", "nightly", null],
      ],
    )
    expect(scripts.map(({ name }) => name)).toEqual(["other.bas"])
  })

  it("say which function of the bundle an event runs", () => {
    const lines = [
      'ON EMAIL "desk@example.org" FROM "boss@example.org"',
      '    TALK "a"',
      "END ON",
      'ON "paid" CALL handle',
      "ON INSERT OF orders",
      "SUB handle",
      "END SUB",
    ]
    expect(collect(...lines).events).toMatchObject([
      { kind: "email", filters: { from: "boss@example.org" }, entry: "on:0" },
      { kind: "bus", subject: "paid", entry: "handle" },
      { kind: "row.inserted", subject: "orders", entry: null },
    ])
    expect(functionsOf(...lines)).toEqual(["", "handle", "on:0"])
  })
})
