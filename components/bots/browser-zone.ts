/** The time zone of this browser, which is that of most bots made in it: an IANA name such as "America/Sao_Paulo". */
export function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC"
}
