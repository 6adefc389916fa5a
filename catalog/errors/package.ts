import { type ErrorDefinition, quote } from "./define.ts"

/** Bots as one file: what a package must be before anything of it is taken. */
export const packageErrors = {
  "package.unreadable": {
    status: 422,
    retry: "changed",
    title: "Not a package",
    detail: () => "The file is not a complete zip archive without a password.",
    fix: "Export the bot once more, and choose that file as it is.",
  },
  "package.too_large": {
    status: 413,
    retry: "changed",
    title: "Package too large",
    detail: (f: { limitBytes: number }) =>
      `Unpacked, a package may have ${Math.round(f.limitBytes / 1_000_000)} MB; this one has more.`,
    fix: "Take large documents out of the package, and add them to the bot afterwards.",
  },
  "package.too_many_parts": {
    status: 422,
    retry: "changed",
    title: "Package has too many parts",
    detail: (f: { limit: number }) => `A package may have ${f.limit} files; this one has more.`,
    fix: "Take documents out of the package, and add them to the bot afterwards.",
  },
  "package.too_dense": {
    status: 422,
    retry: "never",
    title: "Package cannot be trusted",
    detail: (f: { most: number }) =>
      `The archive unpacks to more than ${f.most} times its size, which no package of ours does.`,
    fix: "Export the bot once more, and choose that file as it is.",
  },
  "package.name_refused": {
    status: 422,
    retry: "changed",
    title: "Name in the package",
    detail: (f: { name: string }) =>
      `The package holds ${quote(f.name)}, which is no part of a bot.`,
    fix: "Keep to manifest.json, settings.json and the folders scripts, layouts, tests and knowledge, each name once and without .. in it.",
  },
  "package.part_missing": {
    status: 422,
    retry: "changed",
    title: "Part of the package missing",
    detail: (f: { name: string }) => `The package has no ${quote(f.name)}.`,
    fix: "Put the file in, or take its name out of manifest.json.",
  },
  "package.part_refused": {
    status: 422,
    retry: "changed",
    title: "Part of the package cannot be used",
    detail: (f: { name: string; problem: string }) => `${quote(f.name)}: ${f.problem}.`,
    fix: "Correct the file, or export the bot once more.",
  },
  "package.cycle": {
    status: 422,
    retry: "changed",
    title: "Flows include each other",
    detail: (f: { names: string }) => `These flows include each other in a circle: ${f.names}.`,
    fix: "Take one of the INCLUDE lines out, or run the flow with CALL.",
  },
} as const satisfies Record<string, ErrorDefinition>
