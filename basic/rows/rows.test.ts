import { describe, expect, it } from "vitest"
import { collectDeclarations } from "../declarations/collect.ts"
import { wordsOf } from "../diagnostics/report.ts"
import { parse } from "../parser/parse.ts"
import { fromJson, toJson } from "../vm/json.ts"
import { type Json, ListValue } from "../vm/value.ts"
import type { RowOperands } from "./commands/operands.ts"
import { beginTableCommand } from "./commands/table-commands.ts"
import { declareTable } from "./declare-table.ts"
import { tableLimits } from "./limits.ts"
import { MemoryTables } from "./memory-store.ts"
import { makePlainEnv } from "./plain-env.ts"
import { TableProblem } from "./problem.ts"
import { readRoles } from "./roles.ts"
import type { TableContext } from "./store.ts"
import { shapeOf } from "./table-shape.ts"

const contextFor = (roles: readonly string[] | null): TableContext => ({
  env: makePlainEnv(Date.UTC(2025, 0, 6, 9)),
  roles,
  maxRows: tableLimits.defaultRows,
  makeId: () => "id",
  log: () => {},
  session: { read: () => null, write: () => {} },
})

const declared = (source: string) => collectDeclarations(parse(source).program).tables.map(shapeOf)

function open(source = "") {
  const tables = new MemoryTables(declared(source))
  const tell = (work: () => Json): Json => {
    try {
      return work()
    } catch (error) {
      if (error instanceof TableProblem) return wordsOf(error.code, error.facts).message
      throw error
    }
  }
  return {
    run: (keyword: string, operands: RowOperands, roles: readonly string[] | null = null): Json =>
      tell(() => {
        const context = contextFor(roles)
        return toJson(tables.run(beginTableCommand(keyword, operands, context), context.env))
      }),
    declare: (text: string): Json =>
      tell(() => {
        const context = contextFor(null)
        for (const shape of declared(text)) tables.run(declareTable(shape, context), context.env)
        return "ok"
      }),
  }
}
const values = (...items: Json[]): RowOperands => ({ values: items.map(fromJson) })

describe("a table with roles", () => {
  const source = `TABLE Salaries READ BY "hr;boss" WRITE BY "hr"
  Id integer key
  Name string(20)
  Amount number
END TABLE
TABLE People
  Id integer key
  Name string(20)
END TABLE
`
  it("is read and written only by those who may, and by the bot itself", () => {
    const { run } = open(source)
    const row = { table: "salaries", ...values({ id: 1, name: "Ana", amount: 5 }) }
    expect(run("SAVE", row, [])).toBe("Only hr may write to salaries.")
    expect(run("SAVE", row, ["boss"])).toBe("Only hr may write to salaries.")
    expect(run("SAVE", row, ["hr"])).toBe(1)
    expect(run("FIND", { table: "salaries" }, ["staff"])).toBe("Only hr, boss may read salaries.")
    expect(run("QUERY", { query: "SELECT * FROM salaries" }, [])).toBe(
      "Only hr, boss may read salaries.",
    )
    expect(run("AGGREGATE", { first: "salaries", second: "COUNT", field: "id" }, [])).toBe(
      "Only hr, boss may read salaries.",
    )
    expect(run("FIND", { table: "salaries" }, ["boss"])).toHaveLength(1)
    expect(run("DELETE FROM", { table: "salaries" }, ["boss"])).toBe(
      "Only hr may write to salaries.",
    )
    expect(run("DELETE FROM", { table: "salaries" })).toBe(1)
  })

  it("leaves closed columns out of what is read, and refuses them in what is written or asked for", () => {
    const tables = declared(source).map((shape) => ({
      ...shape,
      readRoles: [],
      writeRoles: [],
      columns: shape.columns.map((column) =>
        column.name === "Amount" ? { ...column, readRoles: ["hr"], writeRoles: ["hr"] } : column,
      ),
    }))
    const memory = new MemoryTables(tables)
    const run = (keyword: string, operands: RowOperands, roles: readonly string[]) => {
      const context = contextFor(roles)
      return () => toJson(memory.run(beginTableCommand(keyword, operands, context), context.env))
    }
    run("SAVE", { table: "salaries", ...values({ id: 1, name: "Ana", amount: 5 }) }, ["hr"])()
    expect(run("FIND", { table: "salaries" }, [])()).toEqual([{ Id: 1, Name: "Ana" }])
    for (const operands of [
      { table: "salaries", filter: "amount > 3" },
      { table: "salaries", filter: "LOWER(amount) = '5'" },
    ])
      expect(run("FIND", operands, [])).toThrow()
    expect(run("SAVE", { table: "salaries", ...values({ id: 1, amount: 9 }) }, [])).toThrow()
  })

  it("takes the roles of a conversation as a text or a list", () => {
    expect(readRoles(["HR; boss", null])).toEqual(["hr", "boss"])
    expect(readRoles([null, ["Staff"]])).toEqual(["staff"])
    expect(readRoles([5, { a: 1 }])).toEqual([])
  })
})

describe("values without names", () => {
  it("go to the columns in the order of the declaration, or to those they are called like", () => {
    const { run } = open(
      "TABLE T\n  Id integer key\n  Name string(20)\n  Seats integer\nEND TABLE\n",
    )
    expect(run("SAVE", { table: "t", ...values(7, "Ana", 2) })).toBe(7)
    expect(run("SAVE", { table: "t", ...values("Bob", 3) })).toBe(8)
    const named = { ...values(9, "Cid"), valuesNames: new ListValue(["seats", "name"]) }
    expect(run("SAVE", { table: "t", ...named })).toBe(9)
    expect(run("FIND", { table: "t" })).toEqual([
      { Id: 7, Name: "Ana", Seats: 2 },
      { Id: 8, Name: "Bob", Seats: 3 },
      { Id: 9, Name: "Cid", Seats: 9 },
    ])
    expect(run("SAVE", { table: "free", ...values(1, 2) })).toBe(
      "Value 1 for the table free needs the name of a column.",
    )
  })
})

describe("a declared column", () => {
  it("converts what it can, refuses what it cannot, and never cuts", () => {
    const { run } = open(
      "TABLE T\n  Id integer key\n  Name string(5)\n  Born date\n  Price number(10,2)\n  Open boolean\nEND TABLE\n",
    )
    run("SAVE", {
      table: "t",
      ...values({ name: "Ana", born: "2025-01-31 10:00", price: "2.005", open: "true" }),
    })
    expect(run("FIND", { table: "t" })).toEqual([
      { Id: 1, Name: "Ana", Born: "2025-01-31", Price: 2.01, Open: true },
    ])
    const save = (row: Json) => run("SAVE", { table: "t", ...values(row) })
    expect(save({ name: "Joanna" })).toBe(
      'The column Name of t takes at most 5 characters, but got "Joanna".',
    )
    expect(save({ born: "soon" })).toBe('The column Born of t takes dates, but got "soon".')
    expect(save({ id: 1.5 })).toBe('The column Id of t takes whole numbers, but got "1.5".')
    expect(save({ nmae: "Ana" })).toBe("The table t has no column nmae.")
  })
})

describe("a declaration that changes", () => {
  const table = (fields: string) => `TABLE T\n  Id integer key\n${fields}\nEND TABLE\n`

  it("adds columns, keeps those that are gone, and converts what fits", () => {
    const { run, declare } = open(table("  A string(10)"))
    run("SAVE", { table: "t", ...values({ a: "5" }) })
    expect(declare(table("  A integer\n  B string(3)"))).toBe("ok")
    expect(run("FIND", { table: "t" })).toEqual([{ Id: 1, A: 5 }])
    expect(declare(table("  B string(3)"))).toBe("ok")
    expect(run("FIND", { table: "t" })).toEqual([{ Id: 1, A: 5 }])
  })

  it("is refused when a row does not fit, and changes nothing", () => {
    const { run, declare } = open(table("  A string(10)"))
    run("SAVE", { table: "t", row: fromJson([{ a: "one" }, { a: "one" }]) })
    expect(declare(table("  A integer"))).toBe(
      'The column A of t takes whole numbers, but got "one".',
    )
    expect(declare(table("  A string(2)"))).toBe(
      'The column A of t takes at most 2 characters, but got "one".',
    )
    expect(declare(table("  A VARCHAR(10) UNIQUE"))).toBe(
      'The table t already has a row with "one" in A.',
    )
    expect(declare(table("  A string(10)\n  C VARCHAR(5) NOT NULL"))).toBe(
      "The column C of t must not be empty.",
    )
    expect(run("FIND", { table: "t" })).toEqual([
      { Id: 1, A: "one" },
      { Id: 2, A: "one" },
    ])
  })
})

describe("limits", () => {
  it("hold for columns, rows in one command and the size of a row", () => {
    const { run } = open()
    const wide = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`c${n}`, 1]))
    expect(run("SAVE", { table: "t", ...values(wide) })).toBe(
      "There may be at most 200 columns in a table.",
    )
    expect(run("SAVE", { table: "t", ...values({ a: "x".repeat(70_000) }) })).toBe(
      "There may be at most 65536 characters in a row.",
    )
    const many = Array.from({ length: 5_001 }, () => ({ a: 1 }))
    expect(run("SAVE", { table: "t", row: fromJson(many) })).toBe(
      "There may be at most 5000 rows in one command.",
    )
    expect(run("FIND", { table: "t" })).toEqual([])
  })
})
