/** Damages programs and makes texts, always the same for the same seed. */
export interface Mutator {
  /** Pieces of the language and stray characters in any order. */
  randomText(mostPieces: number): string
  /** A part of one of the samples with a few pieces put in, taken out or replaced. */
  damage(samples: readonly string[]): string
  /** A number from 0 to below the limit. */
  below(limit: number): number
}

const pieces = [
  ..."\"'`()[]{}\n \t_\\,=+-*/?:.;#$é😀\u2028\u0000",
  ..."#{|${|\r\n|TALK |IF |THEN|ELSE|ELSE IF x THEN\n|END IF|FOR EACH x IN y\n|FOR i = 1 TO 3\n|NEXT|DO|LOOP|WHILE a\n".split(
    "|",
  ),
  ..."WEND|SELECT CASE x\n|CASE 1\n|END SELECT|SUB f(a)\n|END SUB|WITH o\n|END WITH|BEGIN TALK\n|END TALK|HEAR |GOTO x".split(
    "|",
  ),
  ...'x = |GET |POST |FIND |AND |NOT |IN |IS NULL|AS |EMAIL|MENU|"a"|1|REM |//|ON ERROR GOTO 0\n|x:\n|GET SESSION |SET '.split(
    "|",
  ),
  ..."CALL f|RETURN|' c\n|LLM |NOW|FIRST |FORMAT |LIKE|BETWEEN|x.y|a[0]|TIMEOUT 5 GOTO x|DEFAULT |EXIT FOR|INTO q".split(
    "|",
  ),
]

/** Makes a mutator. The sequence is that of a 32-bit linear congruential generator. */
export function createMutator(seed: number): Mutator {
  let state = seed
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const piece = () => pieces[below(pieces.length)] ?? ""
  return {
    below,
    randomText: (mostPieces) => Array.from({ length: below(mostPieces) }, piece).join(""),
    damage(samples) {
      const lines = (samples[below(samples.length)] ?? "").split("\n")
      const from = below(lines.length)
      let source = lines.slice(from, from + 1 + below(30)).join("\n")
      for (let count = below(5); count >= 0; count--) {
        const at = below(source.length + 1)
        const removed = below(2) === 0 ? below(6) : 0
        source = source.slice(0, at) + (below(3) === 0 ? "" : piece()) + source.slice(at + removed)
      }
      return source
    },
  }
}
