/**
 * Scores what is found in a folder of documents: reads them as the product does, asks its questions.json, and
 * says for each question whether one of three passages holds the quote, or whether it was rightly declined.
 *
 *   node scripts/score-knowledge.ts FOLDER [--verbose]
 *
 * Shape of questions.json: a list of { id, question, document, quote, alt_quotes }; document null for a
 * question the documents have no answer to.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { listFolder, openLibrary } from "../bench/knowledge/open-library.ts"

interface Question {
  readonly id: string
  readonly question: string
  readonly document: string | null
  readonly quote: string | null
  readonly alt_quotes?: readonly string[]
}

const [folder = ".", ...flags] = process.argv.slice(2)
const isVerbose = flags.includes("--verbose")
const questions: Question[] = JSON.parse(readFileSync(join(folder, "questions.json"), "utf8"))
const normalize = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

const db = await openEmbeddedTestDatabase()
const library = await openLibrary(db)
const began = performance.now()
for (const { name, bytes } of listFolder(folder)) {
  const { state, detail, chunks } = await library.add(name, bytes)
  console.log(`${name}: ${state}, ${chunks} passages ${detail ?? ""}`)
}
console.log(`read and embedded in ${((performance.now() - began) / 1_000).toFixed(1)} s`)

const score = { found: 0, answered: 0, answerable: 0, declined: 0, unanswerable: 0 }
const times: number[] = []
for (const each of questions) {
  const asked = performance.now()
  const { passages, isConfident } = await library.knowledge.search(library.place, {
    bases: [],
    text: each.question,
    limit: 3,
  })
  times.push(performance.now() - asked)
  const quotes = [each.quote ?? "", ...(each.alt_quotes ?? [])]
    .map(normalize)
    .filter((quote) => quote !== "")
  const at = passages.findIndex(
    ({ title, text }) =>
      title === each.document && quotes.some((quote) => normalize(text).includes(quote)),
  )
  if (each.document === null) {
    score.unanswerable++
    if (!isConfident) score.declined++
  } else {
    score.answerable++
    if (at >= 0) score.found++
    if (at >= 0 && isConfident) score.answered++
  }
  const isRight = each.document === null ? !isConfident : at >= 0 && isConfident
  if (isVerbose || !isRight)
    console.log(
      `${isRight ? "  " : "x "}${each.id}: ${at >= 0 ? `passage ${at + 1}` : "no quote"}, ${isConfident ? "confident" : "declined"} ${passages[0]?.score ?? ""}`,
    )
  if (isVerbose && !isRight)
    for (const { title, section, text } of passages)
      console.log(`      ${title} > ${section}: ${text.slice(0, 120).replaceAll("\n", " ")}`)
}
times.sort((a, b) => a - b)
console.log(
  `quote among three passages: ${score.found} of ${score.answerable}; and answered: ${score.answered}`,
)
console.log(`rightly declined: ${score.declined} of ${score.unanswerable}`)
console.log(`a question takes ${times[Math.floor(times.length / 2)]?.toFixed(0)} ms (median)`)
await library.close()
await db.close()
