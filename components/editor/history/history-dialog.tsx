"use client"

import { Button, Tabs } from "@mantine/core"
import { Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { QueryError } from "../../api/query-error.tsx"
import { MoreTexts } from "../../i18n/builder-texts.tsx"
import { Dialog } from "../../ui/dialog.tsx"
import { Icon } from "../../ui/icon.tsx"
import { Pending } from "../../ui/pending.tsx"
import { CompareView } from "./compare-view.tsx"
import { EntryActions } from "./entry-actions.tsx"
import { EntryList } from "./entry-list.tsx"
import styles from "./history.module.css"
import { NameForm } from "./name-form.tsx"
import { SharePanel } from "./share-panel.tsx"
import { StagingPanel } from "./staging-panel.tsx"
import { type Ref, useHistory } from "./use-history.ts"
import { useRestore } from "./use-restore.ts"

interface HistoryDialogProps {
  readonly botId: string
  readonly canEdit: boolean
  readonly canPublish: boolean
  readonly isNarrow: boolean
  readonly saveAll: () => Promise<number | null>
  readonly onClose: () => void
}

/** Everything the bot was: named, compared, brought back, shared. */
export function HistoryDialog(props: HistoryDialogProps) {
  const { t } = useTranslation("builder")
  return (
    <Dialog
      opened
      fullScreen
      onClose={props.onClose}
      title={t("history")}
      classNames={{ body: styles.dialog ?? "", content: styles.frame ?? "" }}
    >
      <Suspense fallback={<Pending />}>
        <MoreTexts group="history">
          <Parts {...props} />
        </MoreTexts>
      </Suspense>
    </Dialog>
  )
}

type Tab = "versions" | "staging" | "share"
const tabs: readonly Tab[] = ["versions", "staging", "share"]

function Parts(props: HistoryDialogProps) {
  const { botId, canEdit, canPublish } = props
  const { t } = useTranslation("history")
  const acts = useHistory(botId)
  const [tab, setTab] = useState<Tab>("versions")
  const [shared, setShared] = useState<Ref>("draft")
  const { data, error, refetch } = acts.history
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <p className={styles.quiet} role="status">
        {t("loading")}
      </p>
    )
  const share = (ref: Ref) => {
    setShared(ref)
    setTab("share")
  }
  return (
    <Tabs
      value={tab}
      onChange={(value) => setTab(tabs.find((name) => name === value) ?? "versions")}
      keepMounted={false}
      className={styles.tabs ?? ""}
    >
      <Tabs.List>
        <Tabs.Tab value="versions">{t("tab.versions")}</Tabs.Tab>
        <Tabs.Tab value="staging">{t("staging")}</Tabs.Tab>
        {canEdit && <Tabs.Tab value="share">{t("tab.share")}</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="versions" className={styles.panel ?? ""}>
        <Versions {...props} acts={acts} onShare={share} />
      </Tabs.Panel>
      <Tabs.Panel value="staging" className={styles.single ?? ""}>
        <StagingPanel botId={botId} acts={acts} canPublish={canPublish} />
      </Tabs.Panel>
      <Tabs.Panel value="share" className={styles.single ?? ""}>
        <SharePanel botId={botId} entries={data.entries} initial={shared} />
      </Tabs.Panel>
    </Tabs>
  )
}

interface VersionsProps extends HistoryDialogProps {
  readonly acts: ReturnType<typeof useHistory>
  readonly onShare: (ref: Ref) => void
}

function Versions(props: VersionsProps) {
  const { botId, canEdit, canPublish, isNarrow, saveAll, onClose, acts, onShare } = props
  const { t } = useTranslation("history")
  const entries = acts.history.data?.entries ?? []
  const restore = useRestore(botId, saveAll, onClose)
  const [pair, setPair] = useState<{ before: Ref; after: Ref } | null>(null)
  const before = pair?.before ?? entries[0]?.ref ?? "draft"
  const after = pair?.after ?? "draft"
  const selected = entries.find(({ ref }) => ref === before)
  return (
    <div className={styles.columns}>
      <div className={styles.side}>
        {canEdit && <SaveDraft botId={botId} acts={acts} saveAll={saveAll} />}
        {entries.length === 0 ? (
          <p className={styles.quiet}>{t("empty")}</p>
        ) : (
          <EntryList
            entries={entries}
            selected={before}
            onSelect={(ref) => setPair({ before: ref, after: "draft" })}
          />
        )}
      </div>
      {selected && (
        <div className={styles.main}>
          <EntryActions
            key={selected.ref}
            {...{ botId, acts, restore, canEdit, canPublish }}
            entry={selected}
            onShare={() => onShare(selected.ref)}
            onGone={() => setPair(null)}
          />
          <CompareView
            botId={botId}
            entries={entries}
            before={before}
            after={after}
            isNarrow={isNarrow}
            onCompare={(first, second) => setPair({ before: first, after: second })}
          />
        </div>
      )}
    </div>
  )
}

/** Names the draft as it is now. */
function SaveDraft({
  botId,
  acts,
  saveAll,
}: {
  botId: string
  acts: ReturnType<typeof useHistory>
  saveAll: () => Promise<number | null>
}) {
  const { t } = useTranslation("history")
  const [isOpen, setOpen] = useState(false)
  if (!isOpen)
    return (
      <Button
        variant="light"
        leftSection={<Icon name="bookmark" size={15} />}
        onClick={() => setOpen(true)}
      >
        {t("save.act")}
      </Button>
    )
  const save = async (words: { name: string; note: string }) => {
    await saveAll()
    acts.save.mutate({ botId, ...words }, { onSuccess: () => setOpen(false) })
  }
  return (
    <NameForm
      initial={{ name: "", note: "" }}
      saveLabel={t("save.confirm")}
      mustName
      isBusy={acts.save.isPending}
      onSave={(words) => void save(words)}
      onCancel={() => setOpen(false)}
    />
  )
}
