"use client"

import { Button, Group } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { HistoryEntry } from "#server/services/versions/load.ts"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { Icon } from "../../ui/icon.tsx"
import { useEntryTitle } from "./entry-title.ts"
import { NameForm } from "./name-form.tsx"
import type { useHistory } from "./use-history.ts"
import type { useRestore } from "./use-restore.ts"

interface EntryActionsProps {
  readonly botId: string
  readonly entry: HistoryEntry
  readonly acts: ReturnType<typeof useHistory>
  readonly restore: ReturnType<typeof useRestore>
  readonly canEdit: boolean
  readonly canPublish: boolean
  readonly onShare: () => void
  readonly onGone: () => void
}

/** What can be done with an entry: bring it back, make it live, name it, share it. */
export function EntryActions(props: EntryActionsProps) {
  const { botId, entry, acts, onGone } = props
  const { t } = useTranslation(["history", "common"])
  const title = useEntryTitle()(entry)
  const [doing, setDoing] = useState<Doing | null>(null)
  const { ref } = entry
  const done = { onSuccess: () => setDoing(null) }
  if (doing === "name")
    return (
      <NameForm
        initial={entry}
        saveLabel={t("common:save")}
        mustName={false}
        isBusy={acts.rename.isPending}
        onSave={(words) => acts.rename.mutate({ botId, ref, ...words }, done)}
        onCancel={() => setDoing(null)}
      />
    )
  return (
    <>
      <ActButtons {...props} title={title} onDoing={setDoing} />
      <ConfirmDialog
        isOpen={doing === "live"}
        title={t("goLive.title", { name: title })}
        consequence={t("goLive.text")}
        tone="plain"
        confirmLabel={t("goLive.act")}
        isBusy={acts.goLive.isPending}
        onConfirm={() => {
          if (entry.kind === "version")
            acts.goLive.mutate({ botId, versionId: ref as `ver_${string}` }, done)
        }}
        onCancel={() => setDoing(null)}
      />
      <ConfirmDialog
        isOpen={doing === "delete"}
        title={t("delete.title", { name: title })}
        consequence={t("delete.text")}
        confirmLabel={t("delete.act")}
        isBusy={acts.remove.isPending}
        onConfirm={() => acts.remove.mutate({ botId, ref }, { onSuccess: onGone })}
        onCancel={() => setDoing(null)}
      />
    </>
  )
}

type Doing = "name" | "live" | "delete"

function ActButtons(props: EntryActionsProps & { title: string; onDoing: (doing: Doing) => void }) {
  const { entry, restore, canEdit, canPublish, onShare, title, onDoing } = props
  const { t } = useTranslation("history")
  const { ref } = entry
  return (
    <Group gap="xs">
      {canEdit && (
        <Button
          size="xs"
          loading={restore.isPending}
          leftSection={<Icon name="history" size={14} />}
          onClick={() => restore.mutate({ ref, title })}
        >
          {t("restore.act")}
        </Button>
      )}
      {canPublish && entry.kind === "version" && !entry.isLive && (
        <Button size="xs" variant="default" onClick={() => onDoing("live")}>
          {t("goLive.act")}
        </Button>
      )}
      {canEdit && (
        <>
          <Button size="xs" variant="default" onClick={() => onDoing("name")}>
            {t("rename")}
          </Button>
          <Button size="xs" variant="default" onClick={onShare}>
            {t("share.act")}
          </Button>
        </>
      )}
      {canEdit && entry.kind === "snapshot" && (
        <Button size="xs" variant="subtle" color="red" onClick={() => onDoing("delete")}>
          {t("delete.act")}
        </Button>
      )}
    </Group>
  )
}
