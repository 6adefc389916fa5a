"use client"

import { MultiSelect, Select, Stack } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"

interface BotsChoiceProps {
  /** Null for all bots. */
  botIds: readonly string[] | null
  onChange: (botIds: string[] | null) => void
}

/** All bots of the organization, or those that are picked. */
export function BotsChoice({ botIds, onChange }: BotsChoiceProps) {
  const { t } = useTranslation("keys")
  const { data: bots = [] } = useQuery(useTRPC().bots.list.queryOptions({}))
  return (
    <Stack gap="xs">
      <Select
        label={t("bots")}
        data={[
          { value: "all", label: t("botsAll") },
          { value: "some", label: t("botsSome") },
        ]}
        value={botIds === null ? "all" : "some"}
        allowDeselect={false}
        onChange={(chosen) => onChange(chosen === "some" ? [] : null)}
      />
      {botIds && (
        <MultiSelect
          label={t("botsChoose")}
          data={bots.map(({ id, name }) => ({ value: id, label: name }))}
          value={[...botIds]}
          searchable
          onChange={onChange}
        />
      )}
    </Stack>
  )
}
