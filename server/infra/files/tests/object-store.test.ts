import { afterAll, beforeAll, expect, it } from "vitest"
import { newId } from "#catalog/ids.ts"
import { systemClock } from "#server/clock.ts"
import { createOutbound } from "#server/infra/outbound/guarded.ts"
import { createObjectStore } from "../object-store.ts"
import { signRequest } from "../sign-request.ts"
import { describeFiles } from "./conformance.ts"
import { type FakeStore, startFakeStore } from "./fake-store.ts"

const credentials = {
  region: "us-east-1",
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
}
let store: FakeStore
beforeAll(async () => {
  store = await startFakeStore(credentials)
})
afterAll(() => store.close())

const open = (allow: readonly string[], secretAccessKey = credentials.secretAccessKey) => {
  const { endpoint, bucket } = store
  const settings = { ...credentials, secretAccessKey, endpoint, bucket }
  return createObjectStore(settings, createOutbound({ allow }), systemClock)
}

describeFiles("an S3-compatible store", async () => open(["127.0.0.1"]))

it("signs as the examples of the protocol's description say", () => {
  const url = new URL("https://examplebucket.s3.amazonaws.com/test.txt")
  const at = new Date("2013-05-24T00:00:00Z")
  const body = new Uint8Array()
  const read = signRequest(
    { method: "GET", url, headers: { range: "bytes=0-9" }, body },
    credentials,
    at,
  )
  expect(read.authorization).toContain(
    "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
  )
  const list = new URL("https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J")
  expect(signRequest({ method: "GET", url: list, body }, credentials, at).authorization).toContain(
    "Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
  )
})

it("says the status and the code when the store refuses, and nothing of the keys", async () => {
  const key = { orgId: newId("org"), blobId: newId("blb") }
  const failure = await open(["127.0.0.1"], "another").put(key, Uint8Array.of(1)).catch(String)
  expect(failure).toBe("Error: The file store answered 403 SignatureDoesNotMatch")
})

it("reaches only a store that the guard lets through (NET-04)", async () => {
  await expect(open([]).check()).rejects.toMatchObject({ code: "outbound.address_refused" })
})
