import type { Json } from "#basic/vm/value.ts"
import { isElement, type Markup, type MarkupElement, textOf } from "./markup.ts"
import { selectElements } from "./select.ts"

/** How much of a page a script gets. */
const limits = { matches: 10_000, cells: 100_000 }

/** The text of the first element a selector finds; null when it finds none. */
export function firstText(page: Markup, selector: string): Json {
  const [first] = selectElements(page, selector)
  return first === undefined ? null : textOf(first)
}

/** The texts of all of them. */
export const allTexts = (page: Markup, selector: string): Json =>
  selectElements(page, selector).slice(0, limits.matches).map(textOf)

/** The address of every link, complete, with its words: `{ url, text }`. */
export const listLinks = (page: Markup, base: string): Json =>
  listAddresses(page, base, "a", "href").map(({ url, element }) => ({ url, text: textOf(element) }))

/** The address of every picture, complete, with its description: `{ url, alt }`. */
export const listImages = (page: Markup, base: string): Json =>
  listAddresses(page, base, "img", "src").map(({ url, element }) => ({
    url,
    alt: element.attributes.get("alt") ?? "",
  }))

function listAddresses(page: Markup, base: string, name: string, attribute: string) {
  const baseElement = page.elements.find((element) => element.name === "base")
  const from = baseElement?.attributes.get("href") ?? ""
  const origin = URL.canParse(from, base) ? new URL(from, base).href : base
  return page.elements
    .filter((element) => element.name === name)
    .flatMap((element) => {
      const address = element.attributes.get(attribute)?.trim() ?? ""
      if (address === "" || !URL.canParse(address, origin)) return []
      const url = new URL(address, origin)
      return url.protocol === "http:" || url.protocol === "https:"
        ? [{ url: url.href, element }]
        : []
    })
    .slice(0, limits.matches)
}

/**
 * The rows of the first table a selector finds, below the row of headings: objects by heading. Without
 * headings, and for cells beyond them, the names are column1, column2 and so on.
 */
export function tableRows(page: Markup, selector: string): Json {
  const [found] = selectElements(page, selector)
  if (found === undefined) return []
  const table = found.name === "table" ? found : (findInside(page, found, "table") ?? found)
  const rows = listInside(page, table, "tr").map((row) =>
    row.children.filter(isElement).filter(({ name }) => name === "td" || name === "th"),
  )
  const head = rows.findIndex((cells) => cells.some(({ name }) => name === "th"))
  const hasHead = head >= 0 && (rows[head] ?? []).every(({ name }) => name === "th")
  const names = hasHead ? (rows[head] ?? []).map(textOf) : []
  let cellCount = 0
  return rows
    .slice(hasHead ? head + 1 : 0)
    .filter((cells) => cells.length > 0)
    .flatMap((cells) => {
      cellCount += cells.length
      return cellCount > limits.cells ? [] : [toRow(cells, names)]
    })
}

const toRow = (cells: readonly MarkupElement[], names: readonly string[]): Json =>
  Object.fromEntries(
    cells.map((cell, index) => [names[index] || `column${index + 1}`, textOf(cell)]),
  )

const findInside = (page: Markup, outer: MarkupElement, name: string) =>
  page.elements.find((element) => element.name === name && isInside(element, outer))

/** Rows of a table inside a cell are not rows of the table. */
const listInside = (page: Markup, outer: MarkupElement, name: string) =>
  page.elements.filter(
    (element) => element.name === name && nearest(element, "table", outer) === outer,
  )

function isInside(element: MarkupElement, outer: MarkupElement): boolean {
  for (let at = element.parent; at !== null; at = at.parent) if (at === outer) return true
  return false
}

function nearest(element: MarkupElement, name: string, outer: MarkupElement): MarkupElement | null {
  for (let at = element.parent; at !== null; at = at.parent)
    if (at.name === name || at === outer) return at
  return null
}
