import { MultiSelect } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { languageTags, nameLanguage } from "../../editor/language-names.ts"

/** What the server takes for a tag: "pt", "pt-BR", "zh-Hant-TW". */
const tagForm = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/

interface LanguagesFieldProps {
  languages: readonly string[]
  canChange: boolean
  onChange: (languages: readonly string[]) => void
}

/** The languages of a bot by their names. One that is not offered is written as a tag. */
export function LanguagesField({ languages, canChange, onChange }: LanguagesFieldProps) {
  const { t, i18n } = useTranslation("bots")
  const [search, setSearch] = useState("")
  const written = tagForm.test(search.trim()) ? [search.trim()] : []
  const tags = [...new Set([...languages, ...languageTags, ...written])]
  return (
    <MultiSelect
      label={t("clock.languages")}
      description={t("clock.languagesHint")}
      data={tags.map((tag) => ({ value: tag, label: nameTag(tag, i18n.language) }))}
      value={[...languages]}
      searchable
      hidePickedOptions
      maxValues={50}
      readOnly={!canChange}
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options, search: words }) => {
        const wanted = words.trim().toLowerCase()
        return options.filter(
          (option) =>
            "value" in option &&
            (option.value.toLowerCase() === wanted || option.label.toLowerCase().includes(wanted)),
        )
      }}
      onChange={onChange}
    />
  )
}

/** Two languages of one name, such as the Portuguese of Brazil, are told apart by their tags. */
function nameTag(tag: string, inLanguage: string): string {
  const name = nameLanguage(tag, inLanguage)
  return name.toLowerCase() === tag.toLowerCase() ? tag : `${name} (${tag})`
}
