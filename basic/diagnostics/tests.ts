import { entry, suggest } from "./entry.ts"

/** What a file of tests says wrongly, and why a test fails. */
export const testCodes = {
  "basic.test_unknown_line": entry<{ found: string; nearest: string | null }>({
    severity: "error",
    sentence: ({ found }) => `No line of a test begins with ${found}.`,
    hint: ({ nearest }) =>
      suggest(
        nearest,
        "Begin with TEST, USE, START, SAY, CHOOSE, EXPECT, SKIP, AT, SET, ANSWER, SEND FILE or RESTART.",
      ),
  }),
  "basic.test_unknown_expectation": entry<{ found: string; nearest: string | null }>({
    severity: "error",
    sentence: ({ found }) => `There is nothing called ${found} to expect.`,
    hint: ({ nearest }) =>
      suggest(
        nearest,
        'Put a text between quotes, or expect CONTAINS "...", LIKE "...", CHOICES, VARIABLE, EFFECT, WAITING, END, ERROR or NOTHING.',
      ),
  }),
  "basic.test_unknown_wait": entry<{ found: string; nearest: string | null }>({
    severity: "error",
    sentence: ({ found }) => `A bot never waits for ${found}.`,
    hint: ({ nearest }) =>
      suggest(nearest, "Name a type of HEAR such as EMAIL, or MENU, or PAUSE for a WAIT."),
  }),
  "basic.test_unknown_unit": entry<{ found: string }>({
    severity: "error",
    sentence: ({ found }) => `${found} is no unit of time.`,
    hint: () => "Write SECONDS, MINUTES, HOURS, DAYS or WEEKS.",
  }),
  "basic.test_none": entry({
    severity: "error",
    sentence: () => "There is no TEST in this file.",
    hint: () => 'Begin one with a line such as TEST "greets by name".',
  }),
  "basic.test_same_name": entry<{ found: string; line: number }>({
    severity: "error",
    sentence: ({ found, line }) => `The test in line ${line} is called "${found}" too.`,
    hint: () => "Give each test a name of its own.",
  }),
  "basic.test_unmet": entry<{ expected: string; happened: string }>({
    severity: "error",
    sentence: ({ expected, happened }) => `The test expects ${expected}, but ${happened}.`,
  }),
  "basic.test_not_offered": entry<{ expected: string; happened: string }>({
    severity: "error",
    sentence: ({ expected, happened }) => `The test needs ${expected}, but ${happened}.`,
    hint: () => "Write the choice as the bot shows it, or use SAY for words of one's own.",
  }),
  "basic.test_stopped": entry<{ expected: string; happened: string }>({
    severity: "error",
    sentence: ({ expected, happened }) => `The test expects ${expected}, but ${happened}.`,
    hint: () => "Correct the script, or write EXPECT ERROR if it should stop here.",
  }),
  "basic.test_value": entry<{ expected: string; happened: string }>({
    severity: "error",
    sentence: ({ expected, happened }) => `The line needs ${expected}, but ${happened}.`,
  }),
  "basic.test_setting": entry<{ expected: string; happened: string }>({
    severity: "error",
    sentence: ({ expected, happened }) => `The line needs ${expected}, but ${happened}.`,
  }),
  "basic.test_script": entry<{ expected: string; happened: string }>({
    severity: "error",
    sentence: ({ expected, happened }) => `The test needs ${expected}, but ${happened}.`,
    hint: () => "USE names the script, seen from the folder of the test.",
  }),
} as const
