import { describe } from "vitest"
import { openEmbeddedTestDatabase } from "../testing/embedded-database.ts"
import { describeIsolation } from "./isolation-suite.ts"

describe("isolation on the embedded database", () => describeIsolation(openEmbeddedTestDatabase))
