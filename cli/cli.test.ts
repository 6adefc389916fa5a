import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { bundleProgram } from "#server/testing/bundle-program.ts"

let main = ""
let folder = ""

beforeAll(async () => {
  main = await bundleProgram(fileURLToPath(new URL("./main.ts", import.meta.url)))
  folder = mkdtempSync(join(tmpdir(), "botwright-cli-"))
  const files: Record<string, string | Buffer> = {
    "good.bas": 'TALK "Hi"\nHEAR mail AS EMAIL WITH "Address?"\nTALK "Thanks, " + mail\n',
    "bad.bas": 'TALK "a"\nTALK (\nIF x THEN\n',
    "warns.bas": 'x = 1\nFROBNICATE x\n  WIBBLE "é"\nTALK "still here"\n',
    "menu.bas": 'HEAR t AS "A", "B"\nPRINT "got " + t\nWAIT 3600\nTALK "one\\ntwo"\n',
    "fault.bas": 'TALK "a"\nx = 1 / 0\n',
    "semantic.bas": "GOTO nowhere\n",
    "latin.bas": Buffer.from('TALK "\xe9t\xe9"\n', "latin1"),
    "utf16.bas": Buffer.from('\ufeffTALK "été"\n', "utf16le"),
    "bom.bas": '\ufeffTALK "x"\n',
    "binary.bas": Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)),
    "empty.bas": "",
    "big.bas": 'TALK "0123456789"\n'.repeat(600_000),
    "bracket.bas": "(".repeat(200_000),
    "nested.bas": "IF a THEN\n".repeat(3000),
    "junk.json": '{"flows": [1, 2]}',
    "no.json": "not json",
  }
  for (const [name, content] of Object.entries({ ...files, ...shop })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A package as bots are shipped, and a folder of scripts that call each other. */
const shop = {
  "shop.gbai/shop.gbdialog/start.bas":
    'TALK "Welcome to " + city\nprice = CALL "tools/price.bas", "lamp"\nTALK "It costs " + price\nCALL "gone.bas"\n',
  "shop.gbai/shop.gbdialog/tools/price.bas":
    'PARAM item AS STRING\nDESCRIPTION "Price"\nRETURN IIF(item = "lamp", tax * 10, 0)\n',
  "shop.gbai/shop.gbot/config.csv": "name,value\nparam-city,Lima\nparam-tax,1.5\n",
  "shop.gbai/shop.gbkb/manual/note.bas": "this is no script (\n",
  "pair/one.bas": 'TALK CALL "two.bas"\n',
  "pair/two.bas": 'RETURN "from two"\n',
  "pair/three.bas": "IF x THEN\n",
  "lost/start.bas": "CALL other\n",
  "lost/other.bas": "x = 1 / 0\n",
}

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

/** Runs the real program as npm does: from the repository, told where it was called. */
const bw = (...args: string[]): Ended => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", main, ...args],
    { encoding: "utf8", env: { ...process.env, BOTWRIGHT_CALLED_FROM: folder }, maxBuffer: 1e9 },
  )
  expect(stderr).not.toMatch(/\n\s+at /)
  return { code: status, out: stdout, error: stderr }
}

describe("check", () => {
  it("gives machines every file with its errors and warnings, and fails for an error", () => {
    const { code, out } = bw("check", "--json", "good.bas", "bad.bas", "warns.bas", "gone.bas")
    const results = JSON.parse(out)
    expect(code).toBe(1)
    expect(results.map(({ file, ok }: { file: string; ok: boolean }) => [file, ok])).toEqual([
      ["good.bas", true],
      ["bad.bas", false],
      ["warns.bas", true],
      ["gone.bas", false],
    ])
    expect(Object.keys(results[0])).toEqual(["file", "ok", "errors", "warnings"])
    expect(results[1].errors[0]).toMatchObject({ line: 2 })
    expect(Object.keys(results[1].errors[0])).toEqual(["code", "line", "column", "message"])
    expect(results[2].warnings).toEqual([
      expect.objectContaining({ code: "basic.unknown_keyword", line: 2, column: 1 }),
      expect.objectContaining({ code: "basic.unknown_keyword", line: 3, column: 3 }),
    ])
  })

  it("shows people the line and what is wrong with it, and is content with warnings", () => {
    const { code, out } = bw("check", "warns.bas")
    expect(code).toBe(0)
    expect(out).toContain("warns.bas:2:1  basic.unknown_keyword (warning)\n  2 | FROBNICATE x\n")
    expect(out).toContain("warns.bas: 2 warnings\n")
  })

  it("reads what editors write: marks, UTF-16 and old Windows text", () => {
    const { code, out } = bw("check", "--json", "bom.bas", "utf16.bas", "latin.bas", "empty.bas")
    expect(code).toBe(0)
    for (const { ok, warnings } of JSON.parse(out)) expect([ok, warnings]).toEqual([true, []])
    expect(bw("print", "latin.bas").out).toBe('TALK "été"\n')
  })

  it.each([
    ["gone.bas", "gone.bas: There is no such file.\n"],
    ["good.bas/x", "good.bas/x: There is no such file.\n"],
    ["binary.bas", "binary.bas: The file is no text.\n"],
    ["/dev/null", "/dev/null: This is not an ordinary file.\n"],
  ])("says in one sentence why %s cannot be used", (file, sentence) => {
    expect(bw("check", file)).toEqual({ code: 1, out: "", error: sentence })
  })

  it("answers soon for a file of ten megabytes and for hostile nesting", () => {
    for (const file of ["big.bas", "bracket.bas", "nested.bas"]) {
      const begun = performance.now()
      const { code, out } = bw("check", "--json", file)
      expect(code, file).toBe(1)
      expect(JSON.parse(out)[0].errors.length, file).toBeGreaterThan(0)
      expect(performance.now() - begun, file).toBeLessThan(10_000)
    }
  })
})

describe("run", () => {
  it("prints what both sides say", () => {
    expect(bw("run", "good.bas", "--say", "nope", "--say", "Ana@Example.org")).toEqual({
      code: 0,
      out: [
        "bot: Hi",
        "bot: Address?",
        "you: nope",
        "bot: Please write an e-mail address, such as ana@example.com.",
        "you: Ana@Example.org",
        "bot: Thanks, ana@example.org",
        "",
      ].join("\n"),
      error: "",
    })
  })

  it("shows buttons, keeps the log apart, lets pauses pass, and says what it waits for", () => {
    expect(bw("run", "menu.bas").error).toBe("(waits for: menu)\n")
    expect(bw("run", "menu.bas", "--say", "2")).toEqual({
      code: 0,
      out: "bot: [A] [B]\nyou: 2\nbot: one\n     two\n",
      error: "log: got B\n",
    })
  })

  it("fails with the error, its place and its code", () => {
    expect(bw("run", "fault.bas")).toEqual({
      code: 1,
      out: "bot: a\n",
      error: "fault.bas:2  basic.division_by_zero\n  A number is divided by zero.\n",
    })
  })

  it("goes on where a keyword does not exist yet, and says so", () => {
    expect(bw("run", "warns.bas")).toEqual({
      code: 0,
      out: "bot: still here\n",
      error:
        "FROBNICATE is not available; the line was skipped.\n" +
        "WIBBLE is not available; the line was skipped.\n",
    })
  })

  it("does not begin a script that has errors", () => {
    const { code, out, error } = bw("run", "bad.bas")
    expect([code, out]).toEqual([1, ""])
    expect(error).toContain("bad.bas:2:")
  })
})

describe("laws", () => {
  it("holds for a good script and is skipped, with the reason, for one that does not compile", () => {
    const { code, out } = bw("laws", "--json", "good.bas", "bad.bas", "semantic.bas")
    expect(code).toBe(0)
    const [good, bad, semantic] = JSON.parse(out)
    expect(good).toEqual({ file: "good.bas", ok: true })
    expect(bad).toMatchObject({ file: "bad.bas", ok: true })
    expect(bad.skipped.map(({ law }: { law: string }) => law)).toEqual(["print", "graph", "bundle"])
    expect(bad.skipped[0].message).toMatch(/^The file does not parse: /)
    expect(semantic).toMatchObject({ ok: true, skipped: [{ law: "bundle" }] })
  })

  it("speaks to people too", () => {
    const { code, out, error } = bw("laws", "good.bas", "gone.bas")
    expect([code, out, error]).toEqual([1, "good.bas: ok\n", "gone.bas: There is no such file.\n"])
  })
})

describe("print, graph, print-graph and ir", () => {
  it("a script comes back from its graph as it is printed", () => {
    const graph = bw("graph", "good.bas")
    expect(graph.code).toBe(0)
    writeFileSync(join(folder, "good.json"), graph.out)
    expect(bw("print-graph", "good.json").out).toBe(bw("print", "good.bas").out)
  })

  it("draws the graph as a Mermaid flowchart, and knows no other format", () => {
    const drawn = bw("graph", "--format", "mermaid", "menu.bas")
    expect([drawn.code, drawn.out.split("\n")[0]]).toEqual([0, "flowchart TD"])
    const unknown = bw("graph", "--format", "png", "menu.bas")
    expect([unknown.code, unknown.error]).toEqual([
      2,
      'There is no format "png". Formats: json, mermaid.\n',
    ])
  })

  it("refuses JSON that is no graph in one sentence", () => {
    for (const file of ["junk.json", "no.json"]) {
      const { code, out, error } = bw("print-graph", file)
      expect([code, out]).toEqual([1, ""])
      expect(error).toMatch(new RegExp(`^${file}: .+\\.\\n$`))
    }
  })

  it("prints code for a good script and errors for a bad one", () => {
    expect(bw("ir", "good.bas").out).toContain("HEAR")
    expect(bw("ir", "semantic.bas")).toMatchObject({ code: 1, out: "" })
  })
})

describe("keywords", () => {
  it("lists commands and functions with their forms", () => {
    const all = JSON.parse(bw("keywords", "--json").out) as { name: string; forms: string[] }[]
    const names = all.map(({ name }) => name)
    for (const name of ["TALK", "HEAR", "LEFT", "DATEADD"]) expect(names).toContain(name)
    expect(bw("keywords").out).toContain("LEFT({text}, {count})\n    Takes the first characters")
  })
})

describe("wrong usage", () => {
  it.each<[string[], RegExp]>([
    [[], /^No command is given\. Commands: check, run, /],
    [["fly"], /^There is no command "fly"\. Commands: /],
    [["check"], /^check takes at least one file, but 0 are given\.\n$/],
    [["run", "a", "b"], /^run takes one file, but 2 are given\.\n$/],
    [["check", "--loud", "a"], /^Unknown option '--loud'\.\n$/],
    [["run", "good.bas", "--say"], /^Option '--say <value>' argument missing\.\n$/],
    [["keywords", "x"], /^keywords takes no file, but 1 is given\.\n$/],
  ])("%j is answered with one sentence and exit code 2", (args, sentence) => {
    const { code, out, error } = bw(...args)
    expect([code, out]).toEqual([2, ""])
    expect(error).toMatch(sentence)
  })

  it("gives help when asked", () => {
    const { code, out } = bw("--help")
    expect(code).toBe(0)
    expect(out).toContain("run FILE|FOLDER [--say TEXT]...")
  })
})

describe("a bot of several scripts", () => {
  it("is checked as one: a script that is called and not there is a warning", () => {
    const { code, out } = bw("check", "--json", "shop.gbai")
    expect(code).toBe(0)
    const results = JSON.parse(out) as { file: string; warnings: { code: string }[] }[]
    expect(results.map(({ file }) => file)).toEqual([
      "shop.gbai/shop.gbdialog/start.bas",
      "shop.gbai/shop.gbdialog/tools/price.bas",
    ])
    const codes = results[0]?.warnings.map((warning) => warning.code)
    expect(codes).toContain("basic.missing_script")
    expect(bw("check", "lost").out).not.toContain("unknown_procedure")
    expect(bw("check", "pair").code).toBe(1)
  })

  it("runs from its package, with what its config.csv sets", () => {
    const { code, out, error } = bw("run", "shop.gbai")
    expect(out).toBe("bot: Welcome to Lima\nbot: It costs 15\n")
    expect(error).toContain("shop.gbai/shop.gbdialog/start.bas:4  basic.missing_script")
    expect(code).toBe(1)
  })

  it("runs from a file, and finds the scripts beside it", () => {
    expect(bw("run", "pair/one.bas")).toMatchObject({ code: 0, out: "bot: from two\n" })
  })

  it("names the file an error is in", () => {
    expect(bw("run", "lost/start.bas").error).toContain("lost/other.bas:1  basic.division_by_zero")
  })

  it("is not in a folder without scripts", () => {
    for (const command of ["check", "run"])
      expect(bw(command, "shop.gbai/shop.gbot")).toEqual({
        code: 1,
        out: "",
        error: "shop.gbai/shop.gbot: There is no script *.bas in it.\n",
      })
  })

  it("is one of several only when it is named", () => {
    const { code, error } = bw("run", ".")
    expect(code).toBe(1)
    expect(error).toMatch(/There are \d+ bots in it/)
  })
})
