import { collectDeclarations, parse } from "#basic"
import type { ArchiveEntry } from "#server/infra/documents/port.ts"
import type { BotContent } from "./content.ts"
import { packageFormat } from "./schema.ts"

/** Lays a bot out as the files of a package. The same bot always gives the same files in the same order. */
export function printPackage(content: BotContent): ArchiveEntry[] {
  const { name, languages, timeZone, scripts, tests, settings, documents } = content
  const { understanding, prompts } = content
  const manifest = {
    format: packageFormat,
    name,
    languages,
    timeZone,
    scripts: scripts.map(({ name }) => name),
    tests: tests.map(({ name }) => name),
    documents: documents.map(({ path }) => path),
    // For people who look inside; what counts are the TABLE lines of the flows.
    tables: scripts.flatMap(({ source }) =>
      collectDeclarations(parse(source).program).tables.map(({ name }) => name),
    ),
  }
  return [
    { name: "manifest.json", bytes: json(manifest) },
    { name: "settings.json", bytes: json(settings) },
    ...(isTaught(understanding)
      ? [{ name: "understanding.json", bytes: json(understanding) }]
      : []),
    ...(prompts.length > 0 ? [{ name: "prompts.json", bytes: json(prompts) }] : []),
    ...scripts.flatMap(({ name, source, layout }) => [
      { name: `scripts/${name}.bas`, bytes: text(source) },
      { name: `layouts/${name}.json`, bytes: json(layout) },
    ]),
    ...tests.map(({ name, source }) => ({ name: `tests/${name}.bas`, bytes: text(source) })),
    ...documents.map(({ path, bytes }) => ({ name: path, bytes })),
  ]
}

const isTaught = ({ intents, entities }: BotContent["understanding"]): boolean =>
  intents.length + entities.length > 0

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const json = (value: unknown): Uint8Array => text(`${JSON.stringify(value, null, 2)}\n`)
