import { type CanvasFlow, type CanvasGroup, type CanvasStep, offComment } from "#basic"

/**
 * What is copied, as BASIC: the selected steps in the order of the flow, or whole cards with their labels and
 * the ways between them. Null when nothing is selected.
 */
export function writeClipboard(
  flow: CanvasFlow,
  stepIds: readonly string[],
  groupIds: readonly string[],
): string | null {
  if (stepIds.length > 0) {
    const steps = flow.groups.flatMap((group) => group.steps)
    return joinLines(steps.filter(({ id }) => stepIds.includes(id)).map(sourceOf))
  }
  const groups = flow.groups.filter(({ id }) => groupIds.includes(id))
  if (groups.length === 0) return null
  if (groups.length === 1) return joinLines(groups[0]!.steps.map(sourceOf))
  return joinLines(groups.map((group) => writeGroup(flow, group, groups)))
}

/** What is switched off stays so. */
const sourceOf = ({ source, isOff }: CanvasStep): string =>
  isOff ? `' ${offComment}\n${source}` : source

/** A card without a label, the first or an inline one, gets one, so that the others find it. */
function writeGroup(flow: CanvasFlow, group: CanvasGroup, copied: readonly CanvasGroup[]): string {
  const end = flow.edges.find(({ from }) => from.groupId === group.id && from.stepId === null)
  const next = copied.find(({ id }) => id === end?.to)
  return joinLines([
    `${labelOf(group, copied)}:`,
    ...group.steps.map(sourceOf),
    next ? `GOTO ${labelOf(next, copied)}` : "EXIT",
  ])
}

function labelOf(group: CanvasGroup, copied: readonly CanvasGroup[]): string {
  return group.label ?? `copied_${copied.indexOf(group) + 1}`
}

/** Steps are indented as deep as they stood; side by side they begin at the left. */
function joinLines(parts: readonly string[]): string {
  return parts.map(takeIndentAway).join("\n")
}

/** A span begins at its first word, so only the lines after it carry the old indentation. */
function takeIndentAway(text: string): string {
  const [first = "", ...rest] = text.split("\n")
  const depths = rest.filter((line) => line.trim() !== "").map((line) => line.search(/\S/))
  const last = rest.at(-1)
  // The closing line of a block stands as deep as its first.
  const depth = last === undefined ? 0 : Math.min(...depths, last.search(/\S|$/))
  return [first, ...rest.map((line) => line.slice(Math.min(depth, line.search(/\S|$/))))].join("\n")
}
