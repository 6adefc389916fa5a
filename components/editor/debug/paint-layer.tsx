"use client"

import { useQuery } from "@tanstack/react-query"
import { useEffect, useMemo } from "react"
import { useTranslation } from "react-i18next"
import { runSavedTests } from "#basic"
import { findZone } from "#catalog/find-zone.ts"
import { useTRPC } from "../../api/trpc.ts"
import { marksOf, type StepPaint } from "../../canvas/step-marks.ts"
import type { BuilderStore } from "../builder-store.ts"
import { useFlows, useFlowsStore } from "../flows/flows-context.ts"
import { textOf } from "../flows/flows-store.ts"
import { useCalmDocument } from "../use-calm-document.ts"
import type { PaintKind } from "./debug-store.ts"
import { ownSteps } from "./own-steps.ts"
import { type Figures, figuresOfCoverage, figuresOfTraffic } from "./step-figures.ts"

/** Keeps the figures on the canvas of the flow that is shown; takes them away when it goes. */
export function PaintLayer({ kind }: { kind: Exclude<PaintKind, "none"> }) {
  const store = useFlows((state) => state.opened.get(state.currentId))
  if (!store) return null
  return kind === "tests" ? <TestPaint store={store} /> : <TrafficPaint store={store} />
}

function TestPaint({ store }: { store: BuilderStore }) {
  const { t } = useTranslation("builder")
  const flowsStore = useFlowsStore()
  const flows = useFlows((state) => state.flows)
  const id = useFlows((state) => state.currentId)
  const document = useCalmDocument(store)
  const { botId } = flowsStore.getState()
  const { data } = useQuery(useTRPC().tests.list.queryOptions({ botId }))
  const figures = useMemo(() => {
    if (!data) return null
    const state = flowsStore.getState()
    const scripts = flows.map((flow) => ({ name: flow.name, ...textOf(state, flow) }))
    const { coverage } = runSavedTests({ scripts, tests: data }, { findZone })
    const name = flows.find((flow) => flow.id === id)?.name
    return figuresOfCoverage(
      document,
      coverage.find(({ script }) => script === name),
    )
  }, [data, flows, id, document, flowsStore])
  usePaint(store, figures, (figure) =>
    figure.count > 0
      ? paint(String(figure.count), t("paint.taken", { number: figure.count }), "taken")
      : paint("0", t("paint.missed"), "missed"),
  )
  return null
}

function TrafficPaint({ store }: { store: BuilderStore }) {
  const { t } = useTranslation("builder")
  const flows = useFlows((state) => state.flows)
  const id = useFlows((state) => state.currentId)
  const { botId } = useFlowsStore().getState()
  const document = useCalmDocument(store)
  const { data } = useQuery(useTRPC().recordings.traffic.queryOptions({ botId }))
  const figures = useMemo(
    () => (data ? figuresOfTraffic(document, data, ownSteps(flows, id)) : null),
    [data, document, flows, id],
  )
  usePaint(store, figures, ({ count, left }) => {
    const number = count.toLocaleString()
    if (count === 0) return paint("0", t("paint.nobody"), "missed")
    if (left === 0) return paint(number, t("paint.reached", { number }), "taken")
    const percent = Math.round((left * 100) / count)
    return paint(`${number} · −${percent} %`, t("paint.left", { number, percent }), "lost")
  })
  return null
}

const paint = (text: string, title: string, tone: StepPaint["tone"]): StepPaint => ({
  text,
  title,
  tone,
})

function usePaint(
  store: BuilderStore,
  figures: Figures | null,
  toPaint: (figure: { count: number; left: number }) => StepPaint,
) {
  // What is painted changes with the figures; its words change with the language alone, and then all is drawn anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const marks = marksOf(store)
    marks.setState({
      paint: figures && new Map([...figures].map(([key, figure]) => [key, toPaint(figure)])),
    })
    return () => marks.setState({ paint: null })
  }, [store, figures])
}
