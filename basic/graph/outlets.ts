/** The ways out of a step as a person sees them: which there are, what they say, and where each leads. */
import { isOff } from "../ast/is-off.ts"
import type { Expression, SelectStatement, Statement } from "../ast/nodes.ts"
import { printExpression } from "../printer/expression.ts"
import type { PlacedStep } from "./cards.ts"
import type { StatementStep } from "./graph.ts"
import { isKnownEnd, listChoices } from "./menu.ts"
import { showExpression, wordsOf } from "./show.ts"
import type { BodyLook } from "./step-flow.ts"
import { isLoop, showsBody } from "./step-flow.ts"
import { failsOutside } from "./step-looks.ts"

/** An outlet and what is behind it. `body` is the key of the step's own body, when it leads into one. */
export interface Way {
  readonly key: string
  readonly labelKey: string | null
  readonly text: string
  readonly target:
    | { readonly kind: "goto"; readonly to: string | null }
    | { readonly kind: "inline"; readonly body: string }
    | { readonly kind: "after" }
    | null
}

/** Lists the outlets of a step in the order they are drawn. One that is switched off has none: the text goes on below it. */
export function listWays(placed: PlacedStep, source: string): Way[] {
  const { step } = placed
  if (isOff(step.statement)) return []
  const ways = [...bodyWays(placed, source), ...gotoWays(step, source)]
  if (isLoop(step))
    ways.push({ key: "after", labelKey: "outlets.after", text: "", target: { kind: "after" } })
  return ways
}

function bodyWays(placed: PlacedStep, source: string): Way[] {
  const { statement } = placed.step
  const choices = listChoices(statement)
  if (choices.length > 0) return menuWays(placed, choices, source)
  if (statement.kind === "SelectStatement") {
    const cases = statement.cases.map((_, index) => caseWay(placed, statement, index, source))
    return [...cases, way(placed, "else", "outlets.else", "")]
  }
  if (statement.kind === "IfStatement") {
    const branches = statement.branches.map((branch, index) =>
      index === 0
        ? way(placed, "yes", "outlets.yes", "")
        : way(
            placed,
            `elseif:${index}`,
            "outlets.else_if",
            showExpression(branch.condition, source),
          ),
    )
    return [...branches, way(placed, "no", "outlets.no", "")]
  }
  if (statement.kind === "TryStatement" && statement.handler !== null)
    return [way(placed, "body", "outlets.body", ""), way(placed, "failed", "outlets.failed", "")]
  const hasBody = showsBody(placed.step) && placed.bodies.has("body")
  return hasBody ? [way(placed, "body", "outlets.body", "")] : []
}

function way(placed: PlacedStep, key: string, labelKey: string | null, text: string): Way {
  return { key, labelKey, text, target: targetOf(key, placed.bodies.get(key)) }
}

function targetOf(key: string, look: BodyLook | undefined): Way["target"] {
  if (look === undefined || look.kind === "empty") return null
  return look.kind === "goto" ? { kind: "goto", to: look.to } : { kind: "inline", body: key }
}

const caseWay = (placed: PlacedStep, select: SelectStatement, index: number, source: string): Way =>
  way(
    placed,
    `case:${index}`,
    null,
    select.cases[index]!.values.map((value) => showExpression(value, source)).join(", "),
  )

/** One outlet a choice, then cases that no choice names, then anything else. */
function menuWays(placed: PlacedStep, options: readonly Expression[], source: string): Way[] {
  const { statement } = placed.step
  const select = (placed.step.select?.statement as SelectStatement) ?? null
  const otherwise = placed.bodies.get("else")
  const used = new Set<number>()
  const choices = options.map((option, index): Way => {
    const at = findCase(select, option)
    if (at !== null) used.add(at)
    // Without a case of its own a choice goes where everything else goes.
    const target =
      at === null
        ? targetOf("else", otherwise)
        : targetOf(`case:${at}`, placed.bodies.get(`case:${at}`))
    const labelKey = isKnownEnd(statement, option) ? "outlets.nobody_knows" : null
    const text = labelKey === null ? showExpression(option, source) : ""
    return { key: `choice:${index}`, labelKey, text, target }
  })
  const others = (select?.cases ?? []).flatMap((_, index) =>
    used.has(index) || select === null ? [] : [caseWay(placed, select, index, source)],
  )
  return [...choices, ...others, way(placed, "else", `outlets.${otherLabel(statement)}`, "")]
}

/** A menu was answered otherwise; a task has not come to any of its ends. */
const otherLabel = ({ kind }: Statement): string =>
  kind === "HearStatement" ? "anything_else" : "no_end"

/** Finds the case that takes a choice; null when none does. */
export function findCase(select: SelectStatement | null, option: Expression): number | null {
  if (select === null) return null
  const key = printExpression(option)
  const at = select.cases.findIndex(({ values }) =>
    values.some((value) => printExpression(value) === key),
  )
  return at === -1 ? null : at
}

function gotoWays(step: StatementStep, source: string): Way[] {
  const { statement } = step
  const ways = step.outlets.flatMap((outlet): Way[] =>
    "body" in outlet
      ? []
      : [
          {
            key: outlet.key,
            labelKey: `outlets.${wayLabel(statement, outlet.key)}`,
            text: wayText(statement, source),
            target: { kind: "goto", to: outlet.to },
          },
        ],
  )
  if (ways.length === 0 && failsOutside(statement)) {
    ways.push({ key: "failed", labelKey: "outlets.failed", text: "", target: null })
  }
  if (ways.length === 0 && statement.kind === "HearStatement" && statement.timeout !== null) {
    ways.push({
      key: "timeout",
      labelKey: "outlets.timeout",
      text: wayText(statement, source),
      target: null,
    })
  }
  return ways
}

function wayText(statement: StatementStep["statement"], source: string): string {
  if (statement.kind === "HearStatement" && statement.timeout !== null) {
    return showExpression(statement.timeout.seconds, source)
  }
  if (statement.kind === "OnMessageStatement") return wordsOf(statement.texts)
  return statement.kind === "OnSilenceStatement" ? String(statement.seconds) : ""
}

function wayLabel(statement: StatementStep["statement"], key: string): string {
  if (statement.kind === "OnErrorStatement") return "error"
  return key === "gosub" ? "next" : key
}
