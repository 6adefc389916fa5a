/** Everything that is fuzzed, in the order it is run. `npm run fuzz` runs them for minutes, the tests for moments. */
import { editorTargets } from "./editor-targets.ts"
import { languageTargets } from "./language-targets.ts"
import { machineTargets } from "./machine-targets.ts"
import type { Target } from "./target.ts"
import { textTargets } from "./text-targets.ts"

export const targets: readonly Target[] = [
  ...languageTargets,
  ...machineTargets,
  ...textTargets,
  ...editorTargets,
]
