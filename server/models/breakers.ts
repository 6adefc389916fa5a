import { hash } from "node:crypto"
import { LRUCache } from "lru-cache"
import CircuitBreaker from "opossum"
import { type ModelAccount, ModelFailure } from "./port.ts"

/** Failures of half of at least this many questions open a circuit. */
const volumeThreshold = 4
/** How long an account that fails is left alone. Units: ms. */
const resetMs = 20_000

/** What says nothing about whether the service is there. */
const isAnswer = (error: unknown): boolean =>
  error instanceof ModelFailure && ["model.refused", "model.blocked"].includes(error.code)

const leftAlone = ({ provider }: ModelAccount) =>
  new ModelFailure(
    "model.unreachable",
    `${provider.label} has failed again and again and is left alone for a moment.`,
  )

const isRejected = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EOPENBREAKER"

type Work<T> = () => Promise<T>

/**
 * A circuit for each account: one that failed again and again is not asked for a while, so that the next account
 * in line answers at once and the service can recover.
 */
export function openBreakers() {
  const circuits = new LRUCache<string, CircuitBreaker<[Work<unknown>], unknown>>({
    max: 1_000,
    dispose: (circuit) => circuit.shutdown(),
  })
  const find = (account: ModelAccount) => {
    const key = hash("sha256", JSON.stringify([account.url, account.key]), "base64url")
    const known = circuits.get(key)
    if (known !== undefined) return known
    const made = new CircuitBreaker<[Work<unknown>], unknown>((work) => work(), {
      ...{ timeout: false, errorThresholdPercentage: 50, volumeThreshold },
      ...{ resetTimeout: resetMs, rollingCountTimeout: 30_000, errorFilter: isAnswer },
    })
    circuits.set(key, made)
    return made
  }
  return {
    async run<T>(account: ModelAccount, work: Work<T>): Promise<T> {
      const circuit = find(account)
      if (circuit.opened) throw leftAlone(account)
      const tried = circuit.fire(work).catch((error: unknown) => {
        // Somebody else is trying whether it is there again.
        if (isRejected(error)) throw leftAlone(account)
        throw error
      })
      // What goes in comes out: a circuit does not look at results.
      return (await tried) as T
    },
  }
}
