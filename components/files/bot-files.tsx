"use client"

import { Button, FileButton } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import { folderOf } from "#basic"
import { hasPermission } from "#catalog/permissions.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { UploadList } from "../api/upload-list.tsx"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { PageHeader } from "../shell/page-header.tsx"
import { EmptyState } from "../ui/empty-state.tsx"
import { Icon } from "../ui/icon.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { useDropZone } from "../ui/use-drop-zone.ts"
import styles from "./bot-files.module.css"
import { FileRow } from "./file-row.tsx"
import { listFolder } from "./list-folder.ts"
import { useFileUploads } from "./use-file-uploads.ts"

/** The drive of a bot: what its programs read and write. */
export function BotFiles({ botId }: { botId: string }) {
  const { t } = useTranslation("bots")
  const { organization } = useCurrentOrganization()
  const canChange = hasPermission(organization.role, "files.update")
  const [folder, setFolder] = useState("")
  const { uploads, add, drop } = useFileUploads(botId, folder)
  const zone = useDropZone(canChange, add)
  const { data: bot } = useQuery(useTRPC().bots.get.queryOptions({ botId }))
  const button = canChange && (
    <FileButton multiple onChange={add}>
      {(props) => (
        <Button {...props} leftSection={<Icon name="cloud-upload" size={16} />}>
          {t("files.upload")}
        </Button>
      )}
    </FileButton>
  )
  return (
    <section {...zone.handlers} aria-label={t("files.title")}>
      <PageHeader
        trail={[
          { label: t("title"), href: "/bots" },
          { label: bot?.name ?? "…", href: `/bots/${botId}` },
        ]}
        title={t("files.title")}
        description={t("files.description")}
        actions={button}
      />
      {zone.isOver && <p className={styles.drop}>{t("files.drop")}</p>}
      <UploadList uploads={uploads} onDrop={drop} />
      <Folder botId={botId} canChange={canChange} folder={folder} onOpen={setFolder} />
    </section>
  )
}

interface FolderProps {
  botId: string
  canChange: boolean
  folder: string
  onOpen: (folder: string) => void
}

function Folder({ botId, canChange, folder, onOpen }: FolderProps) {
  const { t } = useTranslation(["bots", "common"])
  const { data, error, refetch } = useQuery(useTRPC().files.list.queryOptions({ botId }))
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  if (data.length === 0)
    return (
      <EmptyState icon="file-text" title={t("files.empty.title")} text={t("files.empty.text")} />
    )
  const entries = listFolder(data, folder)
  return (
    <>
      {folder !== "" && (
        <FolderButton
          name={folderOf(folder) || t("files.top")}
          onOpen={() => onOpen(folderOf(folder))}
        >
          <Icon name="arrow-left" size={18} className="bw-mirror" />
        </FolderButton>
      )}
      {folder !== "" && <h2 className={styles.folder}>{folder}</h2>}
      <ul className={styles.list} aria-label={folder || t("files.top")}>
        {entries.map((entry) =>
          entry.kind === "folder" ? (
            <li key={entry.path} className={styles.row}>
              <FolderButton name={entry.name} onOpen={() => onOpen(entry.path)}>
                <Icon name="folder" size={20} />
              </FolderButton>
              <span className={styles.fact}>{t("files.inside", { number: entry.count })}</span>
            </li>
          ) : (
            <FileRow
              key={entry.file.id}
              botId={botId}
              name={entry.name}
              file={entry.file}
              canChange={canChange}
            />
          ),
        )}
      </ul>
    </>
  )
}

interface FolderButtonProps {
  name: string
  onOpen: () => void
  children: ReactNode
}

function FolderButton({ name, onOpen, children }: FolderButtonProps) {
  return (
    <button type="button" className={styles.openFolder} onClick={onOpen}>
      {children}
      <span>{name}</span>
    </button>
  )
}
