import { describe } from "vitest"
import { openPostgresTestDatabase } from "../testing/postgres-database.ts"
import { describeIsolation } from "./isolation-suite.ts"

describe("isolation on a real Postgres", () => describeIsolation(openPostgresTestDatabase))
