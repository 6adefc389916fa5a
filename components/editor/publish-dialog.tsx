"use client"

import { Button, Group, Image, Loader, Tabs } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useTRPC, useTRPCClient } from "../api/trpc.ts"
import { useErrorWords } from "../api/use-error-words.ts"
import { CopyField } from "../ui/copy-field.tsx"
import { Dialog } from "../ui/dialog.tsx"
import { Icon } from "../ui/icon.tsx"
import type { OpenBot } from "./bot-shapes.ts"
import styles from "./builder.module.css"
import type { BuilderStore } from "./builder-store.ts"
import { useFlowsStore } from "./flows/flows-context.ts"
import { findFlow } from "./flows/flows-store.ts"

interface PublishDialogProps {
  readonly store: BuilderStore
  readonly bot: OpenBot
  readonly saveNow: () => Promise<number | null>
  readonly onClose: () => void
}

type Outcome =
  | { readonly kind: "published"; readonly number: number }
  /** `script`: the flow the first of them is in; the first flow when left out. */
  | { readonly kind: "errors"; readonly count: number; readonly script: string | undefined }
  | { readonly kind: "unsaved" }

/** Saves, publishes, and gives what is needed to reach the bot: the link, its QR code, the snippet. */
export function PublishDialog({ store, bot, saveNow, onClose }: PublishDialogProps) {
  const { t } = useTranslation("builder")
  const sayError = useErrorWords()
  const publish = usePublish(bot.id, saveNow)
  const hasBegun = useRef(false)
  const begin = publish.mutate
  useEffect(() => {
    // React mounts twice in development; publishing once is enough.
    if (hasBegun.current) return
    hasBegun.current = true
    begin()
  }, [begin])
  const error = publish.error ? sayError(publish.error) : null
  const flows = useFlowsStore()
  const showProblems = () => {
    const { flows: all, open } = flows.getState()
    const script = publish.data?.kind === "errors" ? publish.data.script : undefined
    const flow = script === undefined ? all[0] : findFlow(all, script)
    if (flow) open(flow.id)
    const shown = flows.getState().opened.get(flow?.id ?? "") ?? store
    shown.getState().openPanel("problems")
    onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={publish.data?.kind === "published" ? t("published.title") : t("publish")}
    >
      {publish.isPending && (
        <p className={styles.publishState} role="status">
          <Loader size="xs" /> {t("published.running")}
        </p>
      )}
      {publish.data?.kind === "published" && (
        <WaysToReach bot={bot} version={publish.data.number} />
      )}
      {publish.data?.kind === "errors" && (
        <div role="alert">
          <p>{t("published.errors", { count: publish.data.count })}</p>
          <Button onClick={showProblems}>{t("published.showProblems")}</Button>
        </div>
      )}
      {publish.data?.kind === "unsaved" && <p role="alert">{t("published.unsaved")}</p>}
      {error && (
        <div role="alert">
          <p>
            <strong>{error.title}</strong> {error.text}
          </p>
          <Button onClick={() => begin()}>{t("published.again")}</Button>
        </div>
      )}
    </Dialog>
  )
}

function usePublish(botId: string, saveNow: () => Promise<number | null>) {
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const flows = useFlowsStore()
  return useMutation({
    mutationFn: async (): Promise<Outcome> => {
      const baseRevision = await saveNow()
      if (baseRevision === null) return { kind: "unsaved" }
      const answer = await client.bots.publish
        .mutate({ botId, baseRevision })
        .catch(async (error: unknown) => {
          // Another flow was changed elsewhere: the person is told, and may publish what is there now.
          const { draftRevision } = await client.scripts.list.query({ botId })
          flows.getState().setRevision(draftRevision)
          throw error
        })
      if (answer.ok) return { kind: "published", number: answer.version.number }
      const errors = answer.diagnostics.filter((finding) => finding.severity === "error")
      return { kind: "errors", count: errors.length, script: errors[0]?.script }
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: trpc.bots.pathKey() }),
  })
}

function WaysToReach({ bot, version }: { bot: OpenBot; version: number }) {
  const { t } = useTranslation(["builder", "common"])
  const origin = globalThis.location.origin
  const link = `${origin}/c/${bot.slug}`
  const snippet = `<script async src="${origin}/widget.js" data-bot="${bot.slug}"></script>`
  const copy = { copyLabel: t("builder:copy"), copiedLabel: t("builder:copied") }
  return (
    <div className={styles.reach}>
      <p className={styles.publishState} role="status">
        <Icon name="circle-check" size={18} /> {t("builder:published.version", { number: version })}
      </p>
      <Tabs defaultValue="link">
        <Tabs.List>
          <Tabs.Tab value="link">{t("builder:published.link")}</Tabs.Tab>
          <Tabs.Tab value="site">{t("builder:published.site")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="link" pt="md">
          <Group align="flex-start" wrap="nowrap">
            <div className={styles.reachField}>
              <CopyField
                label={t("builder:published.linkLabel")}
                description={t("builder:published.linkHelp")}
                value={link}
                {...copy}
              />
              <Button
                component="a"
                href={link}
                target="_blank"
                rel="noopener"
                variant="light"
                mt="sm"
                rightSection={<Icon name="external-link" size={15} />}
              >
                {t("builder:published.open")}
              </Button>
            </div>
            <QrCode text={link} label={t("builder:published.qr")} />
          </Group>
        </Tabs.Panel>
        <Tabs.Panel value="site" pt="md">
          <CopyField
            label={t("builder:published.snippetLabel")}
            description={t("builder:published.snippetHelp")}
            value={snippet}
            {...copy}
          />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}

function QrCode({ text, label }: { text: string; label: string }) {
  const [image, setImage] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    void import("qrcode").then(async ({ default: qrcode }) => {
      const made = await qrcode.toDataURL(text, { margin: 1, width: 264 })
      if (isCurrent) setImage(made)
    })
    return () => {
      isCurrent = false
    }
  }, [text])
  return image ? (
    <Image src={image} alt={label} width={132} height={132} className={styles.qr} />
  ) : (
    <div className={styles.qr} aria-hidden="true" />
  )
}
