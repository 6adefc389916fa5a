import type { Json } from "../vm/value.ts"
import { type FileSort, sortOf } from "./mime-types.ts"
import { nameOf } from "./path.ts"

/** A file as a program has it: a map, so that it goes into memory, tables and JSON like any other value. */
export interface FileValue {
  readonly name: string
  readonly filename: string
  readonly path: string
  /** Units: bytes. */
  readonly size: number
  readonly type: FileSort | "folder"
  readonly mime_type: string
  readonly url: string
  readonly isValid: boolean
}

/** What is known of a stored file. */
export interface FileFacts {
  readonly path: string
  readonly size: number
  readonly mimeType: string
  /** Empty where it has no address. */
  readonly url: string
}

export const makeFileValue = ({
  path,
  size,
  mimeType,
  url,
}: FileFacts): { [key: string]: Json } => {
  const name = nameOf(path)
  const value: FileValue = {
    ...{ name, filename: name, path, size },
    type: sortOf(mimeType),
    mime_type: mimeType,
    ...{ url, isValid: true },
  }
  return { ...value }
}

/**
 * Finds the path in what a program handed over as a file: a text, or a map with `path`. Null for anything
 * else: a list, a number, or a map whose `path` is no text.
 */
export const pathOfValue = (value: Json): string | null => {
  if (typeof value === "string") return value
  if (value === null || typeof value !== "object" || Array.isArray(value)) return null
  const path = Object.hasOwn(value, "path") ? value.path : undefined
  return typeof path === "string" ? path : null
}
