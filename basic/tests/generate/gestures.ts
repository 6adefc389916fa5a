/** Grows gestures on an open document: things a person may do, sensible ones and others. */
import type { FlowDocument, Gesture, Port } from "../../graph/model.ts"
import type { Chooser } from "./chooser.ts"

const snippets = [
  'TALK "new"',
  "x = 1",
  'HEAR choice AS "A", "B" WITH "Which?"',
  'IF x = 1 THEN\n    TALK "yes"\nEND IF',
  "FOR EACH item IN list\nNEXT",
  "EXIT",
  'page = GET "https://example.org"',
  'again:\nTALK "pasted"\nGOTO again',
] as const
const titles = ["Ask e-mail", "Start", "end", "Größe", "label 1", "", "7 steps"] as const

/** Makes a gesture of any kind but those on fields. */
export function growGesture(choose: Chooser, document: FlowDocument): Gesture {
  const flow = pickOf(choose, document.flows)!
  const group = pickOf(choose, flow.groups)!
  const steps = document.flows.flatMap(({ groups }) => groups.flatMap((other) => other.steps))
  const step = pickOf(choose, steps)
  const at = { x: choose.pick(2000), y: choose.pick(2000) }
  const title = choose.oneOf(titles)
  const statement = choose.oneOf(snippets)
  const kind = choose.pick(step === undefined ? 7 : 15)
  switch (kind) {
    case 0:
      return {
        kind: "addStep",
        groupId: group.id,
        index: choose.pick(group.steps.length + 1),
        statement,
      }
    case 1: {
      const from = choose.chance(2) ? portOf(choose, flow) : null
      return { kind: "addGroup", flowId: flow.id, at, title, statement, from }
    }
    case 2:
    case 7:
    case 8:
      return {
        kind: "connect",
        from: portOf(choose, flow),
        toGroupId: pickOf(choose, flow.groups)!.id,
      }
    case 3:
    case 9:
      return { kind: "disconnect", from: portOf(choose, flow) }
    case 4:
      return { kind: "removeGroup", groupId: group.id }
    case 5:
      return { kind: "renameGroup", groupId: group.id, title }
    case 6:
      return choose.chance(3)
        ? { kind: "addFlow", name: title }
        : arrange(group.id, at, title, choose)
    case 10:
      return { kind: "removeSteps", stepIds: [step!.id] }
    case 11:
      return {
        kind: "moveStep",
        stepId: step!.id,
        groupId: group.id,
        index: choose.pick(group.steps.length + 1),
      }
    case 12:
      return { kind: "extractStep", stepId: step!.id, at, title }
    case 13:
      return { kind: "switchSteps", stepIds: [step!.id], isOff: choose.chance(2) }
    default:
      return { kind: "duplicateStep", stepId: step!.id }
  }
}

function portOf(choose: Chooser, flow: FlowDocument["flows"][number]): Port {
  const ports = flow.groups.flatMap((group): Port[] => [
    { groupId: group.id, stepId: null, outlet: null },
    ...group.steps.flatMap((step) =>
      step.outlets.map((outlet) => ({ groupId: group.id, stepId: step.id, outlet: outlet.key })),
    ),
  ])
  return pickOf(choose, ports)!
}

const pickOf = <T>(choose: Chooser, items: readonly T[]): T | undefined =>
  items.length === 0 ? undefined : items[choose.pick(items.length)]

/** What changes the picture and not the text. */
function arrange(
  groupId: string,
  at: { readonly x: number; readonly y: number },
  text: string,
  choose: Chooser,
): Gesture {
  switch (choose.pick(4)) {
    case 0:
      return { kind: "styleGroups", groupIds: [groupId], look: { isCollapsed: choose.chance(2) } }
    case 1:
      return {
        kind: "putNote",
        note: {
          ...{ id: `n${choose.pick(3)}`, flowId: "main", kind: "note", text, color: "yellow" },
          ...{ ...at, width: 200, height: 80 },
        },
      }
    case 2:
      return { kind: "removeGroups", groupIds: [groupId] }
    default:
      return { kind: "moveGroups", moves: { [groupId]: at, n1: at } }
  }
}
