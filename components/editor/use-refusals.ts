"use client"

import { notifications } from "@mantine/notifications"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import type { BuilderStore } from "./builder-store.ts"

/** Says once why a gesture was not possible. */
export function useRefusals(store: BuilderStore) {
  const { t } = useTranslation("builder")
  useEffect(
    () =>
      store.subscribe(({ refusal, dismissRefusal }) => {
        if (!refusal) return
        const message = refusal.hint ? `${refusal.message} ${refusal.hint}` : refusal.message
        notifications.show({
          id: "refusal",
          title: t("refused"),
          message,
          color: "yellow",
          autoClose: 8000,
        })
        dismissRefusal()
      }),
    [store, t],
  )
}
