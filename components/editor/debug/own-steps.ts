import { normalizeScriptName } from "#basic"

/** Steps of flows other than the first go by `flow#step`; gives those of the flow that is shown, by their ids in it. */
export function ownSteps(
  flows: readonly { readonly id: string; readonly name: string }[],
  id: string,
) {
  const shown = flows.findIndex((flow) => flow.id === id)
  const prefix = shown <= 0 ? "" : `${normalizeScriptName(flows[shown]?.name ?? "")}#`
  return (stepId: string | null): string | null => {
    if (stepId === null) return null
    if (prefix === "") return stepId.includes("#") ? null : stepId
    return stepId.startsWith(prefix) ? stepId.slice(prefix.length) : null
  }
}
