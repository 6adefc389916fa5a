/** Where files of a bot lie. Paths are names in a table, never of a file system; they are checked all the same. */

/** Units: UTF-16 code units. */
const maxPathChars = 300
const maxNameChars = 120
/** What no path holds: control characters, direction marks, and signs that mean something elsewhere. */
const refused = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\\:*?"<>|~]/u

/**
 * Gives a path its one form: parts with a slash between. Null for a path that may not be: one that is absolute
 * or leads upwards, is longer than 300 characters, or holds `~`, `*`, `?`, a backslash or a control character.
 */
export const cleanPath = (text: string): string | null => {
  const trimmed = text.trim().normalize("NFC").replace(/^\.\//, "").replace(/\/$/, "")
  if (trimmed === "" || trimmed.length > maxPathChars || trimmed.startsWith("/")) return null
  const parts = trimmed.split("/")
  const isFine = parts.every(
    (part) =>
      part.trim() === part && part !== "" && !/^\.+$/.test(part) && part.length <= maxNameChars,
  )
  return isFine && !refused.test(trimmed) ? trimmed : null
}

/** The same for a folder; empty for the root, which may be written as "", "/" or ".". */
export const cleanFolder = (text: string): string | null => {
  const trimmed = text.trim()
  return trimmed === "" || trimmed === "/" || trimmed === "." ? "" : cleanPath(trimmed)
}

/** The last part: "a/b.txt" is "b.txt". */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1)

/** Everything before the last part; empty at the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")))

/** "pdf" of "a/b.PDF"; empty without one. */
export const extensionOf = (path: string): string => {
  const name = nameOf(path)
  const dot = name.lastIndexOf(".")
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : ""
}

/** Puts a path below a folder. */
export const joinPath = (folder: string, name: string): string =>
  folder === "" ? name : `${folder}/${name}`

/** Makes a name that a path may have out of what somebody called a file. Never empty. */
export const cleanName = (text: string): string => {
  const last = text.slice(Math.max(text.lastIndexOf("/"), text.lastIndexOf("\\")) + 1)
  const plain = last
    .normalize("NFC")
    .replace(new RegExp(refused.source, "gu"), "_")
    .replaceAll("%", "_")
    .replace(/\.{2,}/g, ".")
    .replace(/^\.+|\.+$/g, "")
    .trim()
  const extension = extensionOf(plain)
  const kept = extension.length > 0 && extension.length <= 10 ? `.${extension}` : ""
  const stem = kept === "" ? plain : plain.slice(0, -kept.length)
  const short = Array.from(stem)
    .slice(0, 100 - kept.length)
    .join("")
    .trim()
  const name = `${short}${kept}`.toWellFormed().replaceAll("\ufffd", "_")
  return cleanPath(name) ?? "file"
}

/** Tells whether a name fits a pattern with `*` and `?`, without looking at case. Time grows with the product of the lengths. */
export const matchesPattern = (name: string, pattern: string): boolean => {
  const text = name.toLowerCase()
  const wanted = pattern.toLowerCase()
  let at = 0
  let place = 0
  let star = -1
  let mark = 0
  while (at < text.length) {
    if (wanted[place] === "?" || (wanted[place] === text[at] && wanted[place] !== "*")) {
      at++
      place++
    } else if (wanted[place] === "*") {
      star = place++
      mark = at
    } else if (star >= 0) {
      place = star + 1
      at = ++mark
    } else return false
  }
  while (wanted[place] === "*") place++
  return place === wanted.length
}
