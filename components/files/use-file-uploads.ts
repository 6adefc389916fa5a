"use client"

import { useQueryClient } from "@tanstack/react-query"
import { cleanName, joinPath } from "#basic"
import { useTRPC } from "../api/trpc.ts"
import { useUploads } from "../api/use-uploads.ts"

/** Uploads files into a folder of a bot's drive. */
export function useFileUploads(botId: string, folder: string) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  return useUploads({
    path: `/bots/${encodeURIComponent(botId)}/files`,
    partsOf: (file) => ({ path: joinPath(folder, cleanName(file.name)), file }),
    onAll: () => queryClient.invalidateQueries(trpc.files.list.queryFilter({ botId })),
  })
}
