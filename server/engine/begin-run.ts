import {
  createState,
  findEntry,
  fromJson,
  readVariables,
  type TurnContext,
  toJson,
  type Value,
  type VmState,
  type ZoneTable,
} from "#basic"
import type { Json } from "#basic/vm/value.ts"
import { findZone } from "#catalog/find-zone.ts"
import { EngineFault } from "./engine-fault.ts"
import type { RunReply } from "./event.ts"
import type { Program } from "./programs.ts"
import type { TurnStep } from "./turn-step.ts"
import type { TurnWriter } from "./turn-writer.ts"
import { utcZone } from "./zone.ts"

/** The machine of a run that begins: at the entry, or where the event says, with the variables it brings. */
export function beginRun({ loaded }: Program, { event, recorded }: TurnWriter): VmState {
  const { script, entry, inputs } = event.payload
  const at = findEntry(loaded.bundle, {
    ...(script !== undefined && { script }),
    ...(entry !== undefined && { procedure: entry }),
  })
  if (at === null)
    throw new EngineFault(
      "engine.version_missing",
      `The version has no ${entry ?? "script"} ${script ?? ""} any more.`,
    )
  return createState(loaded, toValues(inputs), at, toValues(recorded.params))
}

function toValues(given: Readonly<Record<string, Json>> | null | undefined): Record<string, Value> {
  const entries = Object.entries(given ?? {})
  return Object.fromEntries(entries.map(([name, json]) => [name, fromJson(json)]))
}

/** What the rest of a turn derives from. */
export function turnContext(
  writer: TurnWriter,
  language: () => string | null = () => null,
): TurnContext {
  const { nowMs, seed } = writer.recorded
  return { nowMs, seed, zone: zoneOf(writer), language }
}

/** The clock on the bot's wall. */
export function zoneOf({ recorded }: TurnWriter): ZoneTable {
  return recorded.zone === undefined ? utcZone : (findZone(recorded.zone) ?? utcZone)
}

/** The script that runs at the moment; null in a bot of one script. */
export function findScriptName({ loaded }: Program, vm: VmState): string | null {
  const { functions } = loaded.bundle
  let at = vm.current
  while (at > 0 && functions[at]?.script === undefined) at--
  return functions[at]?.script?.name ?? null
}

/** What a run that has ended gives back. Values that cannot be handed over count as nothing. */
export function readReply(
  value: Value,
  vm: VmState,
  { response }: TurnStep,
  isWebhook: boolean,
): RunReply {
  const reply = { value: jsonOrNull(value) }
  if (!isWebhook) return reply
  const results = readVariables(vm)
    .map(({ name, value: json }) => [name.toLowerCase(), json] as const)
    .filter(([name, json]) => (name === "result" || name.startsWith("result_")) && json !== null)
  return {
    ...reply,
    results: Object.fromEntries(results),
    ...(response.status !== null && { status: response.status }),
    headers: [...response.headers],
  }
}

/** Null for a value that cannot be handed over. */
export function jsonOrNull(value: Value): Json {
  try {
    return toJson(value)
  } catch {
    return null
  }
}
