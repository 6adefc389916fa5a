import { describe } from "vitest"
import { createMemoryLocks } from "../memory.ts"
import { describeLocks } from "./conformance.ts"

describe("locks in memory", () => describeLocks(async () => createMemoryLocks()))
