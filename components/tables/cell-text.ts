import type { Cell, TablePageColumn } from "./table-page.ts"

/** A cell as text, in the table and in the form. */
export const cellText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ""
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell)
}

/**
 * What a field of the form stands for: a cell of a column nobody declared stays a number or a yes and no
 * where it was one, and text that prints as a number becomes one in a new row. The server checks the rest.
 */
export function readCell(
  text: string,
  { type }: Pick<TablePageColumn, "type">,
  before: Cell | undefined,
): string | number | boolean | null {
  if (text === "") return null
  if (type !== "any" || typeof before === "string") return text
  const flag = text.toLowerCase()
  if (flag === "true" || flag === "false") return flag === "true"
  const number = Number(text)
  const isNumber =
    Number.isFinite(number) && (typeof before === "number" || String(number) === text)
  return isNumber && text.trim() !== "" ? number : text
}

/** Lists and objects are shown and not edited: a form field would turn them into text. */
export const isEditable = (cell: Cell | undefined): boolean =>
  cell === null || typeof cell !== "object"
