"use client"

import { useQuery } from "@tanstack/react-query"
import { useSearchParams } from "next/navigation"
import { useEffect } from "react"
import { emptySession } from "#basic/debugger/session.ts"
import { useTRPC } from "../../api/trpc.ts"
import { toKept } from "../../recordings/to-kept.ts"
import type { DebugStore } from "./debug-store.ts"

/** Takes the conversation that the address names into the test chat, to be held again with the draft. */
export function useReplay(debug: DebugStore) {
  const conversationId = useSearchParams().get("replay")
  const { data } = useQuery({
    ...useTRPC().recordings.get.queryOptions({ conversationId: conversationId ?? "" }),
    enabled: conversationId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  useEffect(() => {
    if (!data) return
    const kept = toKept(data)
    debug.setState({
      kept,
      startedMs: kept.nowMs,
      session: { ...emptySession, acts: kept.acts },
      goal: { kind: "end" },
    })
  }, [data, debug])
}
