import type { KeywordPage } from "./keyword-page.ts"
import { table } from "./markdown.ts"

const groups: readonly (readonly [string, string])[] = [
  ["dialog", "Talking and asking"],
  ["flow", "Deciding and repeating"],
  ["data", "Variables and objects"],
  ["memory", "Remembering"],
  ["http", "Other services"],
  ["files", "Files and documents"],
  ["mail", "Mail and messages"],
  ["tasks", "Tasks, calendar and meetings"],
  ["ai", "Models, knowledge and tools"],
  ["bots", "Other bots and workflows"],
  ["events", "Schedules, events and webhooks"],
  ["people", "Human agents and leads"],
  ["social", "Social networks"],
  ["media", "Pictures, sound and web pages"],
  ["scripts", "Scripts of a bot"],
  ["error", "When something fails"],
  ["text", "Text"],
  ["number", "Numbers"],
  ["date", "Dates and times"],
  ["list", "Lists"],
  ["test", "Questions about values"],
  ["format", "Formats"],
  ["identity", "Who and where"],
]

/** Writes the index of the manual: every page under its group. */
export function writeKeywordIndex(pages: readonly KeywordPage[]): string {
  const unknown = pages.find(({ group }) => !groups.some(([name]) => name === group))
  if (unknown)
    throw new Error(`scripts/gen/keyword-index.ts: give the group ${unknown.group} a title`)
  const sections = groups.flatMap(([group, title]) => {
    const rows = pages
      .filter((page) => page.group === group)
      .map(({ name, slug, summary }) => [`[${name}](${slug}.md)`, summary])
    return rows.length === 0 ? [] : [`## ${title}`, table(["keyword", "what it does"], rows)]
  })
  return `${[
    "# Keywords",
    "Every statement, command and function of the language, generated from their definitions by `npm run gen`. New to it? Begin with [BASIC for beginners](../guides/basic-for-beginners.md).",
    ...sections,
  ].join("\n\n")}\n`
}
