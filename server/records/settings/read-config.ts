import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import { settingNameOf } from "./setting-names.ts"

/**
 * Reads the text of a config.csv: a header `name,value` (or `key,value`), one pair a line; empty lines,
 * lines of commas and lines that begin with # say nothing. A value may stand in quotes; without them it
 * is everything behind the first comma. Old display keys ("Answer Mode") become plain names.
 *
 * Throws: AppError "setting.refused".
 */
export function readConfig(text: string): Map<string, string> {
  const values = new Map<string, string>()
  text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .forEach((line, index) => {
      const pair = readLine(line)
      if (pair === null || (index === 0 && /^(name|key)$/.test(pair.name))) return
      values.set(pair.name, pair.value)
    })
  if (values.size > limits.settingsPerBot)
    throw new AppError("setting.refused", {
      problem: `A bot may have ${limits.settingsPerBot} settings; the file has ${values.size}.`,
    })
  return values
}

function readLine(line: string): { name: string; value: string } | null {
  const trimmed = line.trim()
  if (trimmed.startsWith("#") || /^[,\s]*$/.test(trimmed)) return null
  const comma = trimmed.indexOf(",")
  const name = settingNameOf(unquote(comma < 0 ? trimmed : trimmed.slice(0, comma)))
  const value = comma < 0 ? "" : unquote(trimmed.slice(comma + 1).trim())
  return name === "" ? null : { name, value }
}

function unquote(text: string): string {
  const plain = text.trim()
  return /^".*"$/.test(plain) ? plain.slice(1, -1).replaceAll('""', '"') : plain
}
