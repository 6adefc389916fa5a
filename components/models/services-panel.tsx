"use client"

import { Button, FileButton, PasswordInput, TextInput } from "@mantine/core"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { inferRouterOutputs } from "@trpc/server"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AppRouter } from "#server/trpc/router.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import styles from "../bots/settings/settings.module.css"
import { Panel } from "../ui/panel.tsx"

interface ServicesPanelProps {
  botId: string
  canChange: boolean
}

/** Services whose operations are tools of the bot. A stored key is never shown. */
export function ServicesPanel({ botId, canChange }: ServicesPanelProps) {
  const { t } = useTranslation(["bots", "common"])
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const services = useQuery(trpc.tools.list.queryOptions({ botId }))
  const [name, setName] = useState("")
  const [key, setKey] = useState("")
  const onSuccess = (saved: typeof services.data) => {
    queryClient.setQueryData(trpc.tools.list.queryKey({ botId }), saved)
    setName("")
    setKey("")
    tellDone(t("common:saved"))
  }
  const onError = tellError
  const add = useMutation(trpc.tools.importService.mutationOptions({ onSuccess, onError }))
  const remove = useMutation(trpc.tools.deleteService.mutationOptions({ onSuccess, onError }))
  const readFile = async (file: File | null) => {
    if (file) add.mutate({ botId, name, document: await file.text(), ...(key !== "" && { key }) })
  }
  const listed = services.data ?? []
  return (
    <Panel title={t("models.services")} description={t("models.servicesText")} isFlush>
      <ul className={styles.list}>
        {listed.length === 0 && (
          <li className={styles.row}>
            <span className={styles.quiet}>{t("models.servicesEmpty")}</span>
          </li>
        )}
        {listed.map((service) => (
          <ServiceRow
            key={service.id}
            service={service}
            {...(canChange && {
              onRemove: () => remove.mutate({ botId, serviceId: service.id }),
            })}
          />
        ))}
        {canChange && (
          <li className={styles.row}>
            <div className={styles.fields}>
              <TextInput
                label={t("models.serviceName")}
                value={name}
                maxLength={40}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <PasswordInput
                label={t("models.key")}
                value={key}
                maxLength={1_000}
                autoComplete="off"
                onChange={(event) => setKey(event.currentTarget.value)}
              />
              <FileButton accept=".json,application/json" onChange={readFile}>
                {(props) => (
                  <Button {...props} loading={add.isPending} disabled={name.trim() === ""}>
                    {t("models.serviceFile")}
                  </Button>
                )}
              </FileButton>
            </div>
          </li>
        )}
      </ul>
    </Panel>
  )
}

type Service = inferRouterOutputs<AppRouter>["tools"]["list"][number]

function ServiceRow({ service, onRemove }: { service: Service; onRemove?: () => void }) {
  const { t } = useTranslation("bots")
  const { name, operations, hasKey } = service
  const names = operations.slice(0, 6).map((operation) => `${name}.${operation.name}`)
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <strong>{name}</strong>
        <span className={styles.quiet}>
          {t("models.serviceTools", { tools: operations.length, names: names.join(", ") })}
        </span>
      </div>
      <span className={styles.quiet}>{t(hasKey ? "models.keyStored" : "models.keyNone")}</span>
      {onRemove && (
        <Button size="xs" variant="default" onClick={onRemove}>
          {t("models.remove")}
        </Button>
      )}
    </li>
  )
}
