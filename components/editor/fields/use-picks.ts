"use client"

import { useQuery } from "@tanstack/react-query"
import { createContext, useContext } from "react"
import type { StepField } from "#basic"
import { useTRPC } from "../../api/trpc.ts"
import { useFlows } from "../flows/flows-context.ts"

/** The command or statement whose settings are shown: what a name in them may be depends on it. */
export const StepKeyword = createContext("")

const knowledgeCommands: ReadonlySet<string> = new Set([
  "USE KB",
  "CLEAR KB",
  "ADD TO KB",
  "KB STATISTICS",
  "KB DOCUMENTS COUNT",
])
const flowCommands: ReadonlySet<string> = new Set([
  "CALL",
  "RUN",
  "INCLUDE",
  "ADD TOOL",
  "USE TOOL",
])

type PickKind = "table" | "knowledge" | "flow" | "prompt"

/** What a setting names, if it names something of the bot. */
function kindOf(keyword: string, { name, labelKey }: StepField): PickKind | null {
  if (labelKey === "fields.table") return "table"
  if (name === "promptName") return "prompt"
  if (knowledgeCommands.has(keyword) && name === "name") return "knowledge"
  const isTarget = name === "path" || name === "file" || name === "name"
  return flowCommands.has(keyword) && isTarget ? "flow" : null
}

/** Names a person may choose for a setting: tables, knowledge bases or flows of the bot, prompts of the library. Empty for other settings. */
export function usePicks(field: StepField): readonly string[] {
  const kind = kindOf(useContext(StepKeyword), field)
  const botId = useFlows((state) => state.botId)
  const flows = useFlows((state) => state.flows)
  const currentId = useFlows((state) => state.currentId)
  const trpc = useTRPC()
  const tables = useQuery(trpc.tables.list.queryOptions({ botId }, { enabled: kind === "table" }))
  const bases = useQuery(
    trpc.knowledge.bases.queryOptions({ botId }, { enabled: kind === "knowledge" }),
  )
  const prompts = useQuery(trpc.prompts.list.queryOptions({}, { enabled: kind === "prompt" }))
  if (kind === "prompt") return (prompts.data ?? []).map(({ name }) => name)
  if (kind === "table") return (tables.data ?? []).map(({ name }) => name)
  if (kind === "knowledge") return (bases.data ?? []).map(({ name }) => name)
  if (kind === "flow") return flows.filter(({ id }) => id !== currentId).map(({ name }) => name)
  return []
}
