"use client"

import { Badge, Button } from "@mantine/core"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { Icon } from "../ui/icon.tsx"
import { Panel } from "../ui/panel.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { TimeAgo } from "../ui/time-ago.tsx"
import { describeDevice } from "./describe-device.ts"
import styles from "./sessions-panel.module.css"

/** Where one is signed in, and the way to end each of these sessions. */
export function SessionsPanel() {
  const { t } = useTranslation(["auth", "common"])
  const trpc = useTRPC()
  const { data: sessions, error, refetch } = useQuery(trpc.account.sessions.queryOptions())
  return (
    <Panel title={t("sessions.title")} description={t("sessions.text")} isFlush>
      {error && <QueryError error={error} onRetry={refetch} size="panel" />}
      {!sessions && !error && <RowSkeletons label={t("common:loading")} count={2} />}
      {sessions && (
        <ul className={styles.list}>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

interface Session {
  readonly id: string
  readonly userAgent: string
  readonly lastSeenAt: string
  readonly isCurrent: boolean
}

function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation("auth")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const revoke = useMutation(
    trpc.account.revokeSession.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.account.sessions.queryFilter())
        tellDone(t("sessions.ended"))
      },
      onError: tellError,
    }),
  )
  const device = describeDevice(session.userAgent)
  return (
    <li className={styles.row}>
      <span className={styles.icon}>
        <Icon name={device.isPhone ? "phone" : "device-desktop"} />
      </span>
      <div className={styles.words}>
        <strong>{device.name || t("sessions.unknownDevice")}</strong>
        <span className={styles.when}>
          {t("sessions.lastSeen")} <TimeAgo at={session.lastSeenAt} />
        </span>
      </div>
      {session.isCurrent ? (
        <Badge variant="light" tt="none" fw={550}>
          {t("sessions.current")}
        </Badge>
      ) : (
        <Button
          variant="default"
          size="xs"
          loading={revoke.isPending}
          onClick={() => revoke.mutate({ sessionId: session.id })}
        >
          {t("sessions.end")}
        </Button>
      )}
    </li>
  )
}
