/** Keeps what is secret in a form that is worth nothing without the key of the installation. */
export interface Seal {
  /** A text that opens to `plain`; another one each time. */
  close(plain: string): string
  /** Null for a text that was not closed with this key, or has been changed. */
  open(sealed: string): string | null
}
