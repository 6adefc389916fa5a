/** What the suites of `scripts/test.ts` write into their result files. */

export interface Tally {
  readonly passed: number
  readonly failed: number
  /** Each failed test by its name, with the beginning of its reason. */
  readonly failures?: readonly string[]
}

/** Of a reason: enough to know it again; the whole stands in what the suite printed. Units: characters. */
const reasonChars = 600

const tell = (name: string, reason = "") => `${name}\n${reason.slice(0, reasonChars)}`.trim()

interface VitestResult {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly success: boolean
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/** A file that could not be loaded has a message and no tests. */
export function readVitest(text: string): Tally {
  const result = JSON.parse(text) as VitestResult
  const failures = result.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed")
    if (failed.length === 0) return status === "failed" ? [tell(name, message)] : []
    return failed.map((test) => tell(test.fullName, test.failureMessages.join("\n")))
  })
  const isBroken = !result.success && result.numFailedTests === 0
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + (isBroken ? 1 : 0),
    failures,
  }
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly {
    readonly title: string
    readonly file: string
    readonly ok: boolean
    readonly tests: readonly {
      readonly results: readonly { readonly error?: { readonly message?: string } }[]
    }[]
  }[]
}

export function readPlaywright(text: string): Tally {
  const { stats, errors, suites } = JSON.parse(text) as {
    stats: { expected: number; unexpected: number; flaky: number }
    errors: readonly { message?: string }[]
    suites: readonly PlaywrightSuite[]
  }
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    failures: [
      ...suites.flatMap(listFailed),
      ...errors.map(({ message }) => tell("error", message)),
    ],
  }
}

function listFailed({ suites = [], specs = [] }: PlaywrightSuite): string[] {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const reasons = tests.flatMap(({ results }) => results.map(({ error }) => error?.message))
      return tell(
        `${file} › ${title}`,
        reasons.find((reason) => reason !== undefined),
      )
    })
  return [...own, ...suites.flatMap(listFailed)]
}

export const readTally = (text: string): Tally => JSON.parse(text) as Tally
