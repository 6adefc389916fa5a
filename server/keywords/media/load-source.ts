import type { Value } from "#basic/vm/value.ts"
import { type HeldFile, loadHeld } from "../files/content.ts"
import { fetchFile } from "../files/fetch-file.ts"
import { readSource } from "../files/operands.ts"
import type { Step } from "../step.ts"

/** The file a program means: an address is fetched first. Throws: `EffectFailed` "file.*", "outbound.*". */
export async function loadSource(
  value: Value | undefined,
  keyword: string,
  step: Step,
): Promise<HeldFile> {
  const source = readSource(value, keyword)
  return source.kind === "address"
    ? await fetchFile(step, source.url, null)
    : await loadHeld(step, source.path)
}
