import { describe } from "vitest"
import { createMemoryPubSub } from "../memory.ts"
import { describePubSub } from "./conformance.ts"

describe("pub/sub in memory", () => describePubSub(async () => createMemoryPubSub()))
