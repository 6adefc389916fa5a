import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useTranslation } from "react-i18next"
import { describeCode } from "../api/describe-error.ts"
import { readOrganizationId } from "../api/organization-choice.ts"
import { useTRPC, useTRPCClient } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"

/** Makes a second bot of one, and opens the list at it. */
export function useDuplicateBot() {
  const { t } = useTranslation("bots")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const { mutate, isPending } = useMutation(
    trpc.packages.duplicate.mutationOptions({
      onSuccess: ({ bot, secrets }) => {
        queryClient.invalidateQueries(trpc.bots.list.queryFilter())
        const values = { name: bot.name, count: secrets.length, names: secrets.join(", ") }
        tellDone(secrets.length === 0 ? t("duplicated", values) : t("duplicatedSecrets", values))
      },
      onError: tellError,
    }),
  )
  const duplicate = (bot: { readonly id: string; readonly name: string }) =>
    mutate({ botId: bot.id, name: t("copyName", { name: bot.name }).slice(0, 80) })
  return { duplicate, isPending }
}

/** Saves a bot as one file on this computer. */
export function useExportBot() {
  const client = useTRPCClient()
  const { tellError } = useToasts()
  const { mutate, isPending } = useMutation({
    mutationFn: (botId: string) => client.packages.export.query({ botId }),
    onSuccess: ({ fileName, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
      saveFile(fileName, new Blob([bytes], { type: "application/zip" }))
    },
    onError: tellError,
  })
  return { exportBot: mutate, isPending }
}

/** Hands a file to the browser to be saved. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

interface ImportedBot {
  readonly bot: { readonly id: string; readonly name: string }
  readonly secrets: readonly string[]
  readonly keptPrompts: readonly string[]
}

/** Why a package was not taken, in the person's words. */
export class PackageRefused extends Error {
  override readonly name = "PackageRefused"
  readonly title: string

  constructor(title: string, text: string) {
    super(text)
    this.title = title
  }
}

/** Makes a new bot of a package. Where secrets are missing, its settings ask for them. */
export function useImportBot() {
  const { t } = useTranslation("bots")
  const { t: tProblems } = useTranslation("problems")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const router = useRouter()
  const { tellDone } = useToasts()
  return useMutation<ImportedBot, PackageRefused, File>({
    mutationFn: async (file) => {
      const answer = await send(file)
      if (answer.isOk) return answer.imported
      const { title, text } = describeCode(answer.code, tProblems, answer.detail)
      throw new PackageRefused(title, text)
    },
    onSuccess: ({ bot, secrets, keptPrompts }) => {
      queryClient.invalidateQueries(trpc.bots.list.queryFilter())
      const values = { name: bot.name, count: secrets.length, names: secrets.join(", ") }
      tellDone(secrets.length === 0 ? t("imported", values) : t("importedSecrets", values))
      if (keptPrompts.length > 0) tellDone(t("importedPrompts", { names: keptPrompts.join(", ") }))
      router.push(secrets.length === 0 ? `/bots/${bot.id}` : `/bots/${bot.id}/settings`)
    },
  })
}

type Answer =
  | { readonly isOk: true; readonly imported: ImportedBot }
  | { readonly isOk: false; readonly code: string; readonly detail: string }

async function send(file: File): Promise<Answer> {
  const body = new FormData()
  body.set("file", file)
  try {
    const response = await fetch("/api/dashboard/packages", {
      method: "POST",
      headers: { "x-botwright-org": readOrganizationId() ?? "" },
      body,
    })
    const json = (await response.json()) as ImportedBot & { code?: string; detail?: string }
    if (response.ok) return { isOk: true, imported: json }
    return { isOk: false, code: json.code ?? "network", detail: json.detail ?? "" }
  } catch {
    return { isOk: false, code: "network", detail: "" }
  }
}
