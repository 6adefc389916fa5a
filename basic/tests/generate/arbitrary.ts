/** Programs for fast-check: the choices are what shrinks. */
import fc from "fast-check"
import type { Program } from "../../ast/nodes.ts"
import { growLegalProgram, growProgram } from "./programs.ts"

const choices = (maxLength: number) => fc.array(fc.nat(65_535), { maxLength, size: "max" })

/** Any program. `maxChoices` bounds its size: about one statement for every ten choices. */
export const programs = (maxChoices = 300): fc.Arbitrary<Program> =>
  choices(maxChoices).map(growProgram)

/** Programs without errors by construction. */
export const legalPrograms = (maxChoices = 300): fc.Arbitrary<Program> =>
  choices(maxChoices).map(growLegalProgram)
