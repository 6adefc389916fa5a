import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { ChatMessage } from "#catalog/messages.ts"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { openBench } from "#server/engine/tests/harness.ts"
import { makeFakeParts } from "./fake-parts.ts"

let db: Database
beforeAll(async () => {
  db = await openEmbeddedTestDatabase()
})
afterAll(() => db.close())

/** Runs a program to its end; gives what it said, in order. */
async function run(lines: string, parts = makeFakeParts()) {
  const bench = await openBench(db, lines, { parts })
  const { messages } = await bench.start()
  return { said: messages.map(({ text }) => text), messages, bench, parts }
}
const caught = (line: string) => `ON ERROR RESUME NEXT\n${line}\nTALK ERROR MESSAGE`

describe("a file of the drive", () => {
  it("is written, added to, read as text, as lines and as rows, and read by GET", async () => {
    const { said } = await run(`WRITE "a;b" TO "x.txt"
WRITE CHR(10) + "c" TO "x.txt" APPEND
TALK READ "x.txt"
lines = READ "x.txt" AS LINES
TALK COUNT(lines) + " " + lines[1]
WRITE "old.txt", "path first"
TALK GET "old.txt"
WRITE [{name: "Ana", sum: 2}, {name: "=x", sum: 3}] TO "t.csv" AS TABLE
rows = READ "t.csv" AS TABLE
TALK rows[0].name + " " + rows[1].name
WRITE [{name: "=Bo", sum: 2.5}] TO "t.xlsx" AS TABLE
sheet = READ "t.xlsx" AS TABLE
TALK sheet[0].name + " " + (sheet[0].sum + 1)`)
    expect(said).toEqual(["a;b\nc", "2 c", "path first", "Ana '=x", "=Bo 3.5"])
  })

  it("is copied, moved, listed and deleted, alone or with its folder", async () => {
    const { said } = await run(`WRITE "1" TO "in/a.txt"
WRITE "2" TO "in/deep/b.csv"
COPY "in" TO "out"
MOVE "in/a.txt", "in/c.txt"
FOR EACH f IN LIST "in" RECURSIVE
  TALK f.path + " " + f.size
NEXT f
files = LIST "out/" FILTER "*.TXT"
TALK files[0].name + COUNT(files)
d = DIR "in"
TALK d[0].type + " " + d[1].name
DELETE FILE "in"
TALK COUNT(LIST "in" RECURSIVE)
DELETE "out/a.txt"
TALK COUNT(LIST "out" RECURSIVE)`)
    expect(said).toEqual(["in/c.txt 1", "in/deep/b.csv 1", "a.txt1", "folder c.txt", "0", "1"])
  })

  it("that is not there, or a path that may not be, is an error the program may catch", async () => {
    for (const [line, words] of [
      ['TALK READ "none.txt"', 'There is no file "none.txt".'],
      ['WRITE "x" TO "../x.txt"', '"../x.txt" is not a path of this drive.'],
      ['MOVE "none", "b"', 'There is no file "none".'],
      ['DELETE FILE "none"', 'There is no file "none".'],
      ['READ "account://ana@x.org/a.txt"', "default-accounts"],
    ] as const)
      expect((await run(caught(line))).said.join(), line).toContain(words)
  })

  it("takes no object that poses as a file but for its path (FIL-06)", async () => {
    for (const value of [
      '{path: ["x"]}',
      "[1]",
      "TRUE",
      '{path: {path: "/etc/passwd"}}',
      "{buffer: 1}",
    ])
      expect((await run(caught(`SEND FILE ${value}`))).said.join(), value).toContain(
        "SEND FILE needs a path or a file",
      )
    const { said } = await run(caught('SEND FILE {path: "/etc/passwd", filepath: "/etc/passwd"}'))
    expect(said.join()).toContain("is not a path of this drive")
  })
})

describe("a CSV or XLSX file", () => {
  it("is a table to the commands about rows, and is written again when rows change", async () => {
    const { said } =
      await run(`WRITE "name,stage" + CHR(10) + "Ana,Lead" + CHR(10) + "Bo,Won" TO "deals.csv"
d = FIND "deals.csv", "stage=Won"
TALK d.name
SAVE "deals.csv", {name: "Cy", stage: "Won"}
TALK COUNT(FIND "deals.csv" WHERE stage = "Won")
UPDATE "deals.csv" SET stage = "Lost" WHERE name = "Ana"
TALK READ "deals.csv"
SAVE "new/sheet.xlsx", {name: "Di", sum: 3}
rows = READ "new/sheet.xlsx" AS TABLE
TALK rows[0].name + (rows[0].sum + 1)`)
    expect(said).toEqual(["Bo", "2", "name,stage\nAna,Lost\nBo,Won\nCy,Won\n", "Di4"])
  })

  it("that is not there is a table of that name", async () => {
    expect((await run('TALK COUNT(FIND "none.csv")')).said).toEqual(["0"])
  })
})

describe("documents", () => {
  it("are made, filled and joined", async () => {
    const { said } = await run(`WRITE "Dear {{name}}" TO "letter.txt"
TALK FILL "letter.txt", {name: "Ana"}
TALK FILL {name: "Bo"}, "letter.txt"
list = FILL [{n: 1}, {n: 2}], {text: "No {{n}}"}
TALK list[1].text
made = FILL "letter.txt", {name: "Cy"} TO "out/cy.txt"
TALK made.content + READ "out/cy.txt"
pdf = GENERATE PDF "# Bill {{n}}", {n: 7}, "bill.pdf"
TALK pdf.localName
TALK READ "bill.pdf"
GENERATE PDF "b2.pdf" WITH TEMPLATE "letter.txt" DATA {name: "Di"}
MERGE PDF ["bill.pdf", "b2.pdf"], "all.pdf"
TALK READ "all.pdf"
SAVE DOCUMENT "m.pdf", "Minutes"
TALK READ "m.pdf"`)
    expect(said).toEqual([
      ...["Dear Ana", "Dear Bo", "No 2", "Dear CyDear Cy", "bill.pdf", "Bill 7"],
      ...["Bill 7\n\nDear Di", "Minutes"],
    ])
  })

  it("are packed and unpacked, and an archive that leads elsewhere changes nothing", async () => {
    const { said } = await run(`WRITE "1" TO "in/a.txt"
WRITE "2" TO "in/b.txt"
z = COMPRESS ["in"] TO "all.zip"
TALK z.file_count + " " + z.filename
got = EXTRACT "all.zip", "new"
TALK got.file_count + READ "new/in/b.txt"`)
    expect(said).toEqual(["2 all.zip", "22"])
    const { zip } = await import("#server/infra/documents/zip.ts")
    const parts = makeFakeParts()
    const bytes = new TextEncoder().encode("x")
    parts.pages.set(
      "https://x.example/z.zip",
      zip([
        { name: "ok", bytes },
        { name: "../up", bytes },
      ]),
    )
    const bad = await run(
      `DOWNLOAD "https://x.example/z.zip", "z.zip"\n${caught('EXTRACT "z.zip" TO "in"')}\nTALK COUNT(LIST "in")`,
      parts,
    )
    expect(bad.said).toEqual(['"../up" is not a path of this drive.', "0"])
  })

  it("are drawn as QR codes", async () => {
    const { messages } = await run(`p = QR CODE "https://example.org", 200\nSEND FILE p, "Scan"`)
    expect(messages).toMatchObject([{ kind: "image", text: "Scan", file: { type: "image/png" } }])
  })

  it("may be charts, sent and attached without a path of their own", async () => {
    const { messages } = await run(`c = CHART "bar", { May: 3 }
SEND FILE c, "Sales"
f = ATTACHMENT c
TALK f.name`)
    const file = { name: "chart.svg", type: "image/svg+xml" }
    expect(messages).toMatchObject([{ text: "Sales", file }, { text: "chart.svg" }])
  })
})

describe("what is sent", () => {
  it("is a message with a signed address, and stays when the file of the drive goes", async () => {
    const { messages, parts, bench } = await run(`WRITE "Milk" TO "list.txt"
SEND FILE "list.txt", "Yours"
TALK IMAGE "list.txt"
DELETE FILE "list.txt"`)
    const [sent] = messages as [ChatMessage]
    expect(sent).toMatchObject({ kind: "file", text: "Yours", file: { name: "list.txt", size: 4 } })
    const linked = parts.links.read(sent.file!.url.split("/")[4]!)
    const [row] = await bench.rows<{ blob_id: string; owner: string }>(
      "select blob_id, owner from files where id = $1",
      [linked!.fileId],
    )
    expect(row!.owner).toMatch(/^cnv_/)
    const bytes = await parts.files.get({ orgId: bench.orgId, blobId: row!.blob_id })
    expect(new TextDecoder().decode(bytes!)).toBe("Milk")
  })

  it("is fetched through the guard when it is an address", async () => {
    const parts = makeFakeParts()
    parts.pages.set("https://x.example/a%20b.txt?y=1", new TextEncoder().encode("hi"))
    const { said, messages } = await run(
      'SEND FILE "https://x.example/a%20b.txt?y=1"\nf = DOWNLOAD "https://x.example/a%20b.txt?y=1"\nTALK f.name + f.size + READ f',
      parts,
    )
    expect(messages[0]).toMatchObject({ file: { name: "a b.txt" } })
    expect(said[1]).toBe("a b.txt2hi")
  })

  it("to somebody else names the setting that is missing", async () => {
    const line = 'WRITE "x" TO "a.txt"\nSEND FILE TO "+5511999999999", "a.txt"'
    expect((await run(caught(line))).said.join()).toContain("whatsapp-api-key")
  })
})

it("keeps the drive of a person apart from the bot's and from other people's", async () => {
  const program = `ON ERROR RESUME NEXT
TALK READ USER DRIVE "p.txt"
SAVE USER DRIVE "p.txt", "mine"
TALK READ USER DRIVE "p.txt"
TALK COUNT(LIST USER DRIVE "/") + " " + COUNT(LIST "/")
CLEAR ERROR
DELETE USER DRIVE "p.txt"
SAVE USER DRIVE "q.txt", "1"`
  const bench = await openBench(db, program)
  for (const _ of [1, 2]) {
    const { messages } = await bench.start()
    expect(messages.map(({ text }) => text)).toEqual(expect.arrayContaining(["mine", "1 0"]))
  }
})

it("limits what an organization keeps, and gives room back with what nobody names", async () => {
  const bench = await openBench(db, 'WRITE "x" TO "a.txt"\nWRITE "y" TO "a.txt"\nTALK "done"')
  await bench.start()
  const states = await bench.rows<{ state: string; n: number }>(
    "select state, count(*)::int as n from blobs where org_id = $1 group by 1 order by 1",
    [bench.orgId],
  )
  expect(states).toEqual([
    { state: "dropped", n: 1 },
    { state: "kept", n: 1 },
  ])
  await bench.rows("update blobs set size = 6000000000 where org_id = $1 and state = 'kept'", [
    bench.orgId,
  ])
  const full = await bench.start()
  expect(full.messages[0]?.text).toMatch(/^Sorry/)
})

it("makes a code of digits that the turn's recorded chance decides", async () => {
  const { said } = await run("TALK GENERATE CODE 6")
  expect(said[0]).toMatch(/^\d{6}$/)
})

it("does not lose or double a file when the process ends between its steps", async () => {
  const parts = makeFakeParts()
  const put = parts.files.put
  let attempts = 0
  const failing = {
    ...parts,
    files: {
      ...parts.files,
      put: async (...given: Parameters<typeof put>) => {
        await put(...given)
        if (++attempts === 1) throw new Error("the process ends here")
      },
    },
  }
  const bench = await openBench(db, 'WRITE "x" TO "a.txt"\nTALK READ "a.txt"', { parts: failing })
  await bench.start().catch(() => {})
  await expect.poll(() => bench.engine.sweep().then(() => attempts)).toBe(2)
  const rows = await bench.rows("select path from files where org_id = $1", [bench.orgId])
  const blobs = await bench.rows("select id from blobs where org_id = $1", [bench.orgId])
  expect([rows, blobs]).toEqual([[{ path: "a.txt" }], [{ id: expect.any(String) }]])
})
