import type { Options } from "postgres"

/** Types whose text form postgres.js would parse or rewrite; ours stay text both ways, see `db/wire`. */
const textTypes = [16, 17, 20, 21, 23, 25, 26, 114, 700, 701, 1082, 1114, 1184, 3802]

const asIs = (value: unknown) => value

/**
 * How every connection is made.
 *
 * `role` is set by the connection's first packet, before any statement, so a statement that reaches a
 * connection without its transaction runs as a role that sees nothing.
 */
export function connectionOptions(settings: {
  max: number
  role: string | null
  limitMs: number | null
}) {
  const { max, role, limitMs } = settings
  return {
    max,
    // One lookup of array types per connection, which we decode ourselves.
    fetch_types: false,
    // A connection is replaced when it breaks, not by age: a group of statements must not be parted.
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => {},
    types: Object.fromEntries(
      textTypes.map((type) => [
        `text${type}`,
        { to: type, from: [type], serialize: asIs, parse: asIs },
      ]),
    ),
    connection: {
      application_name: "botwright",
      ...(role === null ? {} : { role }),
      ...(limitMs === null
        ? {}
        : { idle_in_transaction_session_timeout: limitMs, statement_timeout: limitMs * 2 }),
    },
  } satisfies Options<Record<string, never>> | object
}
