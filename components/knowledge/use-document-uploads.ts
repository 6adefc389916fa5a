"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useTRPC } from "../api/trpc.ts"
import { useUploads } from "../api/use-uploads.ts"

/** Uploads documents into a knowledge base. */
export function useDocumentUploads(botId: string, baseId: string) {
  const { knowledge } = useTRPC()
  const queryClient = useQueryClient()
  return useUploads({
    path: `/bots/${encodeURIComponent(botId)}/knowledge/${encodeURIComponent(baseId)}`,
    partsOf: (file) => ({ file }),
    onEach: () => queryClient.invalidateQueries(knowledge.documents.queryFilter({ botId, baseId })),
    onAll: () => queryClient.invalidateQueries(knowledge.bases.queryFilter({ botId })),
  })
}
