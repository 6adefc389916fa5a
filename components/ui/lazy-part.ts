import { type ComponentType, type LazyExoticComponent, lazy } from "react"

type Load<Props> = () => Promise<{ readonly default: ComponentType<Props> }>

/**
 * `React.lazy` for a part that is fetched when it is first needed. Without a connection it waits for one
 * instead of failing for good: whoever opens a panel on a train finds it once they are out of the tunnel.
 *
 * What only a browser draws is given as `typeof window === "undefined" ? null : () => import(...)`, written out where
 * it is used: so the build sees that the server has no use for it, and leaves it out there.
 */
export function lazyPart<Props extends object>(
  load: Load<Props> | null,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => (load ? loadWhenOnline(load) : Promise.reject(new Error("for a browser"))))
}

async function loadWhenOnline<Part>(load: () => Promise<Part>): Promise<Part> {
  while (true) {
    try {
      return await load()
    } catch (error) {
      if (navigator.onLine) throw error
      await new Promise((resume) => addEventListener("online", resume, { once: true }))
    }
  }
}
