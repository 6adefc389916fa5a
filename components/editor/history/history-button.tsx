"use client"

import { Button } from "@mantine/core"
import { Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { Icon } from "../../ui/icon.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import { lazyPart } from "../../ui/lazy-part.ts"
import { Pending } from "../../ui/pending.tsx"

const HistoryDialog = lazyPart(async () => ({
  default: (await import("./history-dialog.tsx")).HistoryDialog,
}))

interface HistoryButtonProps {
  readonly botId: string
  readonly canEdit: boolean
  readonly canPublish: boolean
  readonly isNarrow: boolean
  readonly saveAll: () => Promise<number | null>
}

/** Opens what the bot was. */
export function HistoryButton(props: HistoryButtonProps) {
  const { t } = useTranslation("builder")
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {props.isNarrow ? (
        <IconButton label={t("history")} onClick={() => setOpen(true)}>
          <Icon name="history" size={17} />
        </IconButton>
      ) : (
        <Button
          size="sm"
          variant="default"
          leftSection={<Icon name="history" size={15} />}
          onClick={() => setOpen(true)}
        >
          {t("history")}
        </Button>
      )}
      {isOpen && (
        <Suspense fallback={<Pending isAbove />}>
          <HistoryDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
