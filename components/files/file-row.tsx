"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { formatSize } from "../chat/format-size.ts"
import { Icon } from "../ui/icon.tsx"
import { RowAct, RowMenu } from "../ui/row-menu.tsx"
import { TimeAgo } from "../ui/time-ago.tsx"
import styles from "./bot-files.module.css"
import { DeleteFileDialog } from "./delete-file-dialog.tsx"
import type { DriveFile } from "./drive-file.ts"
import { RenameFileDialog } from "./rename-file-dialog.tsx"

interface FileRowProps {
  botId: string
  name: string
  file: DriveFile
  canChange: boolean
}

/** One file: its name downloads it; the menu holds the rest. */
export function FileRow({ botId, name, file, canChange }: FileRowProps) {
  const { t, i18n } = useTranslation("bots")
  const download = useDownload(botId, file)
  return (
    <li className={styles.row}>
      <Icon name="file-text" size={20} />
      <button type="button" className={styles.open} onClick={download}>
        {name}
      </button>
      <span className={styles.fact}>{formatSize(file.size, i18n.language)}</span>
      <span className={`${styles.fact} ${styles.age}`}>
        <TimeAgo at={file.modifiedAt} />
      </span>
      <FileMenu botId={botId} file={file} canChange={canChange} label={t("menu", { name })}>
        <RowAct icon="download" onAct={download}>
          {t("files.download")}
        </RowAct>
      </FileMenu>
    </li>
  )
}

/** Asks for an address that is good for some minutes and goes there; the server gives it as a download. */
function useDownload(botId: string, file: DriveFile) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  return async () => {
    try {
      const options = trpc.files.link.queryOptions({ botId, fileId: file.id }, { staleTime: 0 })
      window.location.assign((await queryClient.fetchQuery(options)).url)
    } catch (error) {
      tellError(error)
    }
  }
}

interface FileMenuProps {
  botId: string
  file: DriveFile
  canChange: boolean
  label: string
  children: React.ReactNode
}

function FileMenu({ botId, file, canChange, label, children }: FileMenuProps) {
  const { t } = useTranslation("bots")
  const [dialog, setDialog] = useState<"rename" | "delete" | null>(null)
  const shared = { botId, file, onClose: () => setDialog(null) }
  return (
    <>
      <RowMenu label={label} width={170}>
        {children}
        {canChange && (
          <>
            <RowAct icon="pencil" onAct={() => setDialog("rename")}>
              {t("rename")}
            </RowAct>
            <RowAct icon="trash" isDanger onAct={() => setDialog("delete")}>
              {t("delete")}
            </RowAct>
          </>
        )}
      </RowMenu>
      <RenameFileDialog {...shared} isOpen={dialog === "rename"} />
      <DeleteFileDialog {...shared} isOpen={dialog === "delete"} />
    </>
  )
}
