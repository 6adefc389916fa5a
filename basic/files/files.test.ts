import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Json } from "../vm/value.ts"
import { makeFileValue, pathOfValue } from "./file-value.ts"
import { fillTemplate, fillValue, listPlaceholders } from "./fill-template.ts"
import { sortOf } from "./mime-types.ts"
import {
  cleanFolder,
  cleanName,
  cleanPath,
  extensionOf,
  folderOf,
  matchesPattern,
  nameOf,
} from "./path.ts"
import { sniffType } from "./sniff.ts"

const bytesOf = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

describe("paths", () => {
  it("have one form, and none that leads elsewhere (FIL-02)", () => {
    expect(cleanPath(" reports/2025/may.pdf ")).toBe("reports/2025/may.pdf")
    expect(cleanPath("./a.txt")).toBe("a.txt")
    expect(cleanFolder("/")).toBe("")
    expect(cleanFolder("in/")).toBe("in")
    const bad = [
      "",
      "..",
      "../x",
      "a/../../b",
      "/etc/passwd",
      "~/x",
      "a*",
      "a?",
      "a\\b",
      "c:x",
      "a\0b",
    ]
    for (const path of [
      ...bad,
      "\\\\host\\x",
      "a//b",
      "a/ b",
      "x".repeat(301),
      "\u202egpj.exe",
      "a/./b",
    ])
      expect(cleanPath(path), path).toBeNull()
  })

  it("have a name, a folder and an extension", () => {
    expect(nameOf("a/b.PDF")).toBe("b.PDF")
    expect(folderOf("a/b.PDF")).toBe("a")
    expect(folderOf("b")).toBe("")
    expect(extensionOf("a/b.PDF")).toBe("pdf")
    expect(extensionOf("a.b/.env")).toBe("")
  })

  it("are made out of whatever somebody called a file", () => {
    expect(cleanName("C:\\Users\\ana\\Notas de maio.pdf")).toBe("Notas de maio.pdf")
    expect(cleanName("../../etc/passwd")).toBe("passwd")
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => cleanPath(cleanName(text)) !== null),
    )
    expect(cleanName(`${"x".repeat(500)}.pdf`)).toHaveLength(100)
  })

  it("fit patterns in time that a pattern of stars cannot stretch", () => {
    expect(matchesPattern("May.PDF", "*.pdf")).toBe(true)
    expect(matchesPattern("may.pdf", "m?y.*")).toBe(true)
    expect(matchesPattern("may.pdfx", "*.pdf")).toBe(false)
    expect(matchesPattern("a".repeat(300), `${"*a".repeat(100)}b`)).toBe(false)
  })
})

describe("what a content is", () => {
  it("its first bytes say, not its name (FIL-03)", () => {
    expect(sniffType(bytesOf("%PDF-1.7"), "png")).toBe("application/pdf")
    expect(sniffType(bytesOf("\x89PNG\r\n\x1a\n"), "pdf")).toBe("image/png")
    expect(sniffType(bytesOf("<script>alert(1)</script>"), "pdf")).toBe("text/html")
    expect(sniffType(bytesOf("hello <SVG onload=x>"), "png")).toBe("image/svg+xml")
    expect(sniffType(bytesOf("\0asm\x01"), "pdf")).toBe("application/wasm")
    expect(sniffType(bytesOf("alert(1)"), "pdf")).toBe("text/plain")
    expect(sniffType(bytesOf("a\0b"), "txt")).toBe("application/octet-stream")
    expect(sniffType(bytesOf("PK\x03\x04"), "docx")).toMatch(/wordprocessingml/)
    expect(sniffType(bytesOf("PK\x03\x04"), "pdf")).toBe("application/zip")
    expect(sniffType(bytesOf("a,b"), "csv")).toBe("text/csv")
  })

  it("never counts as a picture when it could hold a script", () => {
    expect(sortOf("image/svg+xml")).toBe("file")
    expect(sortOf("image/png")).toBe("image")
    expect(sortOf("application/pdf")).toBe("document")
  })
})

describe("a file in a program", () => {
  it("is a map with its name, path, size, type and address", () => {
    const value = makeFileValue({
      path: "in/a.pdf",
      size: 3,
      mimeType: "application/pdf",
      url: "/x",
    })
    expect(value).toEqual({
      ...{ name: "a.pdf", filename: "a.pdf", path: "in/a.pdf", size: 3, type: "document" },
      ...{ mime_type: "application/pdf", url: "/x", isValid: true },
    })
    expect(pathOfValue(value)).toBe("in/a.pdf")
  })

  it("is nothing but a text or a map with a text for its path (FIL-06)", () => {
    const strange: Json[] = [null, 1, true, ["a"], {}, { path: ["x"] }, { path: { path: "x" } }]
    for (const value of strange) expect(pathOfValue(value)).toBeNull()
  })
})

describe("a template", () => {
  it("is filled by name, by member and by place, and keeps what nothing fills", () => {
    expect(
      fillTemplate("Hi {{name}}, {{ a.b }} {{1}} {{x}}", { Name: "Ana", a: { b: 2 }, 1: "!" }),
    ).toBe("Hi Ana, 2 ! {{x}}")
    expect(fillTemplate("{{__proto__}} {{constructor.name}}", {})).toBe(
      "{{__proto__}} {{constructor.name}}",
    )
    expect(fillValue({ a: ["{{x}}", 1] }, { x: "y" })).toEqual({ a: ["y", 1] })
    expect(listPlaceholders("{{a}} {{b}} {{a}}")).toEqual(["a", "b"])
  })
})
