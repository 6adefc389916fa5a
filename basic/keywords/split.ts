import { textAt } from "../functions/arguments.ts"
import { cutText, findParts } from "../functions/text-parts.ts"
import { ListValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const split = defineFunction({
  name: "SPLIT",
  forms: ["SPLIT({text}[, {separator}])"],
  arity: [1, 2],
  asMethod: ["split"],
  group: "text",
  summary: "Cuts a text at each separator into a list.",
  params: {
    text: { kind: "text", doc: "The text." },
    separator: {
      kind: "text",
      doc: "Where to cut; a blank when left out. An empty one cuts between all characters.",
    },
  },
  result: "list",
  raises: [],
  example: 'PRINT SPLIT("a,b,c", ",")',
  evaluate: (args, env) => {
    const text = textAt(args, 0, env)
    const separator = args.length < 2 ? " " : textAt(args, 1, env)
    env.spend(text.length >> 3)
    if (text === "") return new ListValue()
    if (separator === "") {
      env.needCells(text.length)
      return new ListValue([...text])
    }
    const places = findParts(env, text, separator)
    env.needCells(places.length + 1)
    return new ListValue(cutText(text, places, separator.length))
  },
})
