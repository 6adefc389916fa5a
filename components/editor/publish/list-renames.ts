import {
  compareFlows,
  type FlowChange,
  namesOf,
  normalizeScriptName,
  parse,
  type StoredFlow,
} from "#basic"

/** Something that has gone, and what it may have become. */
export interface Gone {
  /** As conversations know it: a step's id with its flow, or a variable. */
  readonly key: string
  readonly label: string
}

/** What running conversations may miss in the new version, and what could stand for it. */
export interface Renames {
  readonly questions: { readonly gone: readonly Gone[]; readonly fresh: readonly Gone[] }
  readonly variables: { readonly gone: readonly Gone[]; readonly fresh: readonly Gone[] }
}

/** Lists questions and variables that only one of two states of a bot has. */
export function listRenames(before: readonly StoredFlow[], after: readonly StoredFlow[]): Renames {
  const changes = compareFlows(before, after)
  const old = listVariables(before)
  const fresh = listVariables(after)
  const only = (names: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>) =>
    [...names].flatMap(([key, label]) => (others.has(key) ? [] : [{ key, label }]))
  return {
    questions: {
      gone: listQuestions(changes, before, "removed"),
      fresh: listQuestions(changes, after, "added"),
    },
    variables: { gone: only(old, fresh), fresh: only(fresh, old) },
  }
}

function listQuestions(
  changes: readonly FlowChange[],
  flows: readonly StoredFlow[],
  kind: "added" | "removed",
): Gone[] {
  const entry = flows[0]?.name
  return changes.flatMap(({ name, steps }) =>
    steps.flatMap((step): Gone[] => {
      const text = step.after ?? step.before ?? ""
      if (step.kind !== kind || !/^HEAR\b/i.test(text)) return []
      const prefix = name === entry ? "" : `${normalizeScriptName(name)}#`
      return [{ key: prefix + step.id, label: text.split("\n")[0] ?? text }]
    }),
  )
}

/** Variables by their name in lower case. */
function listVariables(flows: readonly StoredFlow[]): Map<string, string> {
  const names = flows.flatMap(({ source }) => namesOf(parse(source).program).variables)
  return new Map(names.map((name) => [name.toLowerCase(), name]))
}
