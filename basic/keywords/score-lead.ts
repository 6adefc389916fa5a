import { valueAt } from "../functions/arguments.ts"
import { scoreLead as score } from "../leads/score-lead.ts"
import { fromJson, toJson } from "../vm/json.ts"
import { MapValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const scoreLead = defineFunction({
  name: "SCORE_LEAD",
  forms: ["SCORE_LEAD({lead})"],
  aliases: ["SCORE LEAD"],
  arity: [1, 1],
  isPrefix: true,
  binding: "loose",
  group: "people",
  summary:
    "Scores somebody who may buy by rules: 25 points each for who they are, their company, what they did and how they answer.",
  params: { lead: { kind: "map", doc: "What is known of them." } },
  result: "map",
  raises: ["basic.nested_too_deep"],
  example: 'PRINT SCORE_LEAD({ name: "Ana", email: "ana@acme.example" }).grade',
  evaluate: (args, env) => {
    const value = valueAt(args, 0)
    const facts = value instanceof MapValue ? toJson(value) : {}
    env.spend(1_000)
    const isMap = facts !== null && typeof facts === "object" && !Array.isArray(facts)
    const { breakdown, ...rest } = score(isMap ? facts : {})
    return fromJson({ ...rest, breakdown: { ...breakdown } })
  },
})
