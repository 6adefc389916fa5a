"use client"

import { Button, FileButton, Group } from "@mantine/core"
import { useMutation } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { useTRPC, useTRPCClient } from "../../api/trpc.ts"
import { useToasts } from "../../api/use-toasts.ts"
import { Icon } from "../../ui/icon.tsx"
import { Panel } from "../../ui/panel.tsx"
import { saveFile } from "../use-packages.ts"

/** What the bot says, as a table: out for a translator, and back in. */
export function TextsPanel({ botId, canChange }: { botId: string; canChange: boolean }) {
  const { t } = useTranslation("bots")
  const trpc = useTRPC()
  const client = useTRPCClient()
  const { tellDone, tellError } = useToasts()
  const save = useMutation({
    mutationFn: () => client.texts.export.query({ botId }),
    // With its mark, spreadsheets read the file as UTF-8.
    onSuccess: ({ csv }) => saveFile("texts.csv", new Blob(["\uFEFF", csv], { type: "text/csv" })),
    onError: tellError,
  })
  const take = useMutation(
    trpc.texts.import.mutationOptions({
      onSuccess: ({ changed, languages }) =>
        tellDone(t("texts.imported", { count: changed, languages: languages.join(", ") })),
      onError: tellError,
    }),
  )
  const read = async (file: File | null) => {
    if (file) take.mutate({ botId, csv: await file.text() })
  }
  return (
    <Panel title={t("texts.title")} description={t("texts.description")}>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<Icon name="download" size={16} />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t("texts.export")}
        </Button>
        {canChange && (
          <FileButton accept=".csv,text/csv" onChange={read}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                leftSection={<Icon name="cloud-upload" size={16} />}
                loading={take.isPending}
              >
                {t("texts.import")}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
    </Panel>
  )
}
