"use client"

import { Button, Indicator, Popover } from "@mantine/core"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import Link from "next/link"
import { useState } from "react"
import { Trans, useTranslation } from "react-i18next"
import type { Notification } from "#server/services/notifications/list.ts"
import { useTRPC } from "../api/trpc.ts"
import { useErrorWords } from "../api/use-error-words.ts"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { TimeAgo } from "../ui/time-ago.tsx"
import styles from "./bell-menu.module.css"

const lookAgainMs = 60_000

/** The bell: what this person was told in this organization, unread first counted, then marked as read. */
export function BellMenu() {
  const { t } = useTranslation("shell")
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const say = useErrorWords()
  const { data, error } = useQuery({
    ...trpc.notifications.list.queryOptions({}),
    refetchInterval: lookAgainMs,
  })
  const read = useMutation(
    trpc.notifications.markRead.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.notifications.pathKey() }),
    }),
  )
  const unread = data?.unread ?? 0
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={340}
      shadow="md"
      trapFocus
      // Beside its button: before the page, its links would come ahead of the one that skips to the content.
      withinPortal={false}
    >
      {/* The count stands around the target: what the popover says of itself belongs to the button. */}
      <Indicator
        inline
        label={unread > 99 ? "99+" : unread}
        size={16}
        offset={6}
        color="red"
        disabled={unread === 0}
        attributes={{ indicator: { "aria-hidden": true } }}
      >
        <Popover.Target>
          <IconButton
            label={unread === 0 ? t("bell.open") : t("bell.unread", { count: unread })}
            onClick={() => setOpen((before) => !before)}
            aria-expanded={isOpen}
          >
            <Icon name="bell" size={18} />
          </IconButton>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown className={styles.panel ?? ""} aria-label={t("bell.open")}>
        <Entries
          entries={data?.entries ?? null}
          problem={data || !error ? null : say(error).text}
          hasUnread={unread > 0}
          isBusy={read.isPending}
          onRead={(ids) => read.mutate(ids ? { ids } : {})}
          onLeave={() => setOpen(false)}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

interface EntriesProps {
  /** Null before they are there. */
  readonly entries: readonly Notification[] | null
  readonly problem: string | null
  readonly hasUnread: boolean
  readonly isBusy: boolean
  /** All when none are named. */
  readonly onRead: (ids?: Notification["id"][]) => void
  readonly onLeave: () => void
}

function Entries({ entries, problem, hasUnread, isBusy, onRead, onLeave }: EntriesProps) {
  const { t } = useTranslation(["shell", "common"])
  return (
    <>
      <div className={styles.head}>
        <h2>{t("bell.open")}</h2>
        {hasUnread && (
          <Button size="compact-xs" variant="subtle" loading={isBusy} onClick={() => onRead()}>
            {t("bell.readAll")}
          </Button>
        )}
      </div>
      {problem !== null && (
        <p className={styles.empty} role="alert">
          {problem}
        </p>
      )}
      {entries === null && problem === null && (
        <RowSkeletons label={t("common:loading")} count={2} />
      )}
      {entries?.length === 0 && <p className={styles.empty}>{t("bell.empty")}</p>}
      <ul className={styles.entries}>
        {entries?.map((entry) => (
          <li key={entry.id} data-unread={!entry.isRead || undefined}>
            <Link
              href={entry.link || "/bots"}
              onClick={() => {
                if (!entry.isRead) onRead([entry.id])
                onLeave()
              }}
            >
              <Entry entry={entry} />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

function Entry({ entry }: { entry: Notification }) {
  const { t } = useTranslation("shell")
  const { kind, facts, times, at } = entry
  const { step, reason } = facts
  return (
    <>
      <span className={styles.title}>
        <Trans
          t={t}
          i18nKey={`bell.${kind}`}
          values={facts}
          components={{ b: <strong dir="auto" /> }}
        />
      </span>
      {step && <StepLine step={String(step)} />}
      {reason && (
        <span className={styles.reason} dir="auto">
          {reason}
        </span>
      )}
      <span className={styles.when}>
        <TimeAgo at={at} />
        {times > 1 && ` · ${t("bell.times", { count: times })}`}
      </span>
    </>
  )
}

/** A line of a program reads from left to right in every language, whatever stands before it. */
function StepLine({ step }: { step: string }) {
  const { t } = useTranslation("shell")
  const [before = "", after = ""] = t("bell.step", { step: "\n" }).split("\n")
  return (
    <span className={styles.step}>
      {before}
      <bdi dir="ltr">{step}</bdi>
      {after}
    </span>
  )
}
