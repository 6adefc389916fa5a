import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { RunningInput } from "#server/services/bots/schema.ts"
import { useTRPC, useTRPCClient } from "../../api/trpc.ts"
import { useFlowsStore } from "../flows/flows-context.ts"

/** What the person decided before publishing. */
export interface PublishWish {
  readonly to: "live" | "staging"
  readonly name: string
  readonly note: string
  readonly running: (typeof RunningInput)["_zod"]["input"]
}

export const plainWish: PublishWish = {
  to: "live",
  name: "",
  note: "",
  running: { kind: "finish" },
}

export type PublishOutcome =
  | {
      readonly kind: "published"
      readonly number: number
      readonly to: "live" | "staging"
      readonly slug: string
    }
  /** `script`: the flow the first of them is in; the first flow when left out. */
  | { readonly kind: "errors"; readonly count: number; readonly script: string | undefined }
  | { readonly kind: "unsaved" }

/** Saves every flow, then publishes. */
export function usePublish(botId: string, saveNow: () => Promise<number | null>) {
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const flows = useFlowsStore()
  return useMutation({
    mutationFn: async (wish: PublishWish): Promise<PublishOutcome> => {
      const baseRevision = await saveNow()
      if (baseRevision === null) return { kind: "unsaved" }
      const answer = await client.bots.publish
        .mutate({ botId, baseRevision, ...wish })
        .catch(async (error: unknown) => {
          // Another flow was changed elsewhere: the person is told, and may publish what is there now.
          const { draftRevision } = await client.scripts.list.query({ botId })
          flows.getState().setRevision(draftRevision)
          throw error
        })
      if (answer.ok) {
        const { number, to, slug, stagingSlug } = answer.version
        return { kind: "published", number, to, slug: to === "live" ? slug : (stagingSlug ?? slug) }
      }
      const errors = answer.diagnostics.filter((finding) => finding.severity === "error")
      return { kind: "errors", count: errors.length, script: errors[0]?.script }
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: trpc.bots.pathKey() })
      await queries.invalidateQueries({ queryKey: trpc.versions.pathKey() })
    },
  })
}
