"use client"

import { useMutation } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { emptyLayout, listStatements } from "#basic"
import { limits } from "#catalog/limits.ts"
import { useTRPCClient } from "../../api/trpc.ts"
import { useToasts } from "../../api/use-toasts.ts"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { NameDialog } from "../../ui/name-dialog.tsx"
import { useFlows, useFlowsStore } from "./flows-context.ts"
import { type BotFlow, sourceOf } from "./flows-store.ts"

export type FlowAct = "add" | "rename" | "duplicate" | "delete"

interface FlowDialogsProps {
  readonly act: FlowAct
  readonly botId: string
  readonly saveShown: () => Promise<boolean>
  readonly onClose: () => void
}

/** Asks for a name, or whether a flow may go. */
export function FlowDialogs({ act, botId, saveShown, onClose }: FlowDialogsProps) {
  const { t } = useTranslation(["builder", "common"])
  const flow = useFlows((state) => state.flows.find(({ id }) => id === state.currentId))
  const names = useFlows((state) => state.flows.map(({ name }) => name).join("\n")).split("\n")
  const change = useFlowChange(botId, saveShown, onClose)
  if (flow === undefined) return null
  if (act === "delete")
    return (
      <ConfirmDialog
        isOpen
        title={t("builder:flows.deleteTitle", { name: flow.name })}
        consequence={<Consequence flow={flow} />}
        confirmLabel={t("builder:flows.deleteConfirm")}
        isBusy={change.isPending}
        onConfirm={() => change.mutate({ act, flow, name: "" })}
        onCancel={onClose}
      />
    )
  return (
    <NameDialog
      isOpen
      title={t(`builder:flows.${act}Title`)}
      label={t("builder:flows.name")}
      initial={initialName(act, flow.name, names)}
      maxLength={limits.scriptNameChars}
      saveLabel={t(act === "rename" ? "common:save" : "builder:flows.create")}
      isBusy={change.isPending}
      isProposed={act === "duplicate"}
      onSave={(name) => change.mutate({ act, flow, name })}
      onCancel={onClose}
    />
  )
}

function Consequence({ flow }: { flow: BotFlow }) {
  const { t } = useTranslation("builder")
  const store = useFlowsStore()
  const opened = store.getState().opened.get(flow.id)
  const count = opened ? listStatements(opened.getState().document.program).length : 0
  return <p>{t("flows.deleteText", { name: flow.name, count })}</p>
}

/** The name as it is, none, or for a copy one that is free. */
function initialName(act: FlowAct, name: string, taken: readonly string[]): string {
  if (act === "rename") return name
  if (act === "add") return ""
  const isTaken = (wanted: string) =>
    taken.some((each) => each.toLowerCase() === wanted.toLowerCase())
  let number = 2
  while (isTaken(`${name} ${number}`)) number += 1
  return `${name} ${number}`
}

interface FlowChange {
  readonly act: FlowAct
  readonly flow: BotFlow
  readonly name: string
}

function useFlowChange(botId: string, saveShown: () => Promise<boolean>, onClose: () => void) {
  const { t } = useTranslation("builder")
  const client = useTRPCClient()
  const store = useFlowsStore()
  const { tellError, tellDone } = useToasts()
  return useMutation({
    mutationFn: async ({ act, flow, name }: FlowChange) => {
      const state = store.getState()
      const { scripts } = client
      if (act === "add") {
        const { script, draftRevision } = await scripts.create.mutate({ botId, name })
        const stored = { source: "", layout: emptyLayout, revision: script.revision }
        state.add({ id: script.id, name: script.name, stored })
        state.noteRevision(draftRevision)
        state.open(script.id)
      } else if (act === "duplicate") {
        // The copy is made of what the server has.
        if (!(await saveShown())) return tellDone(t("flows.unsaved"))
        const input = { botId, scriptId: flow.id, name }
        const { script, draftRevision } = await scripts.duplicate.mutate(input)
        const source = sourceOf(store.getState(), flow)
        const layout = store.getState().opened.get(flow.id)?.getState().document.layout
        const stored = { source, layout: layout ?? flow.stored.layout, revision: script.revision }
        state.add({ id: script.id, name: script.name, stored })
        state.noteRevision(draftRevision)
        state.open(script.id)
      } else if (act === "rename") {
        const input = { botId, scriptId: flow.id, name }
        const { script, draftRevision } = await scripts.rename.mutate(input)
        state.rename(script.id, script.name)
        state.noteRevision(draftRevision)
      } else {
        const { draftRevision } = await scripts.delete.mutate({ botId, scriptId: flow.id })
        state.remove(flow.id)
        state.noteRevision(draftRevision)
      }
    },
    onSuccess: onClose,
    onError: tellError,
  })
}
