import { openDocument } from "#basic"
import { type StarterId, starters } from "#catalog/starters.ts"
import { NoInput } from "../accounts/schema.ts"
import type { PersonContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { loadTemplate } from "./load-template.ts"

/** A starter as the gallery shows it. */
export interface StarterSummary {
  readonly id: StarterId
  readonly languages: readonly string[]
  readonly picture: StarterPicture
}

/** The first flow of a starter, small: its cards and the ways between them. Units: canvas pixels. */
export interface StarterPicture {
  readonly cards: readonly {
    readonly x: number
    readonly y: number
    /** The families of its steps, from above. */
    readonly steps: readonly string[]
  }[]
  /** From card to card, by their places in the list. */
  readonly ways: readonly (readonly [from: number, to: number])[]
}

/** The bots to begin with, each with a picture of its first flow. */
export const listTemplates = defineVerb({
  name: "bots.templates",
  permission: "signed_in",
  input: NoInput,
  audit: null,
  run: (_: PersonContext): Promise<readonly StarterSummary[]> => {
    summaries ??= Promise.all(starters.map(({ id }) => summarize(id)))
    return summaries
  },
})

/** Templates do not change while a server runs. */
let summaries: Promise<readonly StarterSummary[]> | null = null

async function summarize(id: StarterId): Promise<StarterSummary> {
  const { scripts, languages } = await loadTemplate(id)
  const [entry] = scripts
  if (entry === undefined) throw new Error(`The template ${id} has no flow.`)
  const [flow] = openDocument(entry.source, entry.layout).flows
  const groups = flow?.groups ?? []
  const places = new Map(groups.map(({ id: groupId }, index) => [groupId, index]))
  const ways = (flow?.edges ?? []).flatMap(({ from, to }): [number, number][] => {
    const [start, end] = [places.get(from.groupId), places.get(to)]
    return start === undefined || end === undefined ? [] : [[start, end]]
  })
  const cards = groups.map(({ x, y, steps }) => ({
    x,
    y,
    steps: steps.map(({ family }) => family),
  }))
  return { id, languages, picture: { cards, ways } }
}
