/** One cell of a Markdown table: on one line, its bars told from those of the table. */
export const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ")

/** A Markdown table, its columns padded the way the formatter would. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows].map((row) => row.map(cell))
  const widths = head.map((_, at) => Math.max(3, ...all.map((row) => (row[at] ?? "").length)))
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, at) => (row[at] ?? "").padEnd(width)).join(" | ")} |`
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`
  const [first, ...others] = all
  return [line(first ?? []), rule, ...others.map(line)].join("\n")
}

/** A block of code in a language. */
export const fence = (language: string, text: string): string =>
  `\`\`\`${language}\n${text}\n\`\`\``

/** The name of a page: lower case, words joined by hyphens. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
