import { DocumentRefused } from "./port.ts"

/** Reads values that commas, semicolons or tabs part, by RFC 4180; which of them is what the first line has most of. */
export function parseCsv(source: string, maxCells: number): string[][] {
  const text = source.replace(/^\ufeff/, "")
  const separator = findSeparator(text)
  const rows: string[][] = [[]]
  let cells = 0
  let cell = ""
  let isQuoted = false
  const endCell = () => {
    if (++cells > maxCells)
      throw new DocumentRefused("document.too_large", `The file has more than ${maxCells} cells.`)
    rows.at(-1)?.push(cell.trim())
    cell = ""
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ""
    if (isQuoted && letter === '"' && text[at + 1] === '"') cell += text[++at]
    else if (letter === '"') isQuoted = !isQuoted
    else if (!isQuoted && letter === separator) endCell()
    else if (!isQuoted && letter === "\n") {
      endCell()
      rows.push([])
    } else if (letter !== "\r" || isQuoted) cell += letter
  }
  endCell()
  return rows.filter((row) => row.some((each) => each !== ""))
}

function findSeparator(text: string): string {
  const [line = ""] = text.split("\n", 1)
  const count = (letter: string) => line.split(letter).length
  return [",", ";", "\t"].reduce((best, each) => (count(each) > count(best) ? each : best))
}
