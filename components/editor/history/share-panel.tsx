"use client"

import { Button, CopyButton, Group, NativeSelect, PasswordInput } from "@mantine/core"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import type { PreviewLink } from "#server/services/previews/list.ts"
import type { HistoryEntry } from "#server/services/versions/load.ts"
import { QueryError } from "../../api/query-error.tsx"
import { useTRPC } from "../../api/trpc.ts"
import { useToasts } from "../../api/use-toasts.ts"
import { Icon } from "../../ui/icon.tsx"
import { useEntryTitle } from "./entry-title.ts"
import styles from "./history.module.css"
import type { Ref } from "./use-history.ts"

interface SharePanelProps {
  readonly botId: string
  readonly entries: readonly HistoryEntry[]
  /** What is offered first. */
  readonly initial: Ref
}

const days = [1, 7, 30, 90] as const

/** Links that show the draft or a version to whoever has them: made, listed, closed. */
export function SharePanel({ botId, entries, initial }: SharePanelProps) {
  const { t } = useTranslation("history")
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { tellError } = useToasts()
  const links = useQuery(trpc.previews.list.queryOptions({ botId }))
  const settle = {
    onSuccess: () => queries.invalidateQueries({ queryKey: trpc.previews.pathKey() }),
    onError: tellError,
  }
  const create = useMutation({ ...trpc.previews.create.mutationOptions(), ...settle })
  const revoke = useMutation({ ...trpc.previews.revoke.mutationOptions(), ...settle })
  return (
    <div className={styles.share}>
      <p className={styles.quiet}>{t("share.text")}</p>
      <NewLink
        entries={entries}
        initial={initial}
        isBusy={create.isPending}
        onCreate={(wish) => create.mutate({ botId, ...wish })}
      />
      {links.error && <QueryError error={links.error} onRetry={() => void links.refetch()} />}
      {links.data?.length === 0 && <p className={styles.quiet}>{t("share.none")}</p>}
      <ul className={styles.links} aria-label={t("share.links")}>
        {links.data?.map((link) => (
          <li key={link.id}>
            <LinkRow
              link={link}
              isBusy={revoke.isPending}
              onRevoke={() => revoke.mutate({ botId, previewId: link.id })}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface Wish {
  readonly ref?: HistoryEntry["ref"]
  readonly days: number
  readonly password?: string
}

function NewLink({
  entries,
  initial,
  isBusy,
  onCreate,
}: {
  entries: readonly HistoryEntry[]
  initial: Ref
  isBusy: boolean
  onCreate: (wish: Wish) => void
}) {
  const { t } = useTranslation("history")
  const titleOf = useEntryTitle()
  const [ref, setRef] = useState<string>(initial)
  const [length, setLength] = useState("7")
  const [password, setPassword] = useState("")
  const create = (event: FormEvent) => {
    event.preventDefault()
    const entry = entries.find((each) => each.ref === ref)
    onCreate({
      days: Number(length),
      ...(entry && { ref: entry.ref }),
      ...(password !== "" && { password }),
    })
    setPassword("")
  }
  return (
    <form className={styles.newLink} onSubmit={create}>
      <NativeSelect
        label={t("share.what")}
        value={ref}
        data={[
          { value: "draft", label: t("share.draft") },
          ...entries.map((entry) => ({ value: entry.ref as string, label: titleOf(entry) })),
        ]}
        onChange={(event) => setRef(event.currentTarget.value)}
      />
      <NativeSelect
        label={t("share.days")}
        value={length}
        data={days.map((count) => ({ value: String(count), label: t("share.day", { count }) }))}
        onChange={(event) => setLength(event.currentTarget.value)}
      />
      <PasswordInput
        label={t("share.password")}
        value={password}
        autoComplete="new-password"
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" loading={isBusy}>
        {t("share.create")}
      </Button>
    </form>
  )
}

function LinkRow({
  link,
  isBusy,
  onRevoke,
}: {
  link: PreviewLink
  isBusy: boolean
  onRevoke: () => void
}) {
  const { t, i18n } = useTranslation("history")
  const titleOf = useEntryTitle()
  const isDraft = link.number === null && link.name === null
  const shown = isDraft ? t("share.draft") : titleOf({ name: link.name ?? "", number: link.number })
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium" })
  return (
    <div className={styles.link}>
      <span className={styles.words}>
        <span className={styles.title}>
          <bdi>{shown}</bdi>
          {link.hasPassword && (
            <span className={styles.badge}>
              <Icon name="lock" size={11} /> {t("share.hasPassword")}
            </span>
          )}
        </span>
        <span className={styles.who}>
          {t("share.until", { date: date.format(new Date(link.expiresAt)) })}
        </span>
      </span>
      <Group gap={6} wrap="nowrap">
        {link.link !== null && (
          <CopyButton value={link.link}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy} data-link={link.link}>
                <span aria-live="polite">{copied ? t("copied") : t("copy")}</span>
              </Button>
            )}
          </CopyButton>
        )}
        <Button size="xs" variant="subtle" color="red" loading={isBusy} onClick={onRevoke}>
          {t("share.revoke")}
        </Button>
      </Group>
    </div>
  )
}
