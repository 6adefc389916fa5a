import { openDocument } from "#basic"
import {
  type CanvasEdge,
  type CanvasFlow,
  type CanvasGroup,
  emptyLayout,
  type Outlet,
} from "#basic/graph/model.ts"

const maxStepChars = 60

/** What stands on an arrow that leaves by an outlet; `{}` is the outlet's own text. */
const outletWords: Readonly<Record<string, string>> = {
  "outlets.after": "afterwards",
  "outlets.anything_else": "anything else",
  "outlets.body": "each time",
  "outlets.else": "otherwise",
  "outlets.else_if": "or if {}",
  "outlets.error": "if something fails",
  "outlets.failed": "if it fails",
  "outlets.message": "when it comes",
  "outlets.no": "no",
  "outlets.silence": "when it is quiet",
  "outlets.timeout": "no answer in {} s",
  "outlets.yes": "yes",
}

/** Prints the flows of a script as a Mermaid flowchart: a box for each group, an arrow for each way. */
export function printMermaid(source: string): string {
  const { flows } = openDocument(source, emptyLayout)
  const names = new Map<string, string>()
  for (const { groups } of flows) for (const { id } of groups) names.set(id, `g${names.size}`)
  const lines = flows.flatMap((flow, at) =>
    flow.kind === "main"
      ? drawFlow(flow, names, "  ")
      : [
          `  subgraph f${at}[${quote(`${flow.kind.toUpperCase()} ${flow.name}`)}]`,
          ...drawFlow(flow, names, "    "),
          "  end",
        ],
  )
  return `${["flowchart TD", ...lines].join("\n")}\n`
}

function drawFlow(
  { groups, edges }: CanvasFlow,
  names: ReadonlyMap<string, string>,
  indent: string,
): string[] {
  const nodes = groups.map((group) => `${names.get(group.id)}[${quote(describeGroup(group))}]`)
  const arrows = edges.map((edge) => drawEdge(edge, groups, names))
  const ends = groups.flatMap(({ id, exit }) => {
    const name = names.get(id)
    return exit === "end" ? [`${name} --> ${name}end(("end"))`] : []
  })
  return [...nodes, ...arrows, ...ends].map((line) => indent + line)
}

/** The title, then each step on a line of its own. */
function describeGroup({ title, steps }: CanvasGroup): string {
  const words = steps.map(({ source }) => {
    const [first = "", ...rest] = source.trim().split(/\r?\n/)
    const isLong = first.length > maxStepChars || rest.length > 0
    return isLong ? `${first.slice(0, maxStepChars)} ...` : first
  })
  return [title, ...words].filter((line) => line !== "").join("\n")
}

function drawEdge(
  { from, to, kind }: CanvasEdge,
  groups: readonly CanvasGroup[],
  names: ReadonlyMap<string, string>,
): string {
  const step = groups
    .find(({ id }) => id === from.groupId)
    ?.steps.find(({ id }) => id === from.stepId)
  const outlet = step?.outlets.find(({ key }) => key === from.outlet)
  const arrow = kind === "join" ? "-.->" : "-->"
  const label = outlet === undefined ? "" : `|${quote(describeOutlet(outlet))}|`
  return `${names.get(from.groupId)} ${arrow}${label} ${names.get(to)}`
}

function describeOutlet({ labelKey, text, key }: Outlet): string {
  if (labelKey === null) return text
  return (outletWords[labelKey] ?? key).replace("{}", text)
}

/** A text of Mermaid. Whatever could end it or be markup is written as the number of its character. */
function quote(text: string): string {
  const lines = text
    .split("\n")
    .map((line) =>
      line.replace(/[^\p{L}\p{N} .,:!?()/+*=_-]/gu, (mark) => `#${mark.codePointAt(0)};`),
    )
  return `"${lines.join("<br/>")}"`
}
