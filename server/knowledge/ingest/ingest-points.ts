/**
 * Places where a test stops the process while a document is read. Inert unless BOTWRIGHT_INGEST_POINT is set:
 * `stored:2` kills at the second passage.
 */
export type IngestPoint = "read" | "chunked" | "embedded" | "stored"

const [name = "", count = "1"] = (process.env.BOTWRIGHT_INGEST_POINT ?? "").split(":")
let left = Number(count)

export function passIngestPoint(point: IngestPoint): void {
  if (point !== name) return
  left--
  if (left <= 0) process.kill(process.pid, "SIGKILL")
}
