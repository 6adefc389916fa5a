import { createApi } from "#server/api/api.ts"
import type { Container } from "#server/container.ts"

/** Where a fresh installation is reached; the running server writes its own address there. */
const publicUrl = "http://127.0.0.1:3000"

/** Describes the REST API as the server does at /api/v1/openapi.json, without starting one. */
export async function writeOpenApi(): Promise<string> {
  const answer = await createApi(describedContainer()).request("/openapi.json")
  if (answer.status !== 200) throw new Error(`The description answered ${answer.status}.`)
  return `${JSON.stringify(await answer.json(), null, 2)}\n`
}

/** Building the API and describing it reads the address alone; the gates, which read the rest, are never passed. */
function describedContainer(): Container {
  return { publicUrl } as unknown as Container
}
