import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordPlace } from "../place.ts"
import { type KnowledgeFigures, readFigures } from "./figures.ts"

/** The figures of one base. Throws: AppError "knowledge.base_not_found". */
export async function loadFigures(
  tx: OrgTx,
  place: RecordPlace,
  base: string,
): Promise<KnowledgeFigures> {
  const figures = await readFigures(tx, place, base)
  if (figures.collections === 0) throw new AppError("knowledge.base_not_found", { base })
  return figures
}
