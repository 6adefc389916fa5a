"use client"

import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useCallback, useMemo, useState } from "react"
import type { Bundle } from "#basic"
import type { PretendAnswer, PretendEffect } from "#basic/debugger/session.ts"
import { limits } from "#catalog/limits.ts"
import { tellMeaning } from "#catalog/understanding/tell-meaning.ts"
import { useTRPC } from "../../api/trpc.ts"

type Answers = ReadonlyMap<string, PretendAnswer>
const none: Answers = new Map()

/**
 * What the draft's understanding says in the test chat. The machine in the browser cannot wait, so a text that
 * was never asked about is asked about first where a person wrote it, and else while the preview goes on as if
 * nothing were understood; the conversation is run again with what came.
 */
export function useUnderstood(botId: string) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [answers, setAnswers] = useState<Answers>(none)
  const { data: understanding } = useQuery({
    ...trpc.understanding.list.queryOptions({ botId }),
    staleTime: 30_000,
    retry: false,
  })
  const ask = useCallback(
    async (given: string) => {
      const text = given.slice(0, limits.understoodChars)
      try {
        const options = trpc.understanding.try.queryOptions({ botId, text })
        const understood = await queries.fetchQuery({ ...options, staleTime: 5_000, retry: false })
        const value = tellMeaning(understood, given)
        setAnswers((known) => new Map(known).set(given, { value }))
      } catch {
        // Without a connection the preview finds intents by itself.
      }
    },
    [botId, trpc, queries],
  )
  const answerer = useMemo(
    () =>
      ({ keyword, operands }: PretendEffect): PretendAnswer | null => {
        if (keyword !== "UNDERSTAND") return null
        const text = readText(operands)
        const known = answers.get(text)
        if (known === undefined) queueMicrotask(() => void ask(text))
        return known ?? null
      },
    [answers, ask],
  )
  return { answerer, understanding, ask, forget: () => setAnswers(none) }
}

export const asksUnderstanding = ({ effects }: Bundle): boolean =>
  effects.some(({ keyword }) => keyword === "UNDERSTAND")

function readText(operands: PretendEffect["operands"]): string {
  if (typeof operands !== "object" || operands === null || Array.isArray(operands)) return ""
  return typeof operands.text === "string" ? operands.text : ""
}
