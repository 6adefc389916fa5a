"use client"

import { Button, Checkbox, Group, Radio, Textarea, TextInput } from "@mantine/core"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { compareFlows, runSavedTests, type StoredFlow } from "#basic"
import { findZone } from "#catalog/find-zone.ts"
import { limits } from "#catalog/limits.ts"
import { MoreTexts } from "../../i18n/builder-texts.tsx"
import { Icon } from "../../ui/icon.tsx"
import { ChangeList } from "../history/change-list.tsx"
import styles from "../history/history.module.css"
import { useFindingWords } from "../use-finding-words.ts"
import { RunningChoice } from "./running-choice.tsx"
import { type PublishWish, plainWish } from "./use-publish.ts"

export interface Reviewed {
  /** The number and the flows of what is live; null before the first publication. */
  readonly live: { readonly number: number; readonly flows: readonly StoredFlow[] } | null
  readonly draft: readonly StoredFlow[]
  readonly tests: readonly { readonly name: string; readonly source: string }[]
}

interface PublishReviewProps extends Reviewed {
  readonly botId: string
  readonly isBusy: boolean
  readonly onPublish: (wish: PublishWish) => void
}

/** What changed, whether the saved conversations still hold, where to publish, and who follows. */
export function PublishReview(props: PublishReviewProps) {
  const { botId, live, draft, tests, isBusy, onPublish } = props
  const { t } = useTranslation("history")
  const [wish, setWish] = useState<PublishWish>(plainWish)
  const [isSure, setSure] = useState(false)
  const changes = useMemo(() => (live ? compareFlows(live.flows, draft) : []), [live, draft])
  const report = useMemo(
    () => runSavedTests({ scripts: draft, tests }, { findZone }),
    [draft, tests],
  )
  return (
    <div className={styles.form}>
      {live && (
        <section aria-label={t("publish.changed", { number: live.number })}>
          <h3 className={styles.heading}>{t("publish.changed", { number: live.number })}</h3>
          <ChangeList changes={changes} most={12} />
        </section>
      )}
      <section aria-label={t("publish.tests")}>
        <h3 className={styles.heading}>{t("publish.tests")}</h3>
        <MoreTexts group="findings">
          <TestsOutcome report={report} />
        </MoreTexts>
      </section>
      <Radio.Group
        label={t("publish.where")}
        value={wish.to}
        onChange={(to) => setWish({ ...wish, to: to === "staging" ? "staging" : "live" })}
      >
        <Group mt={6}>
          <Radio value="live" label={t("publish.live")} />
          <Radio value="staging" label={t("publish.staging")} />
        </Group>
      </Radio.Group>
      {live && wish.to === "live" && (
        <RunningChoice
          botId={botId}
          before={live.flows}
          after={draft}
          value={wish.running}
          onChange={(running) => setWish({ ...wish, running })}
        />
      )}
      <VersionWords wish={wish} onChange={setWish} />
      {!report.isPassed && (
        <Checkbox
          label={t("publish.anyway")}
          checked={isSure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
      )}
      <Group justify="flex-end">
        <Button
          loading={isBusy}
          disabled={!report.isPassed && !isSure}
          onClick={() => onPublish(wish)}
        >
          {t(wish.to === "live" ? "publish.act" : "publish.toStaging")}
        </Button>
      </Group>
    </div>
  )
}

function VersionWords({
  wish,
  onChange,
}: {
  wish: PublishWish
  onChange: (wish: PublishWish) => void
}) {
  const { t } = useTranslation("history")
  return (
    <details className={styles.more}>
      <summary>{t("publish.words")}</summary>
      <TextInput
        label={t("name")}
        value={wish.name}
        maxLength={limits.nameChars}
        onChange={(event) => onChange({ ...wish, name: event.currentTarget.value })}
      />
      <Textarea
        label={t("note")}
        value={wish.note}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={limits.versionNoteChars}
        onChange={(event) => onChange({ ...wish, note: event.currentTarget.value })}
      />
    </details>
  )
}

function TestsOutcome({ report }: { report: ReturnType<typeof runSavedTests> }) {
  const { t } = useTranslation("history")
  const wordsOf = useFindingWords()
  const { passed, failed, files } = report
  const all = passed + failed
  if (all === 0 && report.isPassed) return <p className={styles.quiet}>{t("publish.noTests")}</p>
  const broken = files.flatMap(({ name, errors, results }) => [
    ...errors.map((error) => ({ name, told: wordsOf(error).message })),
    ...results.flatMap(({ name: test, failure }) => {
      if (failure === null) return []
      const { code, message, expected, happened } = failure
      return [
        { name: test, told: wordsOf({ code, message, facts: { expected, happened } }).message },
      ]
    }),
  ])
  return (
    <>
      <p className={styles.verdict} data-tone={report.isPassed ? "fine" : "bad"}>
        <Icon name={report.isPassed ? "circle-check" : "alert-circle"} size={16} />
        {broken.length === 0
          ? t("publish.passed", { count: passed })
          : t("publish.failed", { count: broken.length, all })}
      </p>
      <ul className={styles.failures}>
        {broken.map(({ name, told }) => (
          <li key={`${name}${told}`}>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            : {told}
          </li>
        ))}
      </ul>
    </>
  )
}
