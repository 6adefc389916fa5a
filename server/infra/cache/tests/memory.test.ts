import { describe } from "vitest"
import { createMemoryCache } from "../memory.ts"
import { describeCache } from "./conformance.ts"

describe("the cache in memory", () => describeCache(async () => createMemoryCache()))
