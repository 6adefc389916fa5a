"use client"

import { Accordion, Stack, TextInput } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { ModelAccount, ModelSettings } from "./model-shapes.ts"

type Names = ModelAccount["models"]
type Task = ModelSettings["providers"][number]["tasks"][number]

interface MoreModelsProps {
  /** What the provider does besides answering. */
  tasks: readonly Task[]
  models: Names
  onChange: (changed: Names) => void
}

/** Models for pictures, recordings, speech and knowledge: seldom needed, so they are folded away. */
export function MoreModels({ tasks, models, onChange }: MoreModelsProps) {
  const { t } = useTranslation("bots")
  const field = (need: "vision" | "voice" | Task) => (
    <TextInput
      key={need}
      label={t(`models.${need}`)}
      {...(need !== "vision" && { placeholder: t("models.own") })}
      value={models[need] ?? ""}
      maxLength={100}
      onChange={(event) => onChange({ [need]: event.currentTarget.value })}
    />
  )
  return (
    <Accordion variant="contained">
      <Accordion.Item value="more">
        <Accordion.Control>{t("models.more")}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="sm">
            {field("vision")}
            {tasks.flatMap((task) =>
              task === "speak" ? [field(task), field("voice")] : field(task),
            )}
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
