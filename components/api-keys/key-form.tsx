"use client"

import { Stack, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { type KeyScope, keyPresets } from "#catalog/key-scopes.ts"
import { limits } from "#catalog/limits.ts"
import { FormProblem } from "../auth/form-problem.tsx"
import { FormActions } from "../ui/form-actions.tsx"
import { BotsChoice } from "./bots-choice.tsx"
import { LifetimeChoice } from "./lifetime-choice.tsx"
import { ScopesChoice } from "./scopes-choice.tsx"

/** What a new key is to be. */
export interface WantedKey {
  readonly name: string
  readonly scopes: KeyScope[]
  /** Null for all bots. */
  readonly botIds: string[] | null
  readonly days: number | null
}

interface KeyFormProps {
  isBusy: boolean
  problem: { readonly title: string; readonly text: string } | null
  onMake: (wanted: WantedKey) => void
  onCancel: () => void
}

export function KeyForm({ isBusy, problem, onMake, onCancel }: KeyFormProps) {
  const { t } = useTranslation("keys")
  const [wanted, setWanted] = useState<WantedKey>({
    ...{ name: "", scopes: [...keyPresets.build], botIds: null, days: 90 },
  })
  const change = (part: Partial<WantedKey>) => setWanted((before) => ({ ...before, ...part }))
  const { name, scopes, botIds, days } = wanted
  const isReady = name.trim() !== "" && scopes.length > 0 && botIds?.length !== 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady && !isBusy) onMake({ ...wanted, name: name.trim() })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t("name")}
          description={t("nameHint")}
          value={name}
          maxLength={limits.nameChars}
          autoComplete="off"
          data-autofocus
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <ScopesChoice scopes={scopes} onChange={(chosen) => change({ scopes: chosen })} />
        <BotsChoice botIds={botIds} onChange={(chosen) => change({ botIds: chosen })} />
        <LifetimeChoice days={days} onChange={(chosen) => change({ days: chosen })} />
        {problem && <FormProblem title={problem.title} text={problem.text} />}
        <FormActions label={t("make")} isBusy={isBusy} isDisabled={!isReady} onCancel={onCancel} />
      </Stack>
    </form>
  )
}
