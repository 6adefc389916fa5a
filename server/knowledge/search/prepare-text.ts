import type { Candidate, Neighbour } from "../store/candidates.ts"
import { parseTextWords, readTextWords } from "../words/text-words.ts"
import { remember } from "./remember.ts"
import type { PreparedText } from "./score-passage.ts"

/** Reads the words of a text for comparing. The stored terms hold those of the headings too; what it says itself is told apart here. */
export const prepareChunk = ({ text, terms }: Pick<Neighbour, "text" | "terms">): PreparedText =>
  readTextWords(text, terms)

/** The words of a candidate: as they were stored with it, or read from its text where they were not. */
export const prepareCandidate = (candidate: Candidate): PreparedText =>
  candidate.words === null ? readOnce(candidate) : parseTextWords(candidate.words)

/** Popular chunks come again from question to question, and never change. */
const readOnce = remember(
  2_000,
  ({ id }: Candidate) => id,
  ({ text, terms }) => prepareChunk({ text: text ?? "", terms }),
)

/** A document has few headings over its many chunks. */
export const prepareHeading: (heading: Pick<Candidate, "section" | "title">) => PreparedText =
  remember(
    1_000,
    ({ section, title }) => `${section ?? ""} ${title}`,
    ({ section, title }) => readTextWords(`${section ?? ""} ${title}`),
  )
