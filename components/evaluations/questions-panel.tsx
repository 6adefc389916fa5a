"use client"

import { Button, FileButton, Menu } from "@mantine/core"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { ConfirmDialog } from "../ui/confirm-dialog.tsx"
import { Icon } from "../ui/icon.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import type { ListedSet } from "./evaluation-shapes.ts"
import styles from "./evaluations.module.css"
import { QuestionsForm } from "./questions-form.tsx"
import { saveText } from "./save-text.ts"
import { useEvaluationActs } from "./use-evaluation-acts.ts"

interface QuestionsPanelProps {
  botId: string
  set: ListedSet
  canChange: boolean
}

/** The questions of a set with what is expected; as a file in and out. */
export function QuestionsPanel({ botId, set, canChange }: QuestionsPanelProps) {
  const { t } = useTranslation(["evaluations", "common"])
  const [isDeleting, setDeleting] = useState(false)
  const options = useTRPC().evaluations.getSet.queryOptions({ botId, setId: set.id })
  const { data, error, refetch } = useQuery({ ...options, staleTime: 0 })
  const { importSet, deleteSet } = useEvaluationActs(() => setDeleting(false))
  const take = async (file: File | null) => {
    if (file !== null) importSet.mutate({ botId, setId: set.id, text: await file.text() })
  }
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  return (
    <>
      <div className={styles.acts}>
        {canChange && (
          <FileButton accept=".csv,.json,text/csv,application/json" onChange={take}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={importSet.isPending}
                leftSection={<Icon name="cloud-upload" size={16} />}
              >
                {t("import")}
              </Button>
            )}
          </FileButton>
        )}
        <ExportMenu botId={botId} setId={set.id} />
        {canChange && (
          <Button variant="subtle" color="red" onClick={() => setDeleting(true)}>
            {t("delete")}
          </Button>
        )}
      </div>
      <p className={styles.quiet}>{t("questionsText")}</p>
      <QuestionsForm key={data.revision} botId={botId} set={data} canChange={canChange} />
      <ConfirmDialog
        isOpen={isDeleting}
        title={t("deleteTitle")}
        consequence={t("deleteText", { name: set.name })}
        confirmLabel={t("delete")}
        isBusy={deleteSet.isPending}
        onConfirm={() => deleteSet.mutate({ botId, setId: set.id })}
        onCancel={() => setDeleting(false)}
      />
    </>
  )
}

function ExportMenu({ botId, setId }: { botId: string; setId: string }) {
  const { t } = useTranslation("evaluations")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const save = async (format: "csv" | "json") => {
    const options = trpc.evaluations.exportSet.queryOptions({ botId, setId, format })
    const { name, text } = await queryClient.fetchQuery({ ...options, staleTime: 0 })
    saveText(name, text)
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<Icon name="download" size={16} />}>
          {t("export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save("csv")}>{t("csv")}</Menu.Item>
        <Menu.Item onClick={() => save("json")}>{t("json")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
