"use client"

import { Select } from "@mantine/core"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"

const statuses = ["online", "busy", "away", "offline"] as const
type Status = (typeof statuses)[number]

/** Whether one answers at the moment: scripts ask for it with GET ATTENDANTS. */
export function PresenceChoice() {
  const { t } = useTranslation("people")
  const { tellError } = useToasts()
  const [status, setStatus] = useState<Status | null>(null)
  const trpc = useTRPC()
  const save = useMutation(trpc.inbox.setPresence.mutationOptions({ onError: tellError }))
  return (
    <Select
      aria-label={t("inbox.presence")}
      placeholder={t("inbox.presence")}
      w={170}
      value={status}
      data={statuses.map((value) => ({ value, label: t(`presence.${value}`) }))}
      onChange={(wanted) => {
        const next = statuses.find((one) => one === wanted)
        if (next === undefined) return
        setStatus(next)
        save.mutate({ status: next })
      }}
    />
  )
}
