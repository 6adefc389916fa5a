"use client"

import { Button, FileButton } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { Dialog } from "../ui/dialog.tsx"
import { Icon } from "../ui/icon.tsx"
import { useDropZone } from "../ui/use-drop-zone.ts"
import styles from "./import-bot-dialog.module.css"
import { useImportBot } from "./use-packages.ts"

interface ImportBotDialogProps {
  isOpen: boolean
  onClose: () => void
}

/** Makes a bot of a file that was exported: dropped, or chosen. What is wrong with it is said in place. */
export function ImportBotDialog({ isOpen, onClose }: ImportBotDialogProps) {
  const { t } = useTranslation("bots")
  const { mutate, isPending, error, reset } = useImportBot()
  const take = (file: File | null | undefined) => {
    if (file) mutate(file)
  }
  const { isOver, handlers } = useDropZone(!isPending, ([file]) => take(file))
  const close = () => {
    reset()
    onClose()
  }
  return (
    <Dialog opened={isOpen} onClose={close} title={t("import.title")}>
      <div className={styles.drop} data-over={isOver || undefined} {...handlers}>
        <Icon name="cloud-upload" size={28} />
        <p className={styles.text}>{t("import.text")}</p>
        <FileButton accept=".zip,application/zip" onChange={take}>
          {(props) => (
            <Button {...props} loading={isPending} data-autofocus>
              {t("import.choose")}
            </Button>
          )}
        </FileButton>
      </div>
      {error && (
        <div className={styles.refusal} role="alert">
          <Icon name="alert-circle" size={18} />
          <div>
            <strong>{error.title}</strong>
            <p className={styles.text}>{error.message}</p>
          </div>
        </div>
      )}
    </Dialog>
  )
}
