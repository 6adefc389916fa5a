/** What a query takes as a parameter. A plain object is sent as JSON text, a list as a Postgres array. */
export type Param =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | Date
  | Uint8Array
  | readonly unknown[]
  | { readonly [key: string]: unknown }

/**
 * Writes parameters in Postgres's text form, so that both drivers only pass text through.
 *
 * A list becomes an array literal; to send a list as JSON, stringify it and write `$1::text::jsonb`.
 */
export function encodeParams(params: readonly Param[]): (string | null)[] {
  return params.map(encodeParam)
}

function encodeParam(value: Param): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === "string") return value
  if (typeof value !== "object") return String(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`
  if (Array.isArray(value)) return encodeArray(value)
  return JSON.stringify(value)
}

function encodeArray(items: readonly unknown[]): string {
  const parts = items.map((item) => {
    if (Array.isArray(item)) return encodeArray(item)
    const text = encodeParam(item as Param)
    if (text === null) return "NULL"
    return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`
  })
  return `{${parts.join(",")}}`
}
