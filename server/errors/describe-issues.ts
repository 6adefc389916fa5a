import type { z } from "zod"

type Issue = z.core.$ZodIssue

/** At most this many problems are told at once. */
const maxProblems = 8

/**
 * Says in plain words what is wrong with an input, one clause for each problem.
 *
 * Shape: clauses without a full stop, each naming the place: "name must be text".
 */
export function describeIssues(issues: readonly Issue[]): string[] {
  const clauses = issues.flatMap((issue) => describeIssue(issue))
  if (clauses.length <= maxProblems) return clauses
  return [...clauses.slice(0, maxProblems), `and ${clauses.length - maxProblems} more problems`]
}

function describeIssue(issue: Issue): string[] {
  const place = placeOf(issue.path)
  switch (issue.code) {
    case "invalid_type":
      return [
        `${place} ${issue.input === undefined ? "is missing" : `must be ${typeWords[issue.expected] ?? "of another type"}`}`,
      ]
    case "unrecognized_keys":
      return issue.keys.map((key) => `there is no field ${shorten([...issue.path, key].join("."))}`)
    case "too_big":
      return [`${place} must have at most ${issue.maximum}${unitOf(issue.origin)}`]
    case "too_small":
      return [`${place} must have at least ${issue.minimum}${unitOf(issue.origin)}`]
    case "invalid_value":
      return [`${place} must be one of ${issue.values.map(String).join(", ")}`]
    case "invalid_format":
      return [`${place} ${formatWords[issue.format] ?? "does not have the right form"}`]
    case "invalid_union":
      return describeUnion(issue.errors, issue.path, place)
    case "custom":
      return [`${place} ${issue.message}`]
    default:
      return [`${place} is not taken`]
  }
}

/** Of several forms the one that fits best is what was meant; where none does, all are named. */
function describeUnion(
  forms: readonly (readonly Issue[])[],
  path: readonly PropertyKey[],
  place: string,
): string[] {
  const [best, second] = [...forms].sort((one, other) => one.length - other.length)
  if (best === undefined || best.length === second?.length)
    return [`${place} must have one of the forms in the description`]
  return best.flatMap((inner) => describeIssue({ ...inner, path: [...path, ...inner.path] }))
}

const typeWords: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
  null: "null",
}

const formatWords: Readonly<Record<string, string>> = {
  email: "must be an e-mail address",
  url: "must be a complete address",
}

function unitOf(origin: string): string {
  if (origin === "string") return " characters"
  if (origin === "array" || origin === "set") return " entries"
  return ""
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "the input" : shorten(path.map(String).join("."))
}

/** A caller chooses the names of fields, so they are kept short and on one line. */
function shorten(name: string): string {
  const plain = name.replace(/[^\w.@$-]/g, "?")
  return plain.length > 60 ? `${plain.slice(0, 60)}...` : plain
}
