import { entry } from "./entry.ts"

/** What is found about the texts of a bot in its other languages. */
export const textCodes = {
  "basic.text_missing": entry<{ language: string; words: string }>({
    severity: "warning",
    sentence: ({ language, words }) => `"${words}" has no text in the language ${language}.`,
    hint: () => "Write it in the settings of the step; until then it is said as it stands.",
  }),
  "basic.text_stale": entry<{ language: string; words: string }>({
    severity: "warning",
    sentence: ({ language, words }) =>
      `"${words}" was changed after its text in the language ${language} was written.`,
    hint: () => "Look at the text in the settings of the step, and save it again.",
  }),
} as const
