import { describe } from "vitest"
import { createMemoryLimits } from "../memory.ts"
import { describeLimits } from "./conformance.ts"

describe("limits in memory", () => describeLimits(async () => createMemoryLimits()))
