/** Types of `node24.mjs`, which is plain JavaScript because it runs before Node 24 is there. */
export declare const root: string
export declare function findNode24(): string | null
export declare function findBin(name: string): string
export declare function runNode24(
  args: readonly string[],
  options?: { env?: Record<string, string>; cwd?: string },
): Promise<number>
