/**
 * Why the server does not start, in one plain sentence for the person at the terminal.
 *
 * `main.ts` prints the sentence alone and exits with 1; anything else thrown at the start is a bug.
 */
export class StartRefusal extends Error {
  override readonly name = "StartRefusal"
}
