"use client"

import { Button, Group, TextInput } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { hasPermission } from "#catalog/permissions.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { Panel } from "../ui/panel.tsx"

export function OrganizationNamePanel() {
  const { t } = useTranslation(["shell", "common"])
  const { organization } = useCurrentOrganization()
  const [name, setName] = useState(organization.name)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const canRename = hasPermission(organization.role, "org.update")
  const rename = useMutation(
    trpc.orgs.rename.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.account.me.queryFilter())
        tellDone(t("common:saved"))
      },
      onError: tellError,
    }),
  )
  const wanted = name.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wanted !== "" && wanted !== organization.name) rename.mutate({ name: wanted })
  }
  return (
    <Panel title={t("organization.name")} description={t("organization.nameText")}>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          <TextInput
            flex={1}
            maw={360}
            aria-label={t("organization.name")}
            value={name}
            maxLength={limits.nameChars}
            readOnly={!canRename}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {canRename && (
            <Button
              type="submit"
              loading={rename.isPending}
              disabled={wanted === "" || wanted === organization.name}
            >
              {t("common:save")}
            </Button>
          )}
        </Group>
      </form>
    </Panel>
  )
}
