import { describe, expect, it } from "vitest"
import { checkSource } from "../analyzer/check-source.ts"
import { keywords } from "../keywords/index.ts"
import { codeActionsAt } from "./code-actions.ts"
import { completeAt } from "./complete.ts"
import { describeKeyword, describeWord } from "./describe.ts"
import { foldAt, listFolds } from "./folds.ts"
import { formatRange, formatSource } from "./format.ts"
import { hoverAt } from "./hover.ts"
import { plainText } from "./insertion.ts"
import { findDefinition, findReferences } from "./navigate.ts"
import { listOutline } from "./outline.ts"
import { prepareRename, renameAt } from "./rename.ts"
import { signatureAt } from "./signature.ts"
import { openSource } from "./source-model.ts"

/** Opens a text; the cursor stands at `¦`. */
function cursor(text: string) {
  const at = text.indexOf("¦")
  return { model: openSource(text.replace("¦", "")), at }
}
const labels = (text: string) => {
  const { model, at } = cursor(text)
  return completeAt(model, at).map(({ label }) => label)
}
const rename = (text: string, name: string) => {
  const { model, at } = cursor(text)
  const result = renameAt(model, at, name)
  return result.ok ? model.edit(result.edits).source : result.message
}
const hover = (text: string) => {
  const { model, at } = cursor(text)
  return hoverAt(model, at)
}
const signature = (text: string) => {
  const { model, at } = cursor(text)
  const help = signatureAt(model, at)
  const form = help?.forms[help.activeForm]
  const operand = help?.activeOperand ?? -1
  return help === null ? null : [form?.label, form?.operands[operand]?.name ?? null]
}

describe("completion", () => {
  it("offers statements where one begins, and what closes the block first", () => {
    expect(labels("¦")).toEqual(expect.arrayContaining(["TALK", "HEAR", "IF", "SET BOT MEMORY"]))
    expect(labels("IF x THEN\n    ¦\n").slice(0, 3)).toEqual(["END IF", "ELSE", "ELSE IF"])
    expect(labels("IF x THEN ¦")).toContain("TALK")
  })

  it("goes on with a phrase of several words and replaces all of it", () => {
    const { model, at } = cursor("SET BOT ¦")
    const [first] = completeAt(model, at)
    expect(first?.label).toBe("SET BOT MEMORY")
    expect(model.source.slice(first?.replaces.start, first?.replaces.end)).toBe("SET BOT ")
  })

  it("offers answer types after AS, and the clauses of HEAR that are left", () => {
    expect(labels("HEAR n AS ¦")).toEqual(expect.arrayContaining(["EMAIL", "DATE"]))
    expect(labels('HEAR n AS NAME WITH "x" ¦')).toEqual(["FROM", "DEFAULT", "TIMEOUT"])
  })

  it("offers the labels of the flow after GOTO", () => {
    expect(labels("GOTO ¦\ndone:\nSUB f()\n    inner:\nEND SUB")).toEqual(["done"])
    expect(labels("done:\nSUB f()\n    GOTO ¦\n    inner:\nEND SUB")).toEqual(["inner"])
  })

  it("offers variables, parameters and procedures as values, and clause words behind a complete value", () => {
    expect(labels("total = 1\nSUB f(alpha)\n    TALK ¦\nEND SUB").slice(0, 3)).toEqual([
      "alpha",
      "total",
      "f",
    ])
    expect(labels('SET BOT MEMORY "k" ¦')).toEqual(["AS"])
    expect(labels('TALK "Dear ${na¦"\nname = 1')[0]).toBe("name")
  })

  it("offers the fields a variable was given, and those of the variable it was set from", () => {
    expect(labels("user = { name: 1, age: 2 }\nTALK user.¦").slice(0, 2)).toEqual(["name", "age"])
    expect(labels("list = [{ id: 1 }]\nFOR EACH row IN list\n    TALK row.¦\nNEXT")[0]).toBe("id")
  })

  it("offers nothing in comments and in texts", () => {
    expect(labels("' a ¦")).toEqual([])
    expect(labels("x = 1 ' a ¦")).toEqual([])
    expect(labels('TALK "a ¦"')).toEqual([])
    expect(labels("BEGIN TALK\nHello ¦\nEND TALK")).toEqual([])
  })

  it("writes a command with its needed operands as places to fill in", () => {
    const { model, at } = cursor("SET BOT M¦")
    expect(plainText(completeAt(model, at)[0]?.insert ?? [])).toBe('SET BOT MEMORY "key", value')
  })

  it("inserts nothing that the parser would refuse", () => {
    const { model, at } = cursor("¦")
    const broken = completeAt(model, at)
      .filter(({ kind }) => kind === "command" || kind === "snippet")
      .map(({ insert }) => plainText(insert))
      .filter((text) =>
        checkSource(text).program.body.statements.some(({ kind }) => kind === "BrokenStatement"),
      )
    expect(broken).toEqual([])
  })
})

describe("hover and signature help", () => {
  it("describe the phrase under the pointer, whichever of its words it is", () => {
    for (const text of [
      'S¦ET BOT MEMORY "a", 1',
      'SET BOT MEM¦ORY "a", 1',
      'x = GET BOT MEM¦ORY "a"',
    ])
      expect(hover(text)).toMatchObject({
        kind: "word",
        doc: { name: expect.stringContaining("BOT MEMORY") },
      })
    expect(hover("IF a THEN\nEL¦SE\nEND IF")).toMatchObject({ doc: { name: "IF" } })
    expect(hover('TALK LE¦FT("a", 1)')).toMatchObject({ doc: { name: "LEFT" } })
  })

  it("tell of a name where it is made and how often it is used", () => {
    expect(hover("total = 1\nTALK tot¦al")).toMatchObject({
      kind: "name",
      thing: "variable",
      definition: { line: 1, text: "total = 1" },
      count: 2,
    })
    expect(hover('TALK "pl¦ain"')).toBeNull()
  })

  it("show the form that is being written and its operand", () => {
    expect(signature('SET BOT MEMORY "a", ¦')).toEqual(["SET BOT MEMORY {key}, {value}", "value"])
    expect(signature('SET BOT MEMORY "a" AS ¦')).toEqual([
      "SET BOT MEMORY {key} AS {value}",
      "value",
    ])
    expect(signature('x = LEFT("a", ¦')).toEqual(["LEFT({text}, {count})", "count"])
    expect(signature("greet(1, ¦\nSUB greet(a, b)\nEND SUB")).toEqual(["greet(a, b)", "b"])
    expect(signature("x = 1¦")).toBeNull()
  })

  it("have a description for every keyword there is", () => {
    for (const keyword of keywords) {
      const doc = describeKeyword(keyword)
      expect(
        [doc.forms.length > 0, doc.summary.endsWith("."), doc.example !== ""],
        doc.name,
      ).toEqual([true, true, true])
    }
    expect(describeWord("IF")?.summary).toContain("condition")
  })
})

describe("renaming", () => {
  it("renames a variable in every spelling, in texts and in lines that are kept, but not what shadows it", () => {
    expect(
      rename(
        'na¦me = 1\nTALK Name$ + "${name} name"\nFOO name\nSUB f(name)\n    TALK name\nEND SUB',
        "who",
      ),
    ).toBe('who = 1\nTALK who + "${who} name"\nFOO who\nSUB f(name)\n    TALK name\nEND SUB')
    expect(rename("FOR i¦ = 1 TO 3\n    TALK i\nNEXT i", "n")).toBe(
      "FOR n = 1 TO 3\n    TALK n\nNEXT n",
    )
  })

  it("renames labels, procedures and parameters where they are meant", () => {
    expect(rename('sta¦rt:\nON MESSAGE "start" GOTO start\nGOTO start', "top")).toBe(
      'top:\nON MESSAGE "start" GOTO top\nGOTO top',
    )
    expect(rename("SUB gre¦et(a)\nEND SUB\nCALL greet(1)\nx = greet(3)", "hello")).toBe(
      "SUB hello(a)\nEND SUB\nCALL hello(1)\nx = hello(3)",
    )
    expect(rename("a = 1\nSUB f(a¦)\n    TALK a\nEND SUB", "b")).toBe(
      "a = 1\nSUB f(b)\n    TALK b\nEND SUB",
    )
  })

  it("refuses with a sentence what would clash, capture or be no name", () => {
    expect(rename("fo¦o = 1\nbar = 2", "BAR")).toBe(
      "There is a variable bar already, in line 2. Choose another name.",
    )
    expect(rename("y¦ = 1\nSUB f(x)\n    TALK y\nEND SUB", "x")).toBe(
      "There is a parameter x already, in line 2. Choose another name.",
    )
    expect(rename("x¦ = 1", "if")).toBe("if is a word of the language. Choose another name.")
    expect(rename("x¦ = 1", "a b")).toContain("cannot be a name")
    expect(rename("SUB f¦()\nEND SUB", "left")).toBe(
      "LEFT is a function of the language. Choose another name.",
    )
    expect(rename("a.b¦ = 1", "c")).toContain("field of an object")
    expect(rename("¦TALK 1", "c")).toContain("Put the cursor on a variable")
  })

  it("allows another spelling of the same name, and shows the name before it is asked for", () => {
    expect(rename("tot¦al = 1\nTALK total", "Total")).toBe("Total = 1\nTALK Total")
    const { model, at } = cursor("tot¦al = 1")
    expect(prepareRename(model, at)).toEqual({ start: 0, end: 5, text: "total" })
  })
})

describe("definition and references", () => {
  it("lead to the line that makes the thing", () => {
    const { model, at } = cursor("GOTO do¦ne\nx = 1\ndone:\n")
    expect(findDefinition(model, at)).toMatchObject({ start: 16, role: "define" })
  })

  it("list what reads and writes it, without the definition unless it is asked for", () => {
    const { model, at } = cursor("x¦ = 1\nx = x + 1\nTALK x")
    expect(findReferences(model, at, { includesDefinition: true }).map(({ role }) => role)).toEqual(
      ["write", "write", "read", "read"],
    )
    expect(findReferences(model, at, { includesDefinition: false })).toHaveLength(3)
  })
})

describe("outline, folds, formatting and actions", () => {
  const script =
    "start:\nHEAR email AS EMAIL\nIF a THEN\n    TALK 1\nELSE\n    TALK 2\nEND IF\nSUB f(a)\n    TALK a\nEND SUB\n' a\n' b\n' c\n"

  it("list labels with the questions below them, and procedures", () => {
    expect(
      listOutline(openSource(script)).map(({ kind, name, detail, children }) => [
        kind,
        name,
        detail,
        children.map((child) => child.name),
      ]),
    ).toEqual([
      ["label", "start", "", ["email"]],
      ["procedure", "f", "SUB(a)", []],
    ])
  })

  it("fold blocks up to the line that divides or closes them, and comments of three lines", () => {
    const model = openSource(script)
    const line = (at: number) => model.lines.positionAt(at).line
    expect(listFolds(model).map(({ kind, start, end }) => [kind, line(start), line(end)])).toEqual([
      ["block", 3, 4],
      ["block", 5, 6],
      ["block", 8, 9],
      ["comment", 11, 13],
    ])
    for (const { start } of openSource(script).segments.flatMap(({ lines }) => lines)) {
      const first = script.lastIndexOf("\n", start - 1) + 1
      const end = script.indexOf("\n", start)
      const here = listFolds(model).find((fold) => fold.start >= first && fold.start <= end)
      expect(foldAt(model, first), script.slice(first, end)).toEqual(here ?? null)
    }
    expect(foldAt(model, script.indexOf("' a"))?.kind).toBe("comment")
    expect(foldAt(model, script.indexOf("' b"))).toBeNull()
  })

  it("format a text like the printer, and a range without touching the rest", () => {
    const model = openSource('if a then\r\ntalk "x"\r\nend if\r\ntalk "y"\r\n')
    expect(model.edit(formatSource(model)).source).toBe(
      'IF a THEN\r\n    TALK "x"\r\nEND IF\r\nTALK "y"\r\n',
    )
    expect(model.edit(formatRange(model, { start: 12, end: 12 })).source).toBe(
      'IF a THEN\r\n    TALK "x"\r\nEND IF\r\ntalk "y"\r\n',
    )
    expect(formatSource(openSource('TALK "x"\n'))).toEqual([])
  })

  it("repair a word that is nearly right by the one it is near to", () => {
    const model = openSource("HEAR n AS EMIAL\nGOTO finsh\nfinish:\nTALK nmae\nname = n\n")
    const all = codeActionsAt(model, { start: 0, end: model.source.length })
    const one = all.filter(({ count }) => count === 1).flatMap(({ edits }) => edits)
    expect(model.edit(one).source).toBe(
      "HEAR n AS EMAIL\nGOTO finish\nfinish:\nTALK name\nname = n\n",
    )
  })

  it("repair one finding, or all of a kind, and leave none of them", () => {
    const model = openSource('IF a == 1 THEN TALK "x"\nIF a == 2 THEN TALK "y"\na = 1\n')
    const actions = codeActionsAt(model, { start: 5, end: 7 })
    expect(actions.map(({ count }) => count)).toEqual([1, 2])
    expect(model.edit(actions[1]?.edits ?? []).check()).toEqual([])
  })
})
