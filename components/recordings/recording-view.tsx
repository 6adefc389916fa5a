"use client"

import { NativeSelect, SegmentedControl, Slider } from "@mantine/core"
import { useEffect, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { CanvasView } from "../canvas/canvas-view.tsx"
import { marksOf } from "../canvas/step-marks.ts"
import { ownSteps } from "../editor/debug/own-steps.ts"
import { FlowsContext, useFlows, useFlowsStore } from "../editor/flows/flows-context.ts"
import { createFlowsStore, type FlowsStore } from "../editor/flows/flows-store.ts"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import type { Recording } from "./recording-shapes.ts"
import styles from "./recordings.module.css"
import { TurnTranscript } from "./turn-transcript.tsx"
import { TurnValues } from "./turn-values.tsx"

const views = ["transcript", "picture", "values"] as const
type View = (typeof views)[number]

/** A conversation, turn by turn. */
export function RecordingView({ recording }: { recording: Recording }) {
  const { t } = useTranslation("bots")
  const [turn, setTurn] = useState(recording.turns.length - 1)
  const [view, setView] = useState<View>("transcript")
  const shown = (name: View) => ({ "data-shown": view === name || undefined })
  return (
    <>
      <TurnBar turn={turn} count={recording.turns.length} onTurn={setTurn} />
      <div className={styles.views}>
        <SegmentedControl
          fullWidth
          aria-label={t("talks.one")}
          value={view}
          data={views.map((name) => ({ value: name, label: t(`talks.short.${name}`) }))}
          onChange={(next) => setView(views.find((name) => name === next) ?? "transcript")}
        />
      </div>
      <div className={styles.columns}>
        <section
          className={styles.column}
          aria-label={t("talks.transcript")}
          {...shown("transcript")}
        >
          <h2>{t("talks.transcript")}</h2>
          <TurnTranscript recording={recording} turn={turn} onTurn={setTurn} />
        </section>
        <section
          className={`${styles.column} ${styles.picture}`}
          aria-label={t("talks.picture")}
          {...shown("picture")}
        >
          <h2>{t("talks.picture")}</h2>
          <Picture recording={recording} turn={turn} />
        </section>
        <section className={styles.column} aria-label={t("talks.values")} {...shown("values")}>
          <h2>{t("talks.values")}</h2>
          <TurnValues recording={recording} turn={turn} />
        </section>
      </div>
    </>
  )
}

interface TurnBarProps {
  readonly turn: number
  readonly count: number
  readonly onTurn: (turn: number) => void
}

function TurnBar({ turn, count, onTurn }: TurnBarProps) {
  const { t } = useTranslation("bots")
  const label = t("talks.turn", { number: turn + 1, all: count })
  return (
    <div className={styles.turnBar}>
      <IconButton
        label={t("talks.previous")}
        variant="default"
        disabled={turn === 0}
        onClick={() => onTurn(turn - 1)}
      >
        <Icon name="chevron-left" size={16} className="bw-mirror" />
      </IconButton>
      {count > 1 && (
        <Slider
          className={styles.slider}
          min={1}
          max={count}
          value={turn + 1}
          label={null}
          thumbLabel={label}
          onChange={(value) => onTurn(value - 1)}
        />
      )}
      <IconButton
        label={t("talks.next")}
        variant="default"
        disabled={turn === count - 1}
        onClick={() => onTurn(turn + 1)}
      >
        <Icon name="chevron-right" size={16} className="bw-mirror" />
      </IconButton>
      <span role="status">{label}</span>
    </div>
  )
}

/** The program of the version that ran, with the way the conversation took. */
function Picture({ recording, turn }: { recording: Recording; turn: number }) {
  const versionId = recording.turns[turn]?.versionId
  const version = recording.versions.find(({ id }) => id === versionId) ?? recording.versions.at(-1)
  const flows = useMemo(
    () => (version ? openVersion(recording.botId, version) : null),
    [recording.botId, version],
  )
  if (flows === null) return null
  return (
    <FlowsContext value={flows}>
      <FlowPath key={version?.id} recording={recording} turn={turn} />
    </FlowsContext>
  )
}

function openVersion(botId: string, version: Recording["versions"][number]): FlowsStore {
  const flows = version.scripts.map(({ name, source, layout }, index) => ({
    id: `${version.id}-${index}`,
    name,
    stored: { source, layout, revision: 0 },
  }))
  return createFlowsStore({ botId, flows, draftRevision: 0, canEdit: false })
}

function FlowPath({ recording, turn }: { recording: Recording; turn: number }) {
  const { t } = useTranslation("bots")
  const flowsStore = useFlowsStore()
  const flows = useFlows((state) => state.flows)
  const id = useFlows((state) => state.currentId)
  const store = useFlows((state) => state.opened.get(state.currentId))
  useEffect(() => {
    if (!store) return
    marksOf(store).setState({ hasBreakpoints: false })
    const findOwn = ownSteps(flows, id)
    const { turns } = recording
    const own = (path: readonly string[]) => path.flatMap((step) => findOwn(step) ?? [])
    store.getState().setRun({
      runningStepId: own(turns[turn]?.path ?? []).at(-1) ?? null,
      visitedStepIds: new Set(turns.slice(0, turn + 1).flatMap(({ path }) => own(path))),
      variables: turns[turn]?.variables ?? [],
    })
  }, [store, flows, id, recording, turn])
  if (!store) return null
  return (
    <>
      {!recording.turns[turn]?.isPathWhole && <p className={styles.note}>{t("talks.partly")}</p>}
      {flows.length > 1 && (
        <NativeSelect
          m="xs"
          size="xs"
          aria-label={t("talks.flow")}
          value={id}
          data={flows.map((flow) => ({ value: flow.id, label: flow.name }))}
          onChange={({ currentTarget }) => flowsStore.getState().open(currentTarget.value)}
        />
      )}
      <div className={styles.canvas}>
        <CanvasView key={id} store={store} isReadOnly hasPalette={false} />
      </div>
    </>
  )
}
