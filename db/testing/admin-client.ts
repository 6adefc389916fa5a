import pg from "pg"

/** A plain connection to a test server, for what only an administrator does. */
export interface AdminClient {
  run(text: string, params?: readonly unknown[]): Promise<Record<string, unknown>[]>
  end(): Promise<void>
}

export async function openAdminClient(url: string): Promise<AdminClient> {
  const client = new pg.Client({ connectionString: url })
  client.on("error", () => {})
  await client.connect()
  return {
    async run(text, params = []) {
      const { rows } = await client.query(text, [...params])
      return rows
    },
    end: () => client.end(),
  }
}
