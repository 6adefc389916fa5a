"use client"

import { ActionIcon, Menu } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ConfirmDialog } from "../ui/confirm-dialog.tsx"
import { Icon } from "../ui/icon.tsx"

interface RowMenuProps {
  name: string
  /** Names what goes with it. */
  consequence: string
  isBusy: boolean
  onEdit: () => void
  onDelete: () => void
}

/** What can be done with a row besides opening it. */
export function RowMenu({ name, consequence, isBusy, onEdit, onDelete }: RowMenuProps) {
  const { t } = useTranslation(["understanding", "common"])
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Menu position="bottom-end" width={180}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={t("more", { name })}>
            <Icon name="dots" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="pencil" size={16} />} onClick={onEdit}>
            {t("change")}
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<Icon name="trash" size={16} />}
            onClick={() => setAsking(true)}
          >
            {t("delete")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={isAsking}
        title={t("deleteTitle", { name })}
        consequence={consequence}
        confirmLabel={t("delete")}
        cancelLabel={t("common:cancel")}
        isBusy={isBusy}
        onConfirm={onDelete}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
