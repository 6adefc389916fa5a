"use client"

import { Progress, Select } from "@mantine/core"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"

interface EmbedderSelectProps {
  botId: string
  baseId: string
  canChange: boolean
}

/** How often it is asked how far a change is. Units: ms. */
const lookAgainMs = 1_500

/** Which model finds by meaning in a base, and how far its documents are on the way to another one. */
export function EmbedderSelect({ botId, baseId, canChange }: EmbedderSelectProps) {
  const { t } = useTranslation("knowledge")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const { data } = useQuery({
    ...trpc.knowledge.embedders.queryOptions({ botId, baseId }),
    refetchInterval: ({ state }) => (state.data?.nextModel ? lookAgainMs : false),
  })
  const change = useMutation(
    trpc.knowledge.changeModel.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.knowledge.pathFilter()),
      onError: tellError,
    }),
  )
  if (!data || (data.choices.length < 2 && data.nextModel === null)) return null
  const labelOf = ({ provider, name }: (typeof data.choices)[number]) =>
    provider === null ? t("embedder.own") : `${provider}: ${name}`
  const known = data.choices.map((choice) => ({ value: choice.model, label: labelOf(choice) }))
  const chosen = data.nextModel ?? data.model
  const gone = known.some(({ value }) => value === chosen) ? [] : [{ value: chosen, label: chosen }]
  const progress = t("embedder.progress", { done: data.done, all: data.all })
  return (
    <div>
      <Select
        mt="lg"
        maw={420}
        label={t("embedder.label")}
        description={data.nextModel === null ? t("embedder.hint") : progress}
        data={[...known, ...gone]}
        value={chosen}
        allowDeselect={false}
        disabled={!canChange || change.isPending}
        onChange={(model) => model && change.mutate({ botId, baseId, model })}
      />
      {data.nextModel !== null && (
        <Progress
          mt="xs"
          maw={420}
          size="xs"
          value={(100 * data.done) / Math.max(1, data.all)}
          aria-label={progress}
        />
      )}
    </div>
  )
}
