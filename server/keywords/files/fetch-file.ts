import { cleanName, extensionFor, extensionOf } from "#basic"
import { conversationDrive } from "#server/records/files/drives.ts"
import { EffectFailed, type Step } from "../step.ts"
import { type HeldFile, storeFile } from "./content.ts"

const timeoutMs = 60_000

/** Fetches an address through the guard into a file of this conversation, or to a path of the bot's drive. */
export async function fetchFile(step: Step, url: string, path: string | null): Promise<HeldFile> {
  const make = (maxBytes: number) => fetchBytes(step, url, maxBytes)
  if (path !== null) return await storeFile(step, { path, make })
  const folder = `fetched/${randomWord(step)}`
  const name = nameFor(url)
  return await storeFile(step, { path: `${folder}/${name}`, drive: conversationDrive, make })
}

async function fetchBytes(step: Step, url: string, maxBytes: number): Promise<Uint8Array> {
  const headers = Object.fromEntries(step.headers)
  const answer = await step.parts.outbound
    .request({ method: "GET", url, headers, maxBytes, timeoutMs })
    .catch((cause: unknown) => {
      throw toFailure(cause)
    })
  if (answer.status >= 400)
    throw new EffectFailed(
      "http.answered_with_error",
      `GET ${url} was answered with status ${answer.status}.`,
    )
  return answer.body
}

/** What the guard refuses carries its own sentence. */
function toFailure(cause: unknown): unknown {
  const isTold = cause instanceof Error && "code" in cause && "text" in cause
  if (!isTold) return cause
  const { code, text } = cause as { code: string; text: { detail: string } }
  return new EffectFailed(code, text.detail, { cause })
}

/** The last part of the address, as a name. */
function nameFor(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : ""
  const last = path.split("/").at(-1) ?? ""
  const name = cleanName(decodePart(last))
  return extensionOf(name) === "" ? `${name}.${extensionFor("application/octet-stream")}` : name
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Eight letters of the turn's recorded chance: the same in every rerun. */
export function randomWord(step: Step): string {
  return Array.from({ length: 8 }, () => Math.floor(step.random() * 36).toString(36)).join("")
}
