import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parseRichText, plainText, type RichInline, type RichText, safeLink } from "./rich-text.ts"

const inline = (text: string): readonly RichInline[] => {
  const [block] = parseRichText(text)
  return block?.kind === "paragraph" ? block.children : []
}

function links(nodes: RichText): string[] {
  const found: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (value && typeof value === "object") {
      if ("href" in value) found.push(String(value.href))
      Object.values(value).forEach(walk)
    }
  }
  walk(nodes)
  return found
}

describe("rich text", () => {
  it("reads bold, italic, strike, code and links", () => {
    expect(inline("a **b** *c* ~~d~~ `e` [f](https://g.example)")).toEqual([
      { kind: "text", text: "a " },
      { kind: "strong", children: [{ kind: "text", text: "b" }] },
      { kind: "text", text: " " },
      { kind: "emphasis", children: [{ kind: "text", text: "c" }] },
      { kind: "text", text: " " },
      { kind: "strike", children: [{ kind: "text", text: "d" }] },
      { kind: "text", text: " " },
      { kind: "code", text: "e" },
      { kind: "text", text: " " },
      { kind: "link", href: "https://g.example", children: [{ kind: "text", text: "f" }] },
    ])
  })
  it("keeps a line break inside a paragraph", () => {
    expect(inline("a\nb").map((node) => node.kind)).toEqual(["text", "break", "text"])
  })
  it("reads lists, headings, quotes, rules and code blocks", () => {
    const kinds = parseRichText("# T\n- a\n- b\n\n3. c\n\n> q\n\n---\n\n```\n<b>\n```").map(
      (block) => block.kind,
    )
    expect(kinds).toEqual(["heading", "list", "list", "quote", "rule", "code"])
  })
  it("leaves HTML as the characters it is", () => {
    expect(plainText(parseRichText("<img src=x onerror=alert(1)>"))).toBe(
      "<img src=x onerror=alert(1)>",
    )
  })
  it("leaves marks without a partner as text", () => {
    expect(plainText(parseRichText("2 * 3 and snake_case_name and **open"))).toBe(
      "2 * 3 and snake_case_name and **open",
    )
  })
  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//evil.example",
    "\\\\evil.example",
    "file:///etc/passwd",
    "https:evil",
  ])("XSS-03 refuses the address %j", (href) => {
    expect(safeLink(href)).toBeNull()
    expect(links(parseRichText(`[x](${href})`))).toEqual([])
  })
  it("XSS-05 has no node that loads anything by itself: a picture is its words and a link", () => {
    const nodes = parseRichText(
      "![a secret](https://evil.example/?q=secret) <img src=//evil.example>",
    )
    const kinds = JSON.stringify(nodes).match(/"kind":"\w+"/g) ?? []
    expect(new Set(kinds)).toEqual(
      new Set(['"kind":"paragraph"', '"kind":"text"', '"kind":"link"']),
    )
    expect(links(nodes)).toEqual(["https://evil.example/?q=secret"])
  })
  it("never throws and only ever links to safe addresses, whatever the text", () => {
    const alphabet = fc.constantFrom(
      "*",
      "_",
      "~",
      "`",
      "[",
      "](",
      ")",
      "\n",
      "- ",
      "> ",
      "javascript:",
      "https://a",
      "x",
      " ",
      "\\",
      "# ",
    )
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 60 }), (parts) => {
        for (const href of links(parseRichText(parts.join("")))) expect(safeLink(href)).toBe(href)
      }),
      { numRuns: 2000 },
    )
  })
  it("reads 200,000 hostile marks in well under a second", () => {
    for (const mark of ["*", "_", "`", "[", "**a", "[a](", "~~", "> ", "- "]) {
      const startedAt = performance.now()
      parseRichText(mark.repeat(200_000 / mark.length))
      expect(performance.now() - startedAt, mark).toBeLessThan(1000)
    }
  })
})
