import type { Backend } from "../backend.ts"
import type { EmbeddedDatabase } from "../client.ts"
import { DatabaseError } from "../errors.ts"
import type { Embedded } from "../pglite/open-embedded.ts"

/** What a suite has of a database that others have after it. */
export interface Lent {
  readonly backend: Backend
  readonly embedded: EmbeddedDatabase
}

const owner = { role: "owner", orgs: [] } as const
/** Longer than any transaction a suite may have left open. */
const emptyLimitMs = 60_000

/**
 * Lends databases to suites, one after another: one that a suite is done with, or one that `open` makes.
 *
 * Closing one empties it for the next suite, which takes a fifth of opening one. A suite that did what only
 * the owner of a database may do, such as change a table, leaves none behind. To its suite a lent database is
 * like any other: it finishes what was asked, and answers nothing after it was closed.
 */
export function createLender(open: () => Promise<Embedded>): () => Promise<Lent> {
  /** Those whose suites have closed them, without a row. */
  const idle: Embedded[] = []
  return async () => {
    const made = idle.pop() ?? (await open())
    return lend(made, () => void idle.push(made))
  }
}

function lend({ backend, remote }: Embedded, keep: () => void): Lent {
  let isChanged = false
  let closing: Promise<void> | null = null
  const enter = (changes: boolean) => {
    if (closing !== null)
      throw new DatabaseError("The embedded database is closed.", { code: "57P01" })
    if (changes) isChanged = true
  }
  const giveBack = async () => {
    if (!isChanged && (await isEmptied(backend))) keep()
    else await backend.close()
  }
  return {
    backend: {
      async query(scope, text, params) {
        enter(scope.role === "owner")
        return backend.query(scope, text, params)
      },
      async transaction(scope, limitMs, work) {
        enter(scope.role === "owner")
        return backend.transaction(scope, limitMs, work)
      },
      async openPool(schema) {
        enter(true)
        return backend.openPool(schema)
      },
      close() {
        closing ??= giveBack()
        return closing
      },
    },
    embedded: {
      async runAlone(text) {
        enter(true)
        await remote.runAlone(text)
      },
      async dump() {
        enter(false)
        return remote.dump()
      },
      async listen(channel, hear) {
        enter(true)
        return remote.listen(channel, hear)
      },
    },
  }
}

/** Waits for what was asked and empties every table; false when that cannot be done. */
async function isEmptied(backend: Backend): Promise<boolean> {
  try {
    await backend.transaction(owner, emptyLimitMs, (session) => session.runScript(emptyTables))
    return true
  } catch {
    return false
  }
}

const emptyTables = `
do $$
declare
  place regclass;
  is_used boolean;
  used text;
begin
  perform pg_advisory_unlock_all();
  for place in
    select oid::regclass from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'schema_migrations'
  loop
    execute format('select exists (select from %s)', place) into is_used;
    if is_used then used := concat_ws(', ', used, place::text); end if;
  end loop;
  if used is not null then execute 'truncate ' || used || ' cascade'; end if;
  for place in select oid::regclass from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' loop
    execute format('alter sequence %s restart', place);
  end loop;
end $$`
