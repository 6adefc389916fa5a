"use client"

import { Button, FileButton, Group } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { Icon } from "../ui/icon.tsx"
import { useAfterChange } from "./use-changes.ts"

/** Takes intents and entities to another bot, as one file. */
export function TransferButtons({ botId, canChange }: { botId: string; canChange: boolean }) {
  const { t } = useTranslation("understanding")
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const after = useAfterChange()
  const take = useMutation(
    trpc.understanding.import.mutationOptions({
      ...after,
      onSuccess: (counts) => {
        after.onSuccess()
        tellDone(t("imported", { ...counts }))
      },
    }),
  )
  const give = async () => {
    try {
      const listed = await queries.fetchQuery(trpc.understanding.list.queryOptions({ botId }))
      save("understanding.json", JSON.stringify(withoutIds(listed), null, 2))
    } catch (error) {
      tellError(error)
    }
  }
  const read = async (file: File | null) => {
    if (file === null) return
    try {
      const { intents = [], entities = [] } = JSON.parse(await file.text())
      take.mutate({ botId, intents, entities })
    } catch {
      tellDone(t("importRefused"))
    }
  }
  return (
    <Group gap="sm">
      <Button
        variant="default"
        leftSection={<Icon name="download" size={16} />}
        onClick={() => void give()}
      >
        {t("export")}
      </Button>
      {canChange && (
        <FileButton accept="application/json,.json" onChange={(file) => void read(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={take.isPending}>
              {t("import")}
            </Button>
          )}
        </FileButton>
      )}
    </Group>
  )
}

/** Another bot gives its own. */
const withoutIds = (value: object): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, each) => (key === "id" || key === "revision" ? undefined : each)),
  )

function save(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }))
  const link = Object.assign(document.createElement("a"), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
