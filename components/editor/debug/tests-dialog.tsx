"use client"

import { Button, Group, Textarea, TextInput } from "@mantine/core"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import {
  countTaken,
  percentOf,
  runSavedTests,
  type SavedTestFile,
  type SavedTestsReport,
} from "#basic"
import { recordTest } from "#basic/debugger/record-test.ts"
import { findZone } from "#catalog/find-zone.ts"
import { QueryError } from "../../api/query-error.tsx"
import { useTRPC } from "../../api/trpc.ts"
import { useToasts } from "../../api/use-toasts.ts"
import { MoreTexts } from "../../i18n/builder-texts.tsx"
import { Dialog } from "../../ui/dialog.tsx"
import { Icon } from "../../ui/icon.tsx"
import { RowSkeletons } from "../../ui/skeletons.tsx"
import { useFlows, useFlowsStore } from "../flows/flows-context.ts"
import { textOf } from "../flows/flows-store.ts"
import { useFindingWords } from "../use-finding-words.ts"
import type { TestRunView } from "../use-test-run.ts"
import styles from "./debug.module.css"

/** Where tests that are recorded are kept: those of the flow in which conversations begin. */
const ownFile = "start.test"

interface TestsDialogProps {
  readonly view: TestRunView
  readonly onClose: () => void
}

/** The saved tests of a bot: recorded here, run here, changed as text. */
export function TestsDialog({ view, onClose }: TestsDialogProps) {
  const { t } = useTranslation(["builder", "common"])
  const botId = useFlowsStore().getState().botId
  const { data, error, refetch } = useQuery(useTRPC().tests.list.queryOptions({ botId }))
  return (
    <Dialog opened onClose={onClose} title={t("tests.title")} size="lg">
      {error ? (
        <QueryError error={error} onRetry={refetch} />
      ) : data ? (
        <Tests view={view} botId={botId} files={data} />
      ) : (
        <RowSkeletons label={t("common:loading")} />
      )}
    </Dialog>
  )
}

interface TestsFile {
  readonly name: string
  readonly source: string
  readonly revision: number
}

interface TestsProps {
  readonly view: TestRunView
  readonly botId: string
  readonly files: readonly TestsFile[]
}

function Tests({ view, botId, files }: TestsProps) {
  const { t } = useTranslation("builder")
  const [isText, setText] = useState(false)
  const [times, setTimes] = useState(0)
  const report = useReport(files, times)
  const save = useSaveTests(botId)
  const file = files.find(({ name }) => name === ownFile) ?? {
    name: ownFile,
    source: "",
    revision: 0,
  }
  const keep = (source: string) =>
    save.mutateAsync({ botId, name: file.name, source, baseRevision: file.revision })
  return (
    <div className={styles.tests}>
      <p className={styles.worldText}>{t("tests.text")}</p>
      <RecordForm view={view} onRecord={(text) => keep(append(file.source, text))} />
      {isText ? (
        <TextForm source={file.source} onSave={keep} onBack={() => setText(false)} />
      ) : (
        <>
          <Results report={report} />
          <Group gap="xs" justify="flex-end">
            <Button size="xs" variant="default" onClick={() => setText(true)}>
              {t("tests.asText")}
            </Button>
            <Button
              size="xs"
              leftSection={<Icon name="play" size={14} />}
              onClick={() => setTimes(times + 1)}
            >
              {t("tests.run")}
            </Button>
          </Group>
        </>
      )}
    </div>
  )
}

const append = (source: string, test: string): string =>
  source.trim() === "" ? test : `${source.trimEnd()}\n\n${test}`

/** Runs all tests against the flows as they stand. */
function useReport(files: readonly TestsFile[], times: number): SavedTestsReport {
  const flows = useFlows((state) => state.flows)
  const flowsStore = useFlowsStore()
  // The flows are read as they stand when the person asks.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => {
    const state = flowsStore.getState()
    const scripts = flows.map((flow) => ({ name: flow.name, ...textOf(state, flow) }))
    return runSavedTests({ scripts, tests: files }, { findZone })
  }, [files, times, flows, flowsStore])
}

function useSaveTests(botId: string) {
  const { t } = useTranslation("builder")
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { tellDone, tellError } = useToasts()
  return useMutation(
    trpc.tests.save.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries(trpc.tests.list.queryFilter({ botId }))
        tellDone(t("tests.saved"))
      },
      onError: tellError,
    }),
  )
}

function RecordForm({
  view,
  onRecord,
}: {
  view: TestRunView
  onRecord: (test: string) => Promise<unknown>
}) {
  const { t, i18n } = useTranslation("builder")
  const [name, setName] = useState("")
  const { session, startedMs, kept } = view.state
  const record = (event: FormEvent) => {
    event.preventDefault()
    const nowMs = kept?.nowMs ?? startedMs
    const { run } = view
    void onRecord(recordTest({ name, session, run, nowMs, language: i18n.language })).then(
      () => setName(""),
      () => {},
    )
  }
  return (
    <form className={styles.saveRow} onSubmit={record}>
      <TextInput
        size="xs"
        label={t("tests.name")}
        value={name}
        maxLength={100}
        required
        dir="auto"
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button size="xs" type="submit" disabled={name.trim() === ""}>
        {t("tests.save")}
      </Button>
    </form>
  )
}

function TextForm({
  source,
  onSave,
  onBack,
}: {
  source: string
  onSave: (source: string) => Promise<unknown>
  onBack: () => void
}) {
  const { t } = useTranslation(["builder", "common"])
  const [text, setText] = useState(source)
  return (
    <>
      <Textarea
        aria-label={t("tests.asText")}
        value={text}
        autosize
        minRows={10}
        maxRows={22}
        dir="ltr"
        classNames={{ input: styles.code ?? "" }}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Group gap="xs" justify="flex-end">
        <Button size="xs" variant="default" onClick={onBack}>
          {t("tests.asList")}
        </Button>
        <Button size="xs" onClick={() => void onSave(text).then(onBack, () => {})}>
          {t("common:save")}
        </Button>
      </Group>
    </>
  )
}

function Results({ report }: { report: SavedTestsReport }) {
  const { t } = useTranslation("builder")
  const { passed, failed, coverage, files } = report
  if (files.every(({ results, errors }) => results.length + errors.length === 0))
    return <p className={styles.worldText}>{t("tests.none")}</p>
  const steps = percentOf(countTaken(coverage.flatMap((script) => script.steps)))
  const ways = percentOf(countTaken(coverage.flatMap((script) => script.outlets)))
  return (
    <>
      <p role="status">{t("tests.sum", { passed, all: passed + failed, steps, ways })}</p>
      <ul className={styles.results}>
        <MoreTexts group="findings">
          {files.map((file) => (
            <FileResults key={file.name} file={file} />
          ))}
        </MoreTexts>
      </ul>
    </>
  )
}

type TestFailure = NonNullable<SavedTestFile["results"][number]["failure"]>

const foundOf = ({ code, message, expected, happened }: TestFailure) => ({
  ...{ code, message, facts: { expected, happened } },
})

function FileResults({ file }: { file: SavedTestFile }) {
  const { t } = useTranslation("builder")
  const wordsOf = useFindingWords()
  return (
    <>
      {file.errors.map((error) => (
        <li key={error.span.start} data-failed>
          <Icon name="alert-circle" size={16} />
          <span>{wordsOf(error).message}</span>
        </li>
      ))}
      {file.results.map(({ name, line, isPassed, failure }) => (
        <li key={line} data-failed={!isPassed || undefined}>
          <Icon
            name={isPassed ? "circle-check" : "alert-circle"}
            size={16}
            className={isPassed ? (styles.passed ?? "") : ""}
          />
          <span dir="auto">
            {name}
            {failure && (
              <small>
                {t("tests.line", {
                  line: failure.line,
                  message: wordsOf(foundOf(failure)).message,
                })}
              </small>
            )}
          </span>
        </li>
      ))}
    </>
  )
}
