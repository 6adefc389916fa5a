/**
 * Gives the property tests one fixed seed, so that the same tree gives the same result wherever it is tested. `npm run
 * fuzz` and TEST_SEED=random look at other programs; TEST_SEED=<number> repeats a failure.
 */
import fc from "fast-check"

const wanted = process.env.TEST_SEED ?? "20261120"
if (wanted !== "random") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) })
