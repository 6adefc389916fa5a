/** Errors: the commands of this family, in the order of the manual. */
import { assertCondition } from "../assert.ts"
import { clearError } from "../clear-error.ts"
import { errorMessage } from "../error-message.ts"
import { throwError } from "../throw.ts"

export const errorCommands = [throwError, assertCondition, clearError, errorMessage] as const
