"use client"

import { Menu, NativeSelect } from "@mantine/core"
import { Suspense, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { parse } from "#basic"
import { ExportItems } from "../../canvas/export/export-items.tsx"
import { Icon } from "../../ui/icon.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import { lazyPart } from "../../ui/lazy-part.ts"
import { Pending } from "../../ui/pending.tsx"
import type { BuilderStore } from "../builder-store.ts"
import { untyped } from "../use-calm-document.ts"
import type { FlowAct } from "./flow-dialogs.tsx"
import { useFlows, useFlowsStore } from "./flows-context.ts"
import { type BotFlow, type FlowsState, sourceOf } from "./flows-store.ts"

const FlowDialogs = lazyPart(async () => ({
  default: (await import("./flow-dialogs.tsx")).FlowDialogs,
}))

const FlowBin = lazyPart(async () => ({ default: (await import("./flow-bin.tsx")).FlowBin }))

interface FlowPickerProps {
  readonly store: BuilderStore
  readonly botId: string
  readonly canEdit: boolean
  /** Saves the flow that is shown; false when it could not. */
  readonly saveShown: () => Promise<boolean>
}

/** Which flow is shown, and the menu that adds, renames, duplicates and deletes flows. */
export function FlowPicker({ store, botId, canEdit, saveShown }: FlowPickerProps) {
  const { t } = useTranslation("builder")
  const [act, setAct] = useState<FlowAct | null>(null)
  const [isBinOpen, setBinOpen] = useState(false)
  const isEntry = useFlows((state) => state.flows[0]?.id === state.currentId)
  const name = useFlows(({ flows, currentId }) => flows.find(({ id }) => id === currentId)?.name)
  return (
    <>
      <FlowSelect store={store} />
      <Menu position="bottom-start" width={220}>
        <Menu.Target>
          <IconButton label={t("flows.menu")} size={28}>
            <Icon name="dots" size={16} />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          {canEdit && <EditItems isEntry={isEntry} onAct={setAct} />}
          {canEdit && <Menu.Item onClick={() => setBinOpen(true)}>{t("flows.bin")}</Menu.Item>}
          <ExportItems store={store} name={name ?? "flow"} />
        </Menu.Dropdown>
      </Menu>
      {isBinOpen && (
        <Suspense fallback={<Pending isAbove />}>
          <FlowBin botId={botId} onClose={() => setBinOpen(false)} />
        </Suspense>
      )}
      {act !== null && (
        <Suspense fallback={<Pending isAbove />}>
          <FlowDialogs act={act} botId={botId} saveShown={saveShown} onClose={() => setAct(null)} />
        </Suspense>
      )}
    </>
  )
}

function EditItems({ isEntry, onAct }: { isEntry: boolean; onAct: (act: FlowAct) => void }) {
  const { t } = useTranslation("builder")
  return (
    <>
      <Menu.Item onClick={() => onAct("add")}>{t("flows.add")}</Menu.Item>
      <Menu.Item onClick={() => onAct("duplicate")}>{t("flows.duplicate")}</Menu.Item>
      {!isEntry && (
        <>
          <Menu.Item onClick={() => onAct("rename")}>{t("flows.rename")}</Menu.Item>
          <Menu.Item color="red" onClick={() => onAct("delete")}>
            {t("flows.delete")}
          </Menu.Item>
        </>
      )}
    </>
  )
}

/** Shown once there is something to choose: another flow, or a SUB or FUNCTION in one. */
function FlowSelect({ store }: { store: BuilderStore }) {
  const { t } = useTranslation("builder")
  const flowsStore = useFlowsStore()
  const flows = useFlows((state) => state.flows)
  const currentId = useFlows((state) => state.currentId)
  const parts = useStore(store, (state) => untyped(state.document).flows)
  const partId = useStore(store, (state) => state.flowId)
  const others = useMemo(
    () =>
      flows
        .filter(({ id }) => id !== currentId)
        .map((flow) => ({ flow, procedures: listProcedures(flowsStore.getState(), flow) })),
    [flows, currentId, flowsStore],
  )
  if (flows.length < 2 && parts.length < 2) return null
  const current = flows.find(({ id }) => id === currentId)
  // The only flow of a bot needs no name.
  const mainName = flows.length < 2 || !current ? null : current.name
  const own = parts.map((part) => ({
    value: part.id,
    label: mainName === null ? part.name || t("mainFlow") : labelOf(mainName, part.name),
  }))
  const data = flows.flatMap((flow) => {
    if (flow.id === currentId) return own
    const procedures = others.find((other) => other.flow.id === flow.id)?.procedures ?? []
    return ["", ...procedures].map((name) => ({
      value: `${flow.id}:${name}`,
      label: labelOf(flow.name, name),
    }))
  })
  const show = (value: string) => {
    if (parts.some(({ id }) => id === value)) return store.getState().showFlow(value)
    const split = value.indexOf(":")
    flowsStore.getState().open(value.slice(0, split), value.slice(split + 1))
  }
  return (
    <NativeSelect
      size="xs"
      w={150}
      aria-label={t("flow")}
      value={partId}
      data={data}
      onChange={(event) => show(event.currentTarget.value)}
    />
  )
}

/** A SUB or FUNCTION goes by the names of both. */
function labelOf(flow: string, procedure: string): string {
  return procedure === "" ? flow : `${flow} › ${procedure}`
}

function listProcedures(state: FlowsState, flow: BotFlow): string[] {
  const { program } = parse(sourceOf(state, flow))
  return program.body.statements.flatMap((statement) =>
    statement.kind === "ProcedureStatement" ? [statement.name] : [],
  )
}
