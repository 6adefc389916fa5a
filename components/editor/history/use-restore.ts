import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { emptyLayout, type StoredFlow } from "#basic"
import { useTRPC, useTRPCClient } from "../../api/trpc.ts"
import { useToasts } from "../../api/use-toasts.ts"
import type { BuilderStore } from "../builder-store.ts"
import { useFlowsStore } from "../flows/flows-context.ts"
import type { FlowsStore } from "../flows/flows-store.ts"
import type { Ref } from "./use-history.ts"

interface Restore {
  readonly ref: Exclude<Ref, "draft">
  /** What the entry is called, for the name of what is kept. */
  readonly title: string
}

/**
 * Makes the draft what a version was: an edit like any other, so that undo takes it back, flow by flow. What
 * the draft was is kept in the history first.
 */
export function useRestore(
  botId: string,
  saveAll: () => Promise<number | null>,
  onDone: () => void,
) {
  const { t } = useTranslation("history")
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const flows = useFlowsStore()
  const { tellError, tellDone } = useToasts()
  return useMutation({
    mutationFn: async ({ ref, title }: Restore) => {
      if ((await saveAll()) === null) return tellDone(t("restore.unsaved"))
      const name = t("restore.before", { name: title }).slice(0, 80)
      await client.versions.save.mutate({ botId, name, isAutomatic: true })
      const { scripts } = await client.versions.read.query({ botId, ref })
      for (const script of scripts) await bringBack(script, flows, client, botId)
      await dropOthers(scripts, flows, client, botId)
      tellDone(t("restore.done", { name: title }))
      onDone()
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: trpc.versions.pathKey() }),
    onError: tellError,
  })
}

type Client = ReturnType<typeof useTRPCClient>

async function bringBack(script: StoredFlow, flows: FlowsStore, client: Client, botId: string) {
  const { name, source, layout } = script
  const find = () =>
    flows.getState().flows.find((flow) => flow.name.toLowerCase() === name.toLowerCase())
  if (find() === undefined) {
    const made = await client.scripts.create.mutate({ botId, name })
    const stored = { source: "", layout: emptyLayout, revision: made.script.revision }
    flows.getState().add({ id: made.script.id, name: made.script.name, stored })
    flows.getState().noteRevision(made.draftRevision)
  }
  const flow = find()
  if (flow === undefined) return
  const store = openAside(flows, flow.id)
  if (store) replaceText(store, source, layout)
}

/** Opens a flow while another stays on the screen: both happen before anything is drawn. */
function openAside(flows: FlowsStore, id: string): BuilderStore | undefined {
  const shown = flows.getState().currentId
  flows.getState().open(id)
  flows.getState().open(shown)
  return flows.getState().opened.get(id)
}

/** Puts a text with its layout in place as one edit. */
function replaceText(store: BuilderStore, source: string, layout: StoredFlow["layout"]) {
  const { document, base, revision, setSave, settleConflict } = store.getState()
  if (document.source === source) return
  setSave({ kind: "conflict", current: { source, layout, revision } })
  settleConflict("theirs")
  store.setState({ base })
  store.getState().setSave({ kind: "waiting" })
}

/** Flows the version does not have go into the bin. */
async function dropOthers(
  scripts: readonly StoredFlow[],
  flows: FlowsStore,
  client: Client,
  botId: string,
) {
  const kept = new Set(scripts.map(({ name }) => name.toLowerCase()))
  for (const flow of flows.getState().flows.slice(1)) {
    if (kept.has(flow.name.toLowerCase())) continue
    const { draftRevision } = await client.scripts.delete.mutate({ botId, scriptId: flow.id })
    flows.getState().remove(flow.id)
    flows.getState().noteRevision(draftRevision)
  }
}
