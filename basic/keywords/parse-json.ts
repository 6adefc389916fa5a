import { parseJson as readJson } from "../format/parse-json.ts"
import { valueAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const parseJson = defineFunction({
  name: "PARSE_JSON",
  forms: ["PARSE_JSON({text})"],
  aliases: ["JSON_PARSE", "JSON PARSE"],
  arity: [1, 1],
  isPrefix: true,
  binding: "loose",
  group: "format",
  summary: "Reads a value from JSON text.",
  params: {
    text: { kind: "any", doc: "JSON text; a value that is no text is given back as it is." },
  },
  result: "any",
  raises: ["basic.bad_json", "basic.nested_too_deep"],
  example: 'PRINT PARSE_JSON("[1, 2]")[1]',
  evaluate: (args, env) => {
    const value = valueAt(args, 0)
    if (typeof value !== "string") return value
    return value.trim() === "" ? null : readJson(value, env)
  },
})
