import { describe } from "vitest"
import { openEmbeddedTestDatabase } from "../testing/embedded-database.ts"
import { describeDoor } from "./door-suite.ts"

describe("the door to the embedded database", () => describeDoor(openEmbeddedTestDatabase))
