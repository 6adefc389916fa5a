import { deleteRow } from "#server/services/tables/delete-row.ts"
import { exportTable } from "#server/services/tables/export.ts"
import { listTables } from "#server/services/tables/list.ts"
import { listRows } from "#server/services/tables/list-rows.ts"
import { saveRow } from "#server/services/tables/save-row.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const tablesRouter = router({
  list: orgQuery(listTables),
  rows: orgQuery(listRows),
  saveRow: orgMutation(saveRow),
  deleteRow: orgMutation(deleteRow),
  export: orgMutation(exportTable),
})
