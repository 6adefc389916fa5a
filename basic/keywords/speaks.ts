import { textAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const speaks = defineFunction({
  name: "SPEAKS",
  forms: ["SPEAKS({language})"],
  arity: [1, 1],
  group: "dialog",
  summary: "Says whether the conversation is held in a language.",
  params: { language: { kind: "text", doc: 'A language code such as "pt" or "pt-BR".' } },
  result: "boolean",
  raises: [],
  example: 'IF SPEAKS("pt") THEN\n    PRINT "Olá"\nELSE\n    PRINT "Hello"\nEND IF',
  evaluate: (args, env) => fits(textAt(args, 0, env), env.language),
})

/** "pt" fits every Portuguese; "pt-BR" fits itself, and a Portuguese that names no country. */
function fits(wanted: string, spoken: string): boolean {
  const [base = "", ...rest] = split(wanted)
  const [own = "", ...others] = split(spoken)
  if (base === "" || base !== own) return false
  return rest.length === 0 || others.length === 0 || rest.join("-") === others.join("-")
}

const split = (tag: string): string[] => tag.trim().toLowerCase().split(/[-_]/)
