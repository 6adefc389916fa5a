import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type { StoredFlow } from "#basic"
import type { HistoryEntry } from "#server/services/versions/load.ts"
import { useTRPC, useTRPCClient } from "../../api/trpc.ts"
import { useToasts } from "../../api/use-toasts.ts"
import { useFlowsStore } from "../flows/flows-context.ts"
import { textOf } from "../flows/flows-store.ts"

/** What is looked at: the draft, or an entry of the history. */
export type Ref = "draft" | HistoryEntry["ref"]

/** The history of a bot, and what is done with it. */
export function useHistory(botId: string) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { tellError } = useToasts()
  const history = useQuery(trpc.versions.list.queryOptions({ botId }))
  const settle = {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: trpc.versions.pathKey() })
      await queries.invalidateQueries({ queryKey: trpc.bots.pathKey() })
    },
    onError: tellError,
  }
  return {
    history,
    save: useMutation({ ...trpc.versions.save.mutationOptions(), ...settle }),
    rename: useMutation({ ...trpc.versions.rename.mutationOptions(), ...settle }),
    remove: useMutation({ ...trpc.versions.delete.mutationOptions(), ...settle }),
    goLive: useMutation({ ...trpc.versions.goLive.mutationOptions(), ...settle }),
    promote: useMutation({ ...trpc.versions.promote.mutationOptions(), ...settle }),
    renewStaging: useMutation({ ...trpc.versions.renewStaging.mutationOptions(), ...settle }),
    closeStaging: useMutation({ ...trpc.versions.closeStaging.mutationOptions(), ...settle }),
  }
}

/** The flows of the draft as they are in this browser when the part that asks comes up. */
export function useDraftFlows(): readonly StoredFlow[] {
  const store = useFlowsStore()
  const [flows] = useState(() => {
    const state = store.getState()
    return state.flows.map((flow) => ({
      name: flow.name,
      ...textOf(state, flow),
    }))
  })
  return flows
}

/** The flows of the draft or of an entry; null while they are loaded. */
export function useFlowsOf(botId: string, ref: Ref) {
  const client = useTRPCClient()
  const draft = useDraftFlows()
  const read = useQuery({
    queryKey: ["version-flows", botId, ref],
    queryFn: () => (ref === "draft" ? null : client.versions.read.query({ botId, ref })),
    // A version never changes.
    staleTime: Number.POSITIVE_INFINITY,
    enabled: ref !== "draft",
  })
  if (ref === "draft") return { flows: draft, error: null, refetch: read.refetch }
  return { flows: read.data?.scripts ?? null, error: read.error, refetch: read.refetch }
}
