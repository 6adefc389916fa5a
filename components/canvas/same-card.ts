import type { CanvasGroup, CanvasStep } from "#basic"
import type { CardFacts } from "./canvas-nodes.ts"
import type { GroupName } from "./group-name.ts"

/** Whether two cards look the same. Where in the text their steps stand, and how they are written there, is not seen. */
export function isSameCard(a: CardFacts, b: CardFacts): boolean {
  return (
    a.hasEnd === b.hasEnd &&
    isSameName(a.name, b.name) &&
    isSameName(a.next, b.next) &&
    isSameGroup(a.group, b.group)
  )
}

function isSameName(a: GroupName | null, b: GroupName | null): boolean {
  if (a === b || a === null || b === null) return a === b
  return a.title === b.title && a.stand === b.stand && isSame(a.caption, b.caption)
}

export function isSameGroup(a: CanvasGroup, b: CanvasGroup): boolean {
  if (a === b) return true
  const { steps, ...head } = a
  const others = b.steps
  return (
    steps.length === others.length &&
    steps.every((step, at) => isSameStep(step, others[at])) &&
    (Object.keys(head) as (keyof typeof head)[]).every((key) => isSame(head[key], b[key]))
  )
}

/** Whether two cards have the same steps, and these the same ways out, whatever they say. */
export function hasSameWays(a: CanvasGroup, b: CanvasGroup): boolean {
  return (
    a === b ||
    (a.steps.length === b.steps.length &&
      a.steps.every((step, at) => {
        const other = b.steps[at]
        return other?.id === step.id && isSame(step.outlets, other.outlets)
      }))
  )
}

function isSameStep(a: CanvasStep, b: CanvasStep | undefined): boolean {
  return (
    b !== undefined &&
    a.id === b.id &&
    a.titleKey === b.titleKey &&
    a.keyword === b.keyword &&
    a.family === b.family &&
    a.icon === b.icon &&
    a.isOff === b.isOff &&
    isSame(a.values, b.values) &&
    isSame(a.outlets, b.outlets) &&
    isSame(a.covers, b.covers)
  )
}

/** What an object was last found to be the same as: a step that is merely moved keeps its parts. */
const found = new WeakMap<object, unknown>()

function isSame(a: unknown, b: unknown): boolean {
  if (a === b || typeof b !== "object" || b === null) return a === b
  if (found.get(b) === a) return true
  const areEqual = JSON.stringify(a) === JSON.stringify(b)
  if (areEqual) found.set(b, a)
  return areEqual
}
