import { findLineEnd, matchAt } from "./characters.ts"

const tableOpener = /TABLE[ \t]+(?=[\p{L}_"])(?![\p{L}_][\p{L}\p{N}_]*[ \t]*=)/iuy
const tableEnd = /^[ \t]*END[ \t_]+TABLE(?![\p{L}\p{N}_]).*$/gimu
const bareDescription = /DESCRIPTION[ \t]+(?=[\p{L}\p{N}])/iuy
const pragma = /#workflow\b/iy

/** A stretch of text that is kept as it is written. */
export interface RawStretch {
  readonly words: string
  readonly end: number
  readonly isClosed: boolean
}

/** Finds lines whose words follow other rules than ours: a TABLE body, a DESCRIPTION without quotes, the pragma. */
export function findRawLine(source: string, at: number): RawStretch | null {
  if (matchAt(pragma, source, at) !== null)
    return { words: "#workflow", end: findLineEnd(source, at, source.length), isClosed: true }
  if (matchAt(bareDescription, source, at) !== null)
    return { words: "DESCRIPTION", end: findLineEnd(source, at, source.length), isClosed: true }
  if (matchAt(tableOpener, source, at) === null) return null
  tableEnd.lastIndex = at
  const end = tableEnd.exec(source)
  return end === null
    ? { words: "TABLE", end: findLineEnd(source, at, source.length), isClosed: false }
    : { words: "TABLE", end: end.index + end[0].length, isClosed: true }
}
