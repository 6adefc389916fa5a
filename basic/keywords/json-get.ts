import { parseJson as readJson } from "../format/parse-json.ts"
import { textAt, valueAt } from "../functions/arguments.ts"
import { readInside } from "../functions/members.ts"
import { defineFunction } from "./define.ts"

export const jsonGet = defineFunction({
  name: "JSON_GET",
  forms: ["JSON_GET({text}, {path})"],
  arity: [2, 2],
  group: "format",
  summary: "Reads one value out of JSON text or an object by its path.",
  params: {
    text: { kind: "any", doc: "JSON text, or an object or list." },
    path: { kind: "text", doc: 'For example "items[0].name".' },
  },
  result: "any",
  raises: ["basic.bad_json", "basic.nested_too_deep"],
  example: 'PRINT JSON_GET(JSON({ "a": { "b": 5 } }), "a.b")',
  evaluate: (args, env) => {
    const value = valueAt(args, 0)
    const root = typeof value === "string" && value !== "" ? readJson(value, env) : value
    return readInside(env, root, textAt(args, 1, env))
  },
})
