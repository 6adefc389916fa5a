"use client"

import { Button, Select, Tabs, Textarea } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import {
  findVariants,
  keepLanguages,
  listLanguages,
  listTexts,
  putText,
  type TextFinding,
} from "#basic"
import { Icon } from "../ui/icon.tsx"
import { type BuilderStore, findStep } from "./builder-store.ts"
import { languageTags, nameLanguage } from "./language-names.ts"
import styles from "./step-texts.module.css"
import { useCalmDocument } from "./use-calm-document.ts"

interface StepTextsProps {
  readonly store: BuilderStore
  readonly stepId: string
  readonly canEdit: boolean
}

/** What the step says in the other languages of the bot: a tab for each, and a way to add one. */
export function StepTexts({ store, stepId, canEdit }: StepTextsProps) {
  const { t, i18n } = useTranslation("builder")
  const document = useCalmDocument(store)
  const { program, layout, source } = document
  const covers = findStep(document, stepId)?.covers ?? [stepId]
  const units = listTexts(program, layout.stepIds, source)
  const languages = [...listLanguages(layout)].sort()
  const [shown, setShown] = useState<string | null>(languages[0] ?? null)
  if (!units.some((unit) => covers.includes(unit.stepId))) return null
  const texts = layout.texts ?? {}
  const found = findVariants(units, texts).filter(({ unit }) => covers.includes(unit.stepId))
  const tab = shown !== null && languages.includes(shown) ? shown : (languages[0] ?? null)
  const keep = (next: typeof texts) => store.getState().perform({ kind: "putTexts", texts: next })
  return (
    <section className={styles.texts} aria-label={t("texts.title")}>
      <h3 className={styles.title}>
        <Icon name="language" size={16} />
        {t("texts.title")}
      </h3>
      {tab !== null && (
        <Tabs value={tab} onChange={setShown} keepMounted={false}>
          <Tabs.List aria-label={t("texts.title")}>
            {languages.map((language) => (
              <Tabs.Tab
                key={language}
                value={language}
                rightSection={
                  isWhole(found, language) ? null : (
                    <Icon name="alert-triangle" size={13} aria-label={t("texts.missing")} />
                  )
                }
              >
                {nameLanguage(language, i18n.language)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={tab} pt="sm" lang={tab}>
            {found
              .filter(({ language }) => language === tab)
              .map((each) => (
                <TextInLanguage
                  key={`${each.unit.stepId} ${each.unit.part} ${each.unit.words} ${each.words}`}
                  found={each}
                  isReadOnly={!canEdit}
                  onChange={(words) => keep(putText(texts, each.unit, tab, words))}
                />
              ))}
          </Tabs.Panel>
        </Tabs>
      )}
      {canEdit && (
        <AddLanguage
          languages={languages}
          onAdd={(language) => {
            keep(keepLanguages(texts, [...languages, language]))
            setShown(language)
          }}
          onRemove={
            tab === null
              ? null
              : () =>
                  keep(
                    keepLanguages(
                      texts,
                      languages.filter((language) => language !== tab),
                    ),
                  )
          }
        />
      )}
    </section>
  )
}

const isWhole = (found: readonly TextFinding[], wanted: string): boolean =>
  found.every(({ language, words, isStale }) => language !== wanted || (words !== null && !isStale))

interface TextInLanguageProps {
  readonly found: TextFinding
  readonly isReadOnly: boolean
  readonly onChange: (words: string) => void
}

/** One text: what it is written as, and what it is in this language. Kept when one leaves the field. */
function TextInLanguage({ found, isReadOnly, onChange }: TextInLanguageProps) {
  const { t } = useTranslation("builder")
  const { unit, words, isStale } = found
  const [draft, setDraft] = useState(words ?? "")
  return (
    <Textarea
      label={unit.words}
      classNames={{ label: styles.source }}
      placeholder={unit.words}
      autosize
      minRows={1}
      maxRows={8}
      mb="xs"
      value={draft}
      readOnly={isReadOnly}
      error={isStale ? t("texts.stale") : words === null ? t("texts.missing") : null}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (draft !== (words ?? "") || isStale) onChange(draft)
      }}
    />
  )
}

interface AddLanguageProps {
  readonly languages: readonly string[]
  readonly onAdd: (language: string) => void
  readonly onRemove: (() => void) | null
}

function AddLanguage({ languages, onAdd, onRemove }: AddLanguageProps) {
  const { t, i18n } = useTranslation("builder")
  const others = languageTags.filter((tag) => !languages.includes(tag))
  return (
    <div className={styles.add}>
      <Select
        size="xs"
        searchable
        aria-label={t("texts.add")}
        placeholder={t("texts.add")}
        data={others.map((tag) => ({ value: tag, label: nameLanguage(tag, i18n.language) }))}
        value={null}
        onChange={(tag) => tag !== null && onAdd(tag)}
      />
      {onRemove && (
        <Button size="xs" variant="subtle" color="gray" onClick={onRemove}>
          {t("texts.remove")}
        </Button>
      )}
    </div>
  )
}
