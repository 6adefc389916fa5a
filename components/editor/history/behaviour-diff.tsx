"use client"

import { useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { type ComparedTest, compareBehaviour, type StoredFlow } from "#basic"
import { findZone } from "#catalog/find-zone.ts"
import { QueryError } from "../../api/query-error.tsx"
import { useTRPC } from "../../api/trpc.ts"
import { Icon } from "../../ui/icon.tsx"
import styles from "./history.module.css"

interface BehaviourDiffProps {
  readonly botId: string
  readonly before: readonly StoredFlow[]
  readonly after: readonly StoredFlow[]
}

/** The saved conversations, held with both versions in this browser: which replies differ. */
export function BehaviourDiff({ botId, before, after }: BehaviourDiffProps) {
  const { t } = useTranslation("history")
  const tests = useQuery(useTRPC().tests.list.queryOptions({ botId }))
  const compared = useMemo(
    () => (tests.data ? compareBehaviour(before, after, tests.data, findZone) : null),
    [tests.data, before, after],
  )
  if (tests.error) return <QueryError error={tests.error} onRetry={() => void tests.refetch()} />
  if (compared === null) return <p className={styles.quiet}>{t("loading")}</p>
  if (compared.length === 0) return <p className={styles.quiet}>{t("behaviour.none")}</p>
  const different = compared.filter(({ isDifferent }) => isDifferent).length
  return (
    <div className={styles.behaviour}>
      <p role="status">
        {different === 0
          ? t("behaviour.same", { count: compared.length })
          : t("behaviour.different", { count: different })}
      </p>
      {compared.map((test) => (
        <details key={`${test.file}/${test.name}`} className={styles.test} open={test.isDifferent}>
          <summary>
            <Icon name={test.isDifferent ? "alert-triangle" : "circle-check"} size={16} />
            <bdi>{test.name}</bdi>
            <span className={styles.quiet}>
              {t(test.isDifferent ? "behaviour.differs" : "behaviour.alike")}
            </span>
          </summary>
          <Transcript test={test} />
        </details>
      ))}
    </div>
  )
}

/** One line of one side, written in its own direction. */
function Said({ text }: { text: string | null }) {
  const { t } = useTranslation("history")
  return (
    <td>
      {text === null ? (
        <span className={styles.quiet}>{t("behaviour.nothing")}</span>
      ) : (
        <bdi>{text}</bdi>
      )}
    </td>
  )
}

function Transcript({ test }: { test: ComparedTest }) {
  const { t } = useTranslation("history")
  const outcome = (isPassed: boolean | null) =>
    isPassed === null
      ? t("behaviour.notRun")
      : t(isPassed ? "behaviour.passed" : "behaviour.failed")
  return (
    <table className={styles.transcript}>
      <thead>
        <tr>
          <th scope="col">
            {t("before")} · {outcome(test.isPassedBefore)}
          </th>
          <th scope="col">
            {t("after")} · {outcome(test.isPassedAfter)}
          </th>
        </tr>
      </thead>
      <tbody>
        {test.lines.map(({ from, before, after }, index) => (
          <tr
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and never move
            key={index}
            data-from={from}
            data-differs={before !== after || undefined}
          >
            <Said text={before} />
            <Said text={after} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
