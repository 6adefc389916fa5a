/** Names a host may set before a script begins; reading one is never a mistake. Upper case. */
export const ambientNames: ReadonlySet<string> = new Set(
  (
    "ADMIN HOST PAGES LIMIT TODAY NOW DATE TIME HOUR USER USERNAME MOBILE FROM SESSION FIELDS METADATA BODY PARAMS " +
    "HEADERS METHOD PATH CUSTOMER HISTORY REPORT ERROR ERR ROLE CHANNEL MESSAGE EVENT BOT CONVERSATION CONTACT"
  ).split(" "),
)

/** `admin1`, `admin2`: numbered administrators come from the configuration as well. */
export const isAmbient = (normalName: string): boolean =>
  ambientNames.has(normalName.replace(/^ADMIN\d+$/, "ADMIN"))
