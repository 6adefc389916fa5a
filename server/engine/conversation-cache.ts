import { LRUCache } from "lru-cache"
import type { OrgId } from "#catalog/ids.ts"
import type { ConversationRow } from "./store-rows.ts"

/**
 * The last committed rows of conversations this process talked to. Only a saving: a row that is out of
 * date is found out by its version at the next write, and read again.
 */
export class ConversationCache {
  readonly #rows: LRUCache<string, ConversationRow>

  constructor(maxChars: number) {
    this.#rows = new LRUCache({
      maxSize: Math.max(1, maxChars),
      sizeCalculation: (row) => 500 + (row.state?.length ?? 0),
    })
  }

  get(orgId: OrgId, id: string): ConversationRow | undefined {
    return this.#rows.get(`${orgId}/${id}`)
  }
  set(row: ConversationRow) {
    this.#rows.set(`${row.orgId}/${row.id}`, row)
  }
  forget(orgId: OrgId, id: string) {
    this.#rows.delete(`${orgId}/${id}`)
  }
}
