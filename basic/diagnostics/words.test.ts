import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { createLineMap } from "../source/line-map.ts"
import { declarationCodes } from "./declarations.ts"
import { faultCodes } from "./faults.ts"
import { findNearest } from "./nearest.ts"
import { diagnosticTable, report, wordsOf } from "./report.ts"
import { semanticCodes } from "./semantics.ts"
import { showDiagnostic } from "./show.ts"
import { slipCodes } from "./slips.ts"
import { syntaxCodes } from "./syntax.ts"
import { textCodes } from "./texts.ts"

const codes = {
  ...syntaxCodes,
  ...slipCodes,
  ...declarationCodes,
  ...semanticCodes,
  ...faultCodes,
  ...textCodes,
}
type Code = keyof typeof codes

/** Facts as they occur, for every code. A new code without an entry does not compile. */
const samples: { readonly [C in Code]: Parameters<(typeof codes)[C]["sentence"]>[0] } = {
  "basic.unknown_keyword": { found: "HERE", nearest: "HEAR" },
  "basic.hardware": { found: "GPIO SET" },
  "basic.planned_keyword": { found: "FIND" },
  "basic.planned_declaration": { found: "ON MEETING START" },
  "basic.unknown_statement": { found: "hello", nearest: null },
  "basic.prose_file": {},
  "basic.unexpected": { expected: "a value", found: "THEN" },
  "basic.missing_operand": { keyword: "TALK", example: 'TALK "Hi"', hasComment: 0 },
  "basic.parameter_default": { name: "title", value: '"Mr"' },
  "basic.unexpected_rest": { found: "2", after: "The value" },
  "basic.not_a_statement": { found: "total" },
  "basic.command_without_result": { keyword: "TALK" },
  "basic.hear_in_expression": {},
  "basic.unclosed_bracket": { open: "(", close: ")", found: "the end of the line" },
  "basic.unclosed_text": { quote: '"' },
  "basic.unclosed_block": { opener: "IF", closer: "END IF" },
  "basic.stray_closer": { found: "END IF", opener: "IF" },
  "basic.next_mismatch": { found: "y", variable: "x" },
  "basic.missing_word": { keyword: "IF", word: "THEN" },
  "basic.brace_block": {},
  "basic.hash_comment": {},
  "basic.double_equals": {},
  "basic.foreign_not": {},
  "basic.typographic_quotes": {},
  "basic.stray_character": { found: ";" },
  "basic.unexpected_character": { found: "€", hint: null },
  "basic.interpolation_ignored": { found: "$" + "{a b}" },
  "basic.interpolation_outside_text": { found: "x" },
  "basic.juxtaposed_interpolation": { found: "x" },
  "basic.unknown_answer_type": { found: "EMIAL", nearest: "EMAIL" },
  "basic.unknown_block": { found: "SYTEM PROMPT", nearest: "SYSTEM PROMPT" },
  "basic.number_too_large": { found: "1e999" },
  "basic.too_deep": { what: "Blocks are", limit: 60 },
  "basic.source_too_long": { length: 3_000_000, limit: 2_000_000 },
  "basic.nested_operands": { keyword: "GET SESSION" },
  "basic.legacy_shape": { keyword: "CREATE TASK", advice: "Name the operands." },
  "basic.foreign_operator": { found: "=>", instead: ">=" },
  "basic.text_without_quotes": { found: "Hello there", before: "TALK" },
  "basic.takes_one_value": { keyword: "TALK" },
  "basic.text_ended": { found: "hi" },
  "basic.needs_parentheses": { name: "LEN", operand: '"abc"' },
  "basic.invalid_place": { found: "5" },
  "basic.compared_not_set": { found: "x == 5", target: "x" },
  "basic.not_a_name": { found: "my-name", fixed: "my_name", reason: "- subtracts" },
  "basic.no_declaration": { word: "var", name: "z" },
  "basic.else_with_condition": { condition: "x = 3" },
  "basic.else_in_select": {},
  "basic.case_range": { found: "TO" },
  "basic.unquoted_text": { found: "Books a table", keyword: "DESCRIPTION" },
  "basic.bare_description": {},
  "basic.param_description": {},
  "basic.param_choices": {},
  "basic.juxtaposed_operands": { keyword: "SET SCHEDULE" },
  "basic.unknown_operand": { keyword: "WAIT", found: "second", nearest: "seconds" },
  "basic.missing_named_operand": { keyword: "WAIT", missing: "seconds" },
  "basic.unknown_shape": { keyword: "SEND MAIL", shape: "SEND MAIL to, subject, body" },
  "basic.placeholder": { found: "<message>" },
  "basic.always_null": { keyword: "SEND FILE" },
  "basic.several_tools": { count: 2, names: "add-guest, remove-guest" },
  "basic.unnamed_tools": { count: 2 },
  "basic.late_param": { found: "PARAM" },
  "basic.duplicate_param_name": { found: "guest" },
  "basic.secret_operand": { found: "password" },
  "basic.conditional_declaration": { found: "SET SCHEDULE" },
  "basic.repeated_step": { step: "4", line: 7 },
  "basic.free_words": { found: "ask the boss" },
  "basic.table_field": { found: "UnitPrice* double", reading: "as a field that is required" },
  "basic.needs_table": { keyword: "SAVE" },
  "basic.bad_schedule": { found: "soon", reason: "It is empty." },
  "basic.no_transaction": {},
  "basic.no_channel": { found: "ON EMAIL" },
  "basic.needs_column_name": {},
  "basic.merge_lists": {},
  "basic.unstructured_object": {},
  "basic.unquoted_filter_value": { found: "Closed Won" },
  "basic.joined_filter": { name: "which", keyword: "FIND" },
  "basic.unknown_function": { found: "ABSS", nearest: "ABS" },
  "basic.unknown_procedure": { found: "greet", nearest: null },
  "basic.missing_script": { found: "order.bas", nearest: "orders" },
  "basic.platform_path": { path: "/files/permissions" },
  "basic.role_missing": { roles: "desk" },
  "basic.argument_count": { name: "LEN", expected: "1 argument", found: 2 },
  "basic.constant_type": {
    name: "WAIT",
    operand: "seconds",
    expected: "a number",
    found: 'the text "x"',
  },
  "basic.text_compared_with_number": { found: '"five"' },
  "basic.unreachable": { after: "GOTO start" },
  "basic.missing_label": { found: "strat", nearest: "start" },
  "basic.duplicate_label": { found: "start", line: 3 },
  "basic.jump_into_block": { found: "inside", block: "the block that begins in line 2" },
  "basic.duplicate_procedure": { found: "greet", line: 3 },
  "basic.nested_procedure": { found: "greet" },
  "basic.never_set": { found: "cmap", nearest: "camp" },
  "basic.constant_changed": { found: "rate", line: 3 },
  "basic.out_of_range": { name: "seconds of WAIT", found: -1, least: 0, most: null },
  "basic.long_wait": { found: 3000, limit: 300 },
  "basic.one_option_menu": { found: "What is your name?" },
  "basic.skips_first": { variable: "rows" },
  "basic.exit_outside": { found: "EXIT FOR", block: "a FOR loop" },
  "basic.value_from_sub": { name: "greet" },
  "basic.bare_literal_condition": { found: "true" },
  "basic.duplicate_case": { found: '"a"' },
  "basic.duplicate_param": { found: "a", procedure: "greet" },
  "basic.duplicate_key": { found: "id" },
  "basic.duplicate_handler": { found: 'The message "menu"', line: 3 },
  "basic.unknown_option": { found: "FAST" },
  "basic.text_missing": { language: "pt", words: "Hello!" },
  "basic.text_stale": { language: "pt", words: "Hello!" },
  "basic.thrown": { message: "The order is empty." },
  "basic.assertion": { message: "The total is negative." },
  "basic.not_a_number": { found: "many", operation: "*" },
  "basic.wrong_type": { name: "SPLIT", expected: "a text", found: "a list" },
  "basic.bad_value": { name: "FORMAT", found: "x", expected: "a pattern" },
  "basic.division_by_zero": {},
  "basic.no_member": { name: "id", found: "A number" },
  "basic.no_method": { name: "fly", found: "A list" },
  "basic.unavailable_keyword": { keyword: "GET" },
  "basic.broken_line": {},
  "basic.instruction_limit": { limit: 20_000_000 },
  "basic.call_depth": { limit: 200 },
  "basic.text_limit": { limit: 10_000_000 },
  "basic.cell_limit": { limit: 1_000_000 },
  "basic.state_limit": { limit: 1_000_000 },
}

const golden = join(import.meta.dirname, "words.txt")

describe("the words of diagnostics", () => {
  it("are these, code by code (GOLDEN_UPDATE=1 rewrites words.txt)", () => {
    const made = Object.entries(samples)
      .map(([code, facts]) => {
        const { message, hint } = wordsOf(code, facts)
        return `${code}\n    ${message}${hint === null ? "" : `\n    > ${hint}`}\n`
      })
      .join("")
    if (process.env.GOLDEN_UPDATE === "1" || !existsSync(golden)) writeFileSync(golden, made)
    expect(made).toBe(readFileSync(golden, "utf8"))
  })

  it.each(Object.entries(samples))("are whole sentences without blame: %s", (code, facts) => {
    const { message, hint } = wordsOf(code, facts)
    for (const sentence of [message, hint ?? "Fine."]) {
      expect(sentence).toMatch(/^\S.*[.?:]$|^For example: /s)
      expect(sentence).not.toMatch(/\b(invalid|failed to|oops|illegal|bad|wrong|please)\b/i)
      expect(sentence).not.toMatch(/undefined|\[object|NaN/)
    }
  })

  it("shorten facts so that a message stays a sentence", () => {
    const { message } = wordsOf("basic.unknown_statement", {
      found: "x".repeat(5000),
      nearest: null,
    })
    expect(message.length).toBeLessThan(150)
    const { message: thrown } = wordsOf("basic.thrown", { message: "y".repeat(500) })
    expect(thrown).toHaveLength(500)
  })

  it("say something even of a code nobody knows", () => {
    expect(wordsOf("basic.from_the_future", {}).message).toBe(
      "The script stopped with basic.from_the_future.",
    )
    expect(wordsOf("toString", {}).hint).toBeNull()
  })

  it("are said somewhere: every code has a place that reports or raises it", () => {
    const root = join(import.meta.dirname, "../..")
    const code = globSync("{basic,server}/**/*.ts", { cwd: root })
      .filter((file) => !file.startsWith("basic/diagnostics/") && !file.endsWith(".test.ts"))
      .map((file) => readFileSync(join(root, file), "utf8"))
      .join("\n")
    expect(Object.keys(diagnosticTable).filter((each) => !code.includes(`"${each}"`))).toEqual([])
  })

  it("stand in one part of the table only", () => {
    const parts = [syntaxCodes, semanticCodes, faultCodes].flatMap((part) => Object.keys(part))
    expect(new Set(parts).size).toBe(parts.length)
    for (const code of parts) expect(diagnosticTable).toHaveProperty([code])
  })
})

describe("showing a diagnostic", () => {
  it("puts the words under the place, also behind tabs and at the end of a line", () => {
    const source = "\tHERE x\nTALK"
    const at = { start: 1, end: 5 }
    const facts = { found: "HERE", nearest: "HEAR" }
    expect(showDiagnostic(report("basic.unknown_keyword", at, facts), source, "a.bas")).toBe(
      "a.bas:1:2  warning basic.unknown_keyword\n  1 | \tHERE x\n    | \t^^^^ There is no keyword HERE. Did you mean HEAR?",
    )
    const missing = { keyword: "TALK", example: "TALK 1", hasComment: 0 }
    const shown = showDiagnostic(
      report("basic.missing_operand", { start: 12, end: 12 }, missing),
      source,
      "a.bas",
    )
    expect(shown).toContain("a.bas:2:5")
    expect(shown.split("\n")[2]).toBe("    |     ^ TALK needs a value here. For example: TALK 1")
  })
})

describe("finding the nearest name", () => {
  const names = ["HEAR", "TALK", "SET BOT MEMORY", "WAIT"]
  it.each([
    ["HERE", "HEAR"],
    ["tlak", "TALK"],
    ["SET BOT MEMROY", "SET BOT MEMORY"],
    ["WIAT", "WAIT"],
    ["TRACK", null],
    ["X", null],
    ["", null],
    ["A".repeat(500), null],
  ])("suggests for %s: %s", (word, expected) => {
    expect(findNearest(word, names)).toBe(expected)
  })
})

describe("the map of lines", () => {
  it("counts lines and columns from 1, whatever ends a line", () => {
    const map = createLineMap("a\nbc\r\nd\re")
    expect(map.lineCount).toBe(4)
    expect(map.positionAt(0)).toEqual({ line: 1, column: 1 })
    expect(map.positionAt(3)).toEqual({ line: 2, column: 2 })
    expect(map.positionAt(6)).toEqual({ line: 3, column: 1 })
    expect(map.positionAt(99)).toEqual({ line: 4, column: 2 })
    expect([1, 2, 3, 4, 5].map(map.lineText)).toEqual(["a", "bc", "d", "e", ""])
  })

  it("goes back from a place to its offset", () => {
    const map = createLineMap("ab\ncd")
    for (const offset of [0, 1, 2, 3, 4, 5])
      expect(map.offsetAt(map.positionAt(offset))).toBe(offset)
    expect(map.offsetAt({ line: 9, column: 9 })).toBe(5)
  })
})
