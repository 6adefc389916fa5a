import type { Layout } from "#basic"

/** What the builder needs to know of its bot. */
export interface OpenBot {
  readonly id: string
  readonly name: string
  readonly slug: string
}

export interface OpenDraft {
  readonly source: string
  readonly layout: Layout
  readonly revision: number
}
