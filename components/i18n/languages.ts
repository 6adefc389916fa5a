/** The languages of the app. Every catalogue exists in each of them; `scripts/check-i18n.ts` sees to it. */
export const languages = [
  { code: "en", name: "English", direction: "ltr" },
  { code: "pt", name: "Português", direction: "ltr" },
  { code: "es", name: "Español", direction: "ltr" },
  { code: "de", name: "Deutsch", direction: "ltr" },
  { code: "fr", name: "Français", direction: "ltr" },
  { code: "tr", name: "Türkçe", direction: "ltr" },
  { code: "ar", name: "العربية", direction: "rtl" },
] as const

export type Language = (typeof languages)[number]["code"]
export type Direction = "ltr" | "rtl"
export const fallbackLanguage: Language = "en"
/** The cookie that remembers a choice; plain text, so that the first page already comes in it. */
export const languageCookie = "bw-language"

export function isLanguage(code: string | undefined): code is Language {
  return languages.some((language) => language.code === code)
}

export function directionOf(code: Language): Direction {
  return languages.find((language) => language.code === code)?.direction ?? "ltr"
}

/**
 * Picks the language of a request: the remembered choice, else the best of the browser's wishes.
 *
 * Shape: `wishes` is an Accept-Language header, such as `pt-BR,pt;q=0.9,en;q=0.5`.
 */
export function pickLanguage(remembered: string | undefined, wishes: string | null): Language {
  if (isLanguage(remembered)) return remembered
  const wanted = (wishes ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...settings] = part.trim().split(";")
      const quality = settings.find((setting) => setting.trim().startsWith("q="))
      return {
        code: tag.split("-")[0]?.toLowerCase(),
        quality: quality ? Number(quality.trim().slice(2)) : 1,
      }
    })
    .sort((a, b) => b.quality - a.quality)
  for (const { code } of wanted) if (isLanguage(code)) return code
  return fallbackLanguage
}
