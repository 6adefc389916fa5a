/** Takes out of a message what may say who wrote it: addresses, links, and figures of five and more. */
export function maskPersonal(text: string): string {
  return text
    .replace(/[^\s@]{1,64}@[^\s@]{1,254}/gu, "…")
    .replace(/https?:\/\/\S+/giu, "…")
    .replace(/\+?\d(?:[ ().\-/]?\d){4,}/gu, "…")
}
