/** One error: what it means over HTTP, whether trying again helps, and what people are told. */
export interface ErrorDefinition {
  readonly status: number
  /** "never": the same request fails again; "later": it may succeed after a while; "changed": after the request was changed. */
  readonly retry: "never" | "later" | "changed"
  readonly title: string
  readonly detail: (facts: never) => string
  readonly fix: string
}

/** "1 second", "12 seconds". */
export function seconds(count: number): string {
  return count === 1 ? "1 second" : `${count} seconds`
}

/** What a caller sent, shortened and on one line. */
export function quote(text: string): string {
  const shown = text.length > 80 ? `${text.slice(0, 80)}...` : text
  return JSON.stringify(shown)
}
