import { useTranslation } from "react-i18next"
import type { HistoryEntry } from "#server/services/versions/load.ts"

/** What an entry of the history is called: its name, else what it is. */
export function useEntryTitle(): (entry: Pick<HistoryEntry, "name" | "number">) => string {
  const { t } = useTranslation("history")
  return ({ name, number }) => {
    if (number !== null) return name || t("version", { number })
    return name || t("savedDraft")
  }
}
