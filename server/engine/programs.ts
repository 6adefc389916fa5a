import { LRUCache } from "lru-cache"
import { type Bundle, BundleError, type LoadedProgram, load } from "#basic"
import type { OrgId } from "#catalog/ids.ts"
import { EngineFault } from "./engine-fault.ts"
import type { EngineStore } from "./engine-store.ts"

/** A published version, ready to run. */
export interface Program {
  readonly loaded: LoadedProgram
  /** Step ids by the number effects and faults carry. */
  readonly stepIds: readonly string[]
  /** Of the version: from 1, per bot. */
  readonly number: number
}

/** Loads versions and keeps the ones in use. A version never changes, so nothing is ever out of date. */
export class Programs {
  readonly #store: EngineStore
  readonly #cache = new LRUCache<string, Promise<Program>>({ max: 500 })

  constructor(store: EngineStore) {
    this.#store = store
  }

  /** Throws EngineFault "engine.version_missing" when there is no such version. */
  load(orgId: OrgId, versionId: string): Promise<Program> {
    const key = `${orgId}/${versionId}`
    const known = this.#cache.get(key)
    if (known) return known
    const loading = this.#fetch(orgId, versionId)
    this.#cache.set(key, loading)
    loading.catch(() => this.#cache.delete(key))
    return loading
  }

  async #fetch(orgId: OrgId, versionId: string): Promise<Program> {
    const found = await this.#store.findBundle(orgId, versionId)
    if (!found)
      throw new EngineFault("engine.version_missing", `The version ${versionId} does not exist.`)
    const { bundle, hash, number } = found
    return {
      loaded: loadBundle(bundle, hash, versionId),
      stepIds: bundle.debug.steps,
      number,
    }
  }
}

function loadBundle(bundle: Bundle, hash: string, versionId: string): LoadedProgram {
  try {
    return load(bundle, hash)
  } catch (error) {
    if (!(error instanceof BundleError)) throw error
    throw new EngineFault(
      "engine.version_missing",
      `The version ${versionId} cannot be loaded: ${error.message}`,
    )
  }
}
