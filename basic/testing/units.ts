const units: Readonly<Record<string, number>> = {
  SECOND: 1,
  MINUTE: 60,
  HOUR: 3600,
  DAY: 86_400,
  WEEK: 604_800,
}

/** How long a unit of SKIP is; one and many read alike. Null for any other word. */
export const findUnitSeconds = (upper: string): number | null => {
  const one = upper.replace(/S$/, "")
  return Object.hasOwn(units, one) ? (units[one] as number) : null
}
