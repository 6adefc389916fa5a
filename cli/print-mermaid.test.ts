import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { printMermaid } from "./print-mermaid.ts"

const text = String.raw`"(?:[^"\\#<>\n]|#\d+;|<br\/>)*"`
const lineForms = {
  flow: new RegExp(`^  subgraph f\\d+\\[${text}\\]$`),
  close: /^ {2}end$/,
  box: new RegExp(`^ +(g\\d+)\\[${text}\\]$`),
  end: /^ +(g\d+) --> (g\d+)end\(\("end"\)\)$/,
  arrow: new RegExp(`^ +(g\\d+) (?:-->|-\\.->)(?:\\|${text}\\|)? (g\\d+)$`),
}

/** Reads a flowchart line by line, as Mermaid's grammar has it; gives what is wrong with it. */
function findMistakes(chart: string): string[] {
  const [head, ...lines] = chart.trimEnd().split("\n")
  const boxes = new Set(lines.flatMap((line) => lineForms.box.exec(line)?.[1] ?? []))
  let depth = 0
  const mistakes = lines.flatMap((line) => {
    const form = Object.entries(lineForms).find(([, pattern]) => pattern.test(line))
    if (form === undefined) return [`no line of a flowchart: ${line}`]
    if (form[0] === "flow") depth += 1
    if (form[0] === "close") depth -= 1
    const ends = form[1].exec(line)?.slice(1) ?? []
    return ends.filter((name) => !boxes.has(name)).map((name) => `${name} is no box: ${line}`)
  })
  if (head !== "flowchart TD") mistakes.push(`the head is ${head}`)
  if (depth !== 0) mistakes.push("a flow is not closed")
  return mistakes
}

describe("a script as a Mermaid flowchart", () => {
  it("shows each group with its steps, each way with its word, and the end", () => {
    const chart = printMermaid(
      [
        'TALK "Hi"',
        "ask:",
        'HEAR wish AS "Sales", "Support"',
        "SELECT CASE wish",
        '  CASE "Sales"',
        "    GOTO sales",
        '  CASE "Support"',
        "    GOTO ask",
        "END SELECT",
        "EXIT",
        "sales:",
        'TALK "Bye"',
      ].join("\n"),
    )
    expect(findMistakes(chart)).toEqual([])
    expect(chart).toMatch(/g0\["[^"]*TALK #34;Hi#34;"\]/)
    expect(chart).toMatch(/-->\|"Sales"\| g2\n/)
    expect(chart).toMatch(/-->\|"Support"\| g1\n/)
    expect(chart).toMatch(/\(\("end"\)\)/)
  })

  it("shows a SUB as a flow of its own", () => {
    const chart = printMermaid('CALL greet\nSUB greet\n  TALK "Hi"\nEND SUB\n')
    expect(findMistakes(chart)).toEqual([])
    expect(chart).toMatch(/subgraph f1\["SUB greet"\]\n {4}g1/)
  })

  it("stays a flowchart whatever stands in the texts", () => {
    const marks = [
      '"] --> evil["',
      "`**bold**`",
      "<script>alert(1)</script>",
      "end",
      "%%{init: {}}%%",
      "click g0 href",
      "#quot;",
      "a|b",
      "\u202e",
      "ü 日本",
    ]
    const chart = printMermaid(
      marks.map((mark) => `TALK "${mark.replaceAll('"', '""')}"\n`).join("") +
        marks.map((mark) => `x = ${mark}\n`).join(""),
    )
    expect(findMistakes(chart)).toEqual([])
    expect(chart).not.toContain("<script")
  })

  it("is one for every script of the repository", () => {
    const root = join(import.meta.dirname, "..")
    const files = globSync(["templates/**/*.bas", "basic/tests/**/*.bas"], { cwd: root })
    expect(files.length).toBeGreaterThan(50)
    const wrong = files.flatMap((file) =>
      findMistakes(printMermaid(readFileSync(join(root, file), "utf8"))).map(
        (mistake) => `${file}: ${mistake}`,
      ),
    )
    expect(wrong).toEqual([])
  })
})
