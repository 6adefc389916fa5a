"use client"

import { Button, Group, Stack } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useErrorWords } from "../api/use-error-words.ts"
import { CopyField } from "../ui/copy-field.tsx"
import { Dialog } from "../ui/dialog.tsx"
import { KeyForm } from "./key-form.tsx"

interface CreateKeyDialogProps {
  isOpen: boolean
  onClose: () => void
}

/** Asks what a key is for, makes it, and shows it this once. */
export function CreateKeyDialog({ isOpen, onClose }: CreateKeyDialogProps) {
  const { t } = useTranslation("keys")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const sayError = useErrorWords()
  const create = useMutation(
    trpc.apiKeys.create.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.apiKeys.list.queryFilter()),
    }),
  )
  const made = create.data?.key
  const close = () => {
    onClose()
    create.reset()
  }
  return (
    <Dialog
      opened={isOpen}
      onClose={close}
      title={made ? t("made") : t("new")}
      // A slip beside the dialog must not lose what is shown only once.
      closeOnClickOutside={!made}
    >
      {made ? (
        <NewKey value={made} onClose={close} />
      ) : (
        <KeyForm
          isBusy={create.isPending}
          problem={create.error && sayError(create.error)}
          onMake={(wanted) => create.mutate(wanted)}
          onCancel={close}
        />
      )}
    </Dialog>
  )
}

function NewKey({ value, onClose }: { value: string; onClose: () => void }) {
  const { t } = useTranslation(["keys", "common"])
  return (
    <Stack>
      <CopyField
        label={t("made")}
        description={t("madeText")}
        value={value}
        copyLabel={t("common:copy")}
        copiedLabel={t("common:copied")}
      />
      <Group justify="flex-end">
        <Button onClick={onClose}>{t("common:done")}</Button>
      </Group>
    </Stack>
  )
}
