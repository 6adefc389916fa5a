import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { type DocumentBlock, parseDocument, siteLink } from "./document-text.ts"
import type { RichInline } from "./rich-text.ts"

const read = (markdown: string) => parseDocument(markdown, "/docs/guides/here")
const linksOf = (nodes: readonly RichInline[]): string[] =>
  nodes.flatMap((node) => [
    ...(node.kind === "link" ? [node.href] : []),
    ...("children" in node ? linksOf(node.children) : []),
  ])

describe("a document", () => {
  test("has tables whose cells hold marks, links and escaped bars", () => {
    const [table] = read("| a | b |\n| --- | --- |\n| `x \\| y` | **bold** |\n| one |  |\n\nafter")
    expect(table).toEqual({
      kind: "table",
      head: [[{ kind: "text", text: "a" }], [{ kind: "text", text: "b" }]],
      rows: [
        [
          [{ kind: "code", text: "x | y" }],
          [{ kind: "strong", children: [{ kind: "text", text: "bold" }] }],
        ],
        [[{ kind: "text", text: "one" }], []],
      ],
    })
  })

  test("keeps the language of its code, and code is never read as anything else", () => {
    expect(read("```basic\n# TALK\n| a |\n```\n# Title")).toEqual([
      { kind: "code", language: "basic", text: "# TALK\n| a |" },
      {
        kind: "heading",
        level: 1,
        id: "title",
        children: [{ kind: "text", text: "Title" }],
      },
    ])
  })

  test("reads a fence without an end and a table at the end of the text", () => {
    expect(read("```\nx")).toEqual([{ kind: "code", language: "", text: "x" }])
    expect(read("| a |\n| --- |")).toMatchObject([{ kind: "table", rows: [] }])
  })

  test("leads from document to document by paths of the site", () => {
    const [paragraph] = read(
      "[a](../keywords/talk.md) [b](rest-api.md#errors) [c](../keywords/README.md) [d](https://example.org/x.md)",
    )
    const links = paragraph?.kind === "paragraph" ? linksOf(paragraph.children) : []
    expect(links.map((href) => siteLink(href) ?? href)).toEqual([
      "/docs/keywords/talk",
      "/docs/guides/rest-api#errors",
      "/docs",
      "https://example.org/x.md",
    ])
  })

  test("words that lead to a file of the repository stay words", () => {
    expect(read("see [why](../adr/0001-basic-is-an-island.md)")).toMatchObject([
      { children: [{ text: "see " }, { kind: "strong", children: [{ text: "why" }] }] },
    ])
  })

  test("a line of bars without a rule under it is words", () => {
    expect(read("| just words |")).toMatchObject([{ kind: "paragraph" }])
  })
})

test("every link between the documents leads to one, and to a heading it has", () => {
  const docs = join(import.meta.dirname, "../docs")
  const pages = new Map<string, readonly DocumentBlock[]>()
  for (const file of globSync("{guides,keywords,errors}/*.md", { cwd: docs }))
    if (!file.endsWith("README.md")) {
      const path = `/docs/${file.replace(/\.md$/, "")}`
      pages.set(path, parseDocument(readFileSync(join(docs, file), "utf8"), path))
    }
  const broken: string[] = []
  for (const [from, blocks] of pages)
    for (const href of blocks.flatMap(linksOfBlock)) {
      const [path = "", hash] = (siteLink(href) ?? "").split("#")
      const target = pages.get(path)
      const hasHeading = target?.some((block) => block.kind === "heading" && block.id === hash)
      if (siteLink(href) !== null && path !== "/docs" && (!target || (hash && !hasHeading)))
        broken.push(`${from}: ${href}`)
    }
  expect(broken).toEqual([])
})

function linksOfBlock(block: DocumentBlock): string[] {
  if (block.kind === "table") return [...block.head, ...block.rows.flat()].flatMap(linksOf)
  if (block.kind === "list") return block.items.flatMap(linksOf)
  return "children" in block ? linksOf(block.children) : []
}
