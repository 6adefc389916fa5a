import type { Json } from "#basic/vm/value.ts"

interface Told {
  readonly meanings: readonly {
    readonly name: string
    readonly confidence: number
    readonly threshold: number
  }[]
  readonly entities: Readonly<Record<string, Json>>
}

/** What UNDERSTAND gives a program: the nearest intent where it is sure enough, or what a model has said. */
export function tellMeaning(
  { meanings, entities }: Told,
  text: string,
  opinion: string | null = null,
): Record<string, Json> {
  const [nearest] = meanings
  const confidence = nearest?.confidence ?? 0
  const isSure = nearest !== undefined && confidence >= nearest.threshold
  return {
    intent: isSure ? nearest.name : (opinion ?? ""),
    ...{ confidence, entities, nearest: nearest?.name ?? "", text },
    by: isSure ? "examples" : opinion === null ? "nobody" : "model",
  }
}
