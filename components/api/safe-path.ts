/**
 * Returns where to go after signing in: a path of this site, else the list of bots.
 *
 * `//host`, `/\host`, schemes and control characters would lead elsewhere, so they are refused.
 */
export function safePath(wanted: string | null | undefined): string {
  if (!wanted || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes("\\")) return "/bots"
  return wanted
}
