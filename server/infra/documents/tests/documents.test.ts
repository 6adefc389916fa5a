import { deflateRawSync } from "node:zlib"
import { afterAll, describe, expect, it } from "vitest"
import type { DocumentTask, DocumentTasks } from "../port.ts"
import { createDocumentThreads } from "../threads.ts"
import { zip } from "../zip.ts"

// Only what this suite asks to be ended for its time is: a busy machine is no reason.
const documents = createDocumentThreads({ threads: 1, timeoutMs: 25_000 })
afterAll(() => documents.close())

const textOf = (text: string) => new TextEncoder().encode(text)
const office = "application/vnd.openxmlformats-officedocument"
const docxType = `${office}.wordprocessingml.document`
const xlsxType = `${office}.spreadsheetml.sheet`
const docxOf = (body: string) =>
  zip([{ name: "word/document.xml", bytes: textOf(`<w:document>${body}</w:document>`) }])
const readText = (bytes: Uint8Array, mimeType: string, maxChars = 100_000) =>
  documents.run("read-text", { bytes, mimeType, maxChars })
const refusalOf = <T extends DocumentTask>(task: T, given: DocumentTasks[T]["given"]) =>
  documents.run(task, given).then(
    () => "none",
    (error: { code: string }) => error.code,
  )

describe("PDF", () => {
  it("is made of Markdown in several scripts, and its text is read back", async () => {
    const source =
      "# Fatura nº 7\n\nOlá **Ana**, iyi günler, Привет.\n\n- um\n- dois\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    const bytes = await documents.run("make-pdf", { text: source, title: "Fatura" })
    const text = await readText(bytes, "application/pdf")
    for (const part of ["Fatura nº 7", "Olá", "Ana", "iyi günler", "Привет", "dois"])
      expect(text).toContain(part)
  })

  it("is joined page by page", async () => {
    const part = await documents.run("make-pdf", { text: "one", title: "" })
    const whole = await documents.run("merge-pdf", { parts: [part, part] })
    expect(await readText(whole, "application/pdf")).toBe("one\n\none")
  })

  it("that is none is refused in words", async () => {
    expect(await refusalOf("merge-pdf", { parts: [textOf("no pdf")] })).toBe("document.unreadable")
    const bytes = textOf("%PDF-1.7 broken")
    expect(await refusalOf("read-text", { bytes, mimeType: "application/pdf", maxChars: 10 })).toBe(
      "document.unreadable",
    )
  })
})

describe("DOCX", () => {
  it("gives its text, and is filled where Word has cut a name in pieces", async () => {
    const bytes = docxOf(
      "<w:p><w:r><w:t>Dear {{cus</w:t></w:r><w:r><w:t>tomer}} &amp; co</w:t></w:r></w:p><w:p><w:r><w:t>Bye</w:t></w:r></w:p>",
    )
    expect(await readText(bytes, docxType)).toBe("Dear {{customer}} & co\nBye")
    const values = { customer: "Ana <b>" }
    const filled = await documents.run("fill-document", { bytes, mimeType: docxType, values })
    expect(await readText(filled, docxType)).toBe("Dear Ana <b> & co\nBye")
  })
})

describe("XLSX", () => {
  it("gives back the rows that were written, and no text becomes a formula (INJ-04)", async () => {
    const rows = [
      ["name", "sum", "ok"],
      ["=1+1", 2.5, true],
      ["@x & <y>", -1, null],
    ]
    const bytes = await documents.run("write-workbook", { rows })
    expect(await documents.run("read-workbook", { bytes, maxCells: 100 })).toEqual([
      ...rows.slice(0, 2),
      ["@x & <y>", -1],
    ])
    const parts = await documents.run("unzip", { bytes, maxEntries: 10, maxBytes: 100_000 })
    const xml = parts.map((part) => new TextDecoder().decode(part.bytes)).join("")
    expect(xml).not.toContain("<f>")
    expect(xml).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1')
  })

  it("has no more cells than are asked for", async () => {
    const bytes = await documents.run("write-workbook", { rows: [[1, 2, 3]] })
    expect(await refusalOf("read-workbook", { bytes, maxCells: 2 })).toBe("document.too_large")
  })
})

describe("pages", () => {
  it("of HTML are read as text without their scripts", async () => {
    const html = "<h1>Hi</h1><script>alert(1)</script><p>a &lt; b<br>c</p><ul><li>one</ul>"
    expect(await readText(textOf(html), "text/html")).toBe("# Hi\n\na < b\nc\n\n- one")
  })
})

describe("QR codes", () => {
  it("are drawn, and read from a picture", async () => {
    const bytes = await documents.run("make-qr", { text: "https://bots.example/é", size: 300 })
    expect(await documents.run("read-qr", { bytes })).toBe("https://bots.example/é")
  })

  it("are not found where there is none, and a picture that is none is refused", async () => {
    expect(await refusalOf("read-qr", { bytes: textOf("no picture") })).toBe("document.unreadable")
    expect(await refusalOf("make-qr", { text: "x".repeat(5_000), size: 100 })).toBe(
      "document.too_large",
    )
  })
})

describe("what is made to break a reader (FIL-05)", () => {
  const limits = { maxEntries: 100, maxBytes: 1024 * 1024 }

  it("unpacks to no more than is allowed, whatever it claims", async () => {
    const bomb = zip([{ name: "a", bytes: new Uint8Array(20 * 1024 * 1024) }])
    expect(await refusalOf("unzip", { bytes: bomb, ...limits })).toBe("document.too_large")
    const lying = Buffer.from(bomb)
    const claimed = lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24
    lying.writeUInt32LE(5, claimed)
    lying.writeUInt32LE(5, 22)
    expect(await refusalOf("unzip", { bytes: lying, ...limits })).toBe("document.too_large")
    const many = zip(Array.from({ length: 101 }, (_, n) => ({ name: `${n}`, bytes: textOf("") })))
    expect(await refusalOf("unzip", { bytes: many, ...limits })).toBe("document.too_large")
  })

  it("keeps names that lead elsewhere as text, for the caller to refuse (zip slip)", async () => {
    const bytes = zip([{ name: "../../evil.txt", bytes: textOf("x") }])
    const [entry] = await documents.run("unzip", { bytes, ...limits })
    expect(entry?.name).toBe("../../evil.txt")
  })

  it("reads no entity that a document declares, and nothing from outside (XXE)", async () => {
    const xml = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:p><w:t>&x;</w:t></w:p>'
    expect(
      await refusalOf("read-text", { bytes: docxOf(xml), mimeType: docxType, maxChars: 9 }),
    ).toBe("document.unreadable")
    expect(await readText(docxOf("<w:p><w:t>&x;&lol;</w:t></w:p>"), docxType)).toBe("&x;&lol;")
  })

  it("ends a DOCX, an XLSX and a PDF that unpack to very much, and goes on with the next", async () => {
    const huge = docxOf("<w:p><w:t>a</w:t></w:p>".padEnd(120 * 1024 * 1024, " "))
    expect(await refusalOf("read-text", { bytes: huge, mimeType: docxType, maxChars: 9 })).toBe(
      "document.too_large",
    )
    expect(await refusalOf("read-text", { bytes: huge, mimeType: xlsxType, maxChars: 9 })).toMatch(
      /^document\./,
    )
    expect(await readText(docxOf("<w:p><w:t>fine</w:t></w:p>"), docxType)).toBe("fine")
  })

  it("ends what takes too long or too much memory, and goes on with the next", async () => {
    const small = createDocumentThreads({ threads: 1, timeoutMs: 1, growthMb: 4096 })
    const given = { text: "x", size: 100 }
    await expect(small.run("make-qr", given)).rejects.toMatchObject({
      code: "document.took_too_long",
    })
    await small.close()
    const narrow = createDocumentThreads({ threads: 1, timeoutMs: 8_000, growthMb: 150 })
    const stream = deflateRawSync(Buffer.alloc(400 * 1024 * 1024, " "), { level: 9 })
    const bytes = pdfWithStream(stream)
    const task = narrow.run("read-text", { bytes, mimeType: "application/pdf", maxChars: 100 })
    await expect(task).rejects.toMatchObject({ name: "DocumentRefused" })
    expect(await narrow.run("make-qr", given)).toBeInstanceOf(Uint8Array)
    await narrow.close()
  })

  it("is not held against a file when others in the process take memory", async () => {
    const narrow = createDocumentThreads({ threads: 1, timeoutMs: 25_000, growthMb: 150 })
    const reading = narrow.run("make-pdf", { text: "word ".repeat(3_000), title: "" })
    await Promise.resolve()
    const others = Array.from({ length: 4 }, () => new Uint8Array(50 * 1024 * 1024).fill(1))
    await expect(reading).resolves.toBeInstanceOf(Uint8Array)
    expect(others).toHaveLength(4)
    await narrow.close()
  })
})

/** A page whose content is one packed stream. */
function pdfWithStream(packed: Buffer): Uint8Array {
  const zlib = Buffer.concat([Buffer.from([0x78, 0x9c]), packed, Buffer.alloc(4)])
  const head = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj
4 0 obj<</Length ${zlib.length}/Filter/FlateDecode>>stream
`
  return Buffer.concat([
    Buffer.from(head),
    zlib,
    Buffer.from("\nendstream endobj\ntrailer<</Root 1 0 R>>"),
  ])
}
