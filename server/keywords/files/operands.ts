import { cleanFolder, cleanPath, extensionOf, pathOfValue, toJson, toText } from "#basic"
import type { Value } from "#basic/vm/value.ts"
import { type ErrorCode, type FactsOf, tellError } from "#catalog/errors.ts"
import { serviceNotSetUp } from "../not-set-up.ts"
import { EffectFailed } from "../step.ts"

/** Makes the failure of a code that a program may catch, with the sentence the catalogue has for it. */
export function refusal<C extends ErrorCode>(code: C, facts: FactsOf<C>): EffectFailed {
  return new EffectFailed(code, tellError(code, facts).detail)
}

/**
 * Reads the path a program means: a text, or a file value.
 *
 * Throws EffectFailed: "basic.wrong_type" for anything else, "file.path_refused" for a path that may not be,
 * "service.not_set_up" for a cloud drive.
 */
export function readPath(value: Value | undefined, keyword: string): string {
  const text = readPlace(value, keyword)
  const path = cleanPath(text)
  if (path === null) throw refusal("file.path_refused", { path: text })
  return path
}

/** The same for a folder; empty for the whole drive. */
export function readFolder(value: Value | undefined, keyword: string): string {
  const text = value === undefined || value === null ? "" : readPlace(value, keyword)
  const folder = cleanFolder(text)
  if (folder === null) throw refusal("file.path_refused", { path: text })
  return folder
}

/** Tells a path of the drive ("prices.csv", "in/may.pdf") from an address, which GET and DELETE take too. */
export function isDrivePath(text: string): boolean {
  return !text.includes("://") && extensionOf(text) !== "" && cleanPath(text) !== null
}

/** What a program names a file by: an address of the internet, or a path. */
export type FileSource =
  | { readonly kind: "address"; readonly url: string }
  | { readonly kind: "path"; readonly path: string }

export function readSource(value: Value | undefined, keyword: string): FileSource {
  const text = typeof value === "string" ? value.trim() : ""
  if (/^https?:\/\//i.test(text)) return { kind: "address", url: text }
  return { kind: "path", path: readPath(value, keyword) }
}

function readPlace(value: Value | undefined, keyword: string): string {
  const text = pathOfValue(toJson(value ?? null))
  if (text === null)
    throw new EffectFailed(
      "basic.wrong_type",
      `${keyword} needs a path or a file, not ${toText(value ?? null).slice(0, 80) || "nothing"}.`,
    )
  if (/^account:\/\//i.test(text.trim())) throw serviceNotSetUp(keyword, "default-accounts")
  return text
}
