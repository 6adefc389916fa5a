// A process that opens the embedded database of the directory it is given and writes rows until it is
// killed. Each line of its output is one acknowledged row; the first line is "open" or why it is not.
import { newId } from "#catalog/ids.ts"
import { openDatabase } from "../../client.ts"
import { DatabaseRefusal } from "../../errors.ts"

const [dataDir = "", mode = "hold"] = process.argv.slice(2)

try {
  const db = await openDatabase({ dataDir, databaseUrl: null })
  console.log("open")
  for (let written = 0; mode === "write"; written++) {
    const id = newId("org")
    await db.tenantQuery([id], "insert into organizations (id, name) values ($1, $2)", [
      id,
      String(written),
    ])
    console.log(id)
  }
  process.on("SIGTERM", () => void db.close())
} catch (error) {
  console.log(error instanceof DatabaseRefusal ? error.message : error)
  process.exitCode = 1
}
