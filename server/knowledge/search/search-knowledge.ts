import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import type { Embedder } from "#server/infra/embedding/port.ts"
import type { FoundPassages, KnowledgePlace, KnowledgeQuestion, Passage } from "../port.ts"
import {
  type Candidate,
  findCandidates,
  listNeighbours,
  listSearchedBases,
  type SearchedBase,
} from "../store/candidates.ts"
import { listSaid, toQuery } from "../store/said.ts"
import { judgePassages } from "./judge-passages.ts"
import { prepareChunk, prepareHeading } from "./prepare-text.ts"
import { type RankedCandidate, rankCandidates } from "./rank-candidates.ts"
import { type ReadQuestion, readQuestion, type Term } from "./read-question.ts"
import type { WeighedTerm } from "./score-passage.ts"
import type { TermCounts } from "./term-counts.ts"
import { neighbourReach, type WidePassage, widenPassages } from "./widen-passages.ts"
import type { WordIndex } from "./word-index.ts"
import type { WordIndexes } from "./word-indexes.ts"

export interface SearchParts {
  readonly db: Database
  /** The embedder of a base of this bot. */
  readonly embedderOf: (place: KnowledgePlace, model: string) => Embedder
  readonly termCounts: TermCounts
  readonly wordIndexes: WordIndexes
}

/** Up to here every vector is compared; beyond it the index is asked. Units: chunks. */
export const exactUpTo = 20_000
/** Candidates of each kind that are looked at closely. */
const mostCandidates = 48

/** Finds the passages that fit a question best, and says whether they are good enough to answer from. */
export async function searchKnowledge(
  parts: SearchParts,
  place: KnowledgePlace,
  { bases: names, text, limit }: KnowledgeQuestion,
): Promise<FoundPassages> {
  const bases = await listSearchedBases(parts.db, place, names)
  const question = readQuestion(text)
  if (bases.every(({ chunks }) => chunks === 0)) return { passages: [], isConfident: false }
  const models = [...Map.groupBy(bases, ({ model }) => model)]
  const index = models.length === 1 ? parts.wordIndexes.find(parts.db, place.orgId, bases) : null
  const weighing = weighTerms(parts, place.orgId, bases, question.terms, index)
  const found = await Promise.all(
    models.map(([model, group]) =>
      findInModel(parts, place, { model, group, question, text, weighing, index }),
    ),
  )
  const terms = await weighing
  const ranked = rankCandidates(terms, found.flat())
  const wide = await widenBest(parts.db, place.orgId, ranked.slice(0, limit * 3), limit)
  const judged = wide.slice(0, 3).map(toJudged)
  const isConfident = judgePassages(terms, question.asks, judged, leadOf(ranked))
  return { passages: wide.map((passage) => toPassage(passage, bases)), isConfident }
}

/** Mostly the first ones are passages of their own; where some show each other, those behind them are looked at too. */
async function widenBest(
  db: Database,
  orgId: OrgId,
  best: readonly RankedCandidate[],
  limit: number,
): Promise<WidePassage[]> {
  const scores = new Map(best.map(({ id, score }) => [id, score]))
  const widen = async (found: readonly RankedCandidate[]) => {
    const neighbours = await listNeighbours(db, orgId, found, neighbourReach)
    return widenPassages(found, neighbours, limit, scores)
  }
  const wide = await widen(best.slice(0, limit))
  return wide.length === limit || best.length <= limit ? wide : await widen(best)
}

/** The candidate that stands for those that were not chosen, and what stands for it where so little is known that there is none. */
const runnerUp = { at: 6, score: 0.33 }

function leadOf(ranked: readonly { readonly score: number }[]): number {
  const [best] = ranked
  return best === undefined ? 0 : best.score - (ranked[runnerUp.at]?.score ?? runnerUp.score)
}

interface CountedTerm extends WeighedTerm {
  /** In how many chunks it stands, as far as they were counted. */
  readonly count: number
}

interface ModelSearch {
  readonly model: string
  readonly group: readonly SearchedBase[]
  readonly question: ReadQuestion
  readonly text: string
  readonly weighing: Promise<readonly CountedTerm[]>
  /** Of the words of these bases; null where the database is asked. */
  readonly index: WordIndex | null
}

/** What has the words is looked up while the question is embedded. */
async function findInModel(
  { db, embedderOf }: SearchParts,
  place: KnowledgePlace,
  { model, group, question, text, weighing, index }: ModelSearch,
): Promise<Candidate[]> {
  const baseIds = group.map(({ id }) => id)
  const embedder = embedderOf(place, model)
  const asked = embedder.isEnglishOnly ? question.english : text
  const [vector, said] = await Promise.all([
    // Without a vector the words alone find: a model that is away takes nothing else with it.
    embedder.embed([asked || text], "question").then(
      ([first]) => first ?? null,
      () => null,
    ),
    weighing.then((terms) => {
      const searched = terms.map(toSearched)
      if (index !== null) return index.find(searched, mostCandidates)
      return listSaid(db, place.orgId, baseIds, searched, mostCandidates)
    }),
  ])
  return await findCandidates(db, {
    ...{ orgId: place.orgId, baseIds, model, vector, said },
    useIndex: group.reduce((sum, { chunks }) => sum + chunks, 0) > exactUpTo,
    most: mostCandidates,
  })
}

const toSearched = ({ forms, idf, count }: CountedTerm) => ({
  stems: [...forms.keys()],
  weight: idf,
  count,
})

/** A word says much when it is rare in English, and when it is rare here. */
async function weighTerms(
  { db, termCounts }: SearchParts,
  orgId: OrgId,
  bases: readonly SearchedBase[],
  terms: readonly Term[],
  index: WordIndex | null,
): Promise<CountedTerm[]> {
  const stems = terms.map(({ forms }) => [...forms.keys()])
  const counts = index
    ? stems.map((forms) => index.count(forms))
    : await termCounts.count(db, orgId, bases, stems.map(toQuery))
  const all = Math.max(
    2,
    bases.reduce((sum, { chunks }) => sum + chunks, 0),
  )
  return terms.map((term, at) => {
    const count = counts[at] ?? 0
    const local = Math.min(1, Math.max(0, Math.log((all + 1) / (count + 0.5)) / Math.log(all + 1)))
    return { ...term, count, idf: 0.5 * term.weight + 0.5 * local, isGone: count === 0 }
  })
}

function textOf({ chunks }: WidePassage): string {
  return chunks.map(({ text }) => text).join("\n")
}

function toJudged(passage: WidePassage) {
  const plain = textOf(passage)
  const terms = [...new Set(passage.chunks.flatMap((chunk) => chunk.terms ?? []))]
  return {
    text: prepareChunk({ text: plain, terms }),
    heading: prepareHeading(passage.found),
    plain,
  }
}

function toPassage(passage: WidePassage, bases: readonly SearchedBase[]): Passage {
  const { id, documentId, title, section, page, url, baseId, score } = passage.found
  return {
    ...{ id, documentId, title, section, page, url },
    base: bases.find((base) => base.id === baseId)?.name ?? "",
    text: textOf(passage),
    score: Math.round(Math.min(1, Math.max(0, score)) * 1_000) / 1_000,
  }
}
