import { hearTypes, uploadTypes } from "#basic"
import { hearTypeAliases } from "#basic/hear/types.ts"
import { table } from "./markdown.ts"
import { runSample } from "./run-sample.ts"

/** What a person might write, by type; a type without a line here is not offered by the manual yet. */
const written: Readonly<Record<string, string>> = {
  TEXT: "good morning",
  NAME: "ana lima",
  EMAIL: "Ana@Example.org",
  URL: "example.org/menu",
  PASSWORD: "green harbor 41",
  INTEGER: "3",
  NUMBER: "2.5",
  MONEY: "10.50",
  BOOLEAN: "yes",
  DATE: "14 February 2025",
  HOUR: "2:30 pm",
  MOBILE: "+351 912 345 678",
  ZIPCODE: "01310-100",
  CPF: "529.982.247-25",
  CNPJ: "11.222.333/0001-81",
  CREDITCARD: "4111 1111 1111 1111",
  LANGUAGE: "German",
  COLOR: "blue",
  UUID: "123E4567-E89B-12D3-A456-426614174000",
}

/** The types of HEAR, each with an answer that was really given and what was kept of it. */
export function describeTypes(): string[] {
  const rows = hearTypes
    .filter((type) => written[type] !== undefined && !uploadTypes.has(type))
    .map((type) => {
      const aliases = [...hearTypeAliases].filter(([, canonical]) => canonical === type)
      const others = aliases.map(([word]) => `\`${word}\``).join(", ")
      return [`\`${type}\``, others, written[type] ?? "", `\`${keptOf(type)}\``]
    })
  return [
    "## Types",
    "An answer that does not fit is refused in the person's language, and asked for again.",
    table(["type", "also", "a person writes", "the variable holds"], rows),
  ]
}

function keptOf(type: string): string {
  const source = `HEAR answer AS ${type}\nPRINT TYPEOF(answer) + " " + answer`
  const { lines, hasFault } = runSample(source, [written[type] ?? ""])
  const log = lines.find((line) => line.startsWith("log: "))
  if (hasFault || log === undefined) throw new Error(`HEAR AS ${type}: ${lines.join(" / ")}`)
  return log.slice("log: ".length)
}
