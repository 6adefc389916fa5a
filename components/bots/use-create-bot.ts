import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useTranslation } from "react-i18next"
import type { BotTemplate } from "#catalog/starters.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { browserZone } from "./browser-zone.ts"

/** Makes a bot of a template and opens it. Without a name it has that of the template. */
export function useCreateBot() {
  const nameOf = useTemplateName()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const router = useRouter()
  const { tellError } = useToasts()
  const { mutate, isPending, isSuccess, variables } = useMutation(
    trpc.bots.create.mutationOptions({
      onSuccess: (bot) => {
        queryClient.invalidateQueries(trpc.bots.list.queryFilter())
        router.push(`/bots/${bot.id}`)
      },
      onError: tellError,
    }),
  )
  return {
    create: (template: BotTemplate, name = "") =>
      mutate({ name: name.trim() || nameOf(template), template, timeZone: browserZone() }),
    busyWith: isPending || isSuccess ? (variables?.template ?? null) : null,
  }
}

/** What a bot is called that nobody gave a name. */
export function useTemplateName(): (template: BotTemplate) => string {
  const { t } = useTranslation("bots")
  return (template) =>
    template === "empty" || template === "welcome"
      ? t(`template.${template}.name`)
      : t(`starter.${template}.title`)
}
