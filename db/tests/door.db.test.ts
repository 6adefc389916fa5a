import { describe } from "vitest"
import { openPostgresTestDatabase } from "../testing/postgres-database.ts"
import { describeDoor } from "./door-suite.ts"

describe("the door to a real Postgres", () => describeDoor(openPostgresTestDatabase))
