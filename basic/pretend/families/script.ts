import { wordsOf } from "../../diagnostics/report.ts"
import { operandText } from "../operands.ts"
import { failed, type PretendHandlers } from "../pretended.ts"

/** How this family of commands behaves in a preview. */
export const scriptPretend: PretendHandlers = {
  CALL: (operands) => {
    const found = operandText(operands, "path").slice(0, 200)
    const code = "basic.missing_script"
    return failed(code, wordsOf(code, { found, nearest: null }).message)
  },
}
