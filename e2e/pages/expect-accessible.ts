import AxeBuilder from "@axe-core/playwright"
import { expect, type Page } from "@playwright/test"

/**
 * Proves that assistive technology can use a page: by all rules, or by those that are named; the whole of it, or one
 * part. What is wrong is told with the name of the place.
 */
export async function expectAccessible(
  page: Page,
  name: string,
  { rules, part }: { rules?: readonly string[] | undefined; part?: string } = {},
): Promise<void> {
  // What passes is not told one by one, and there are no frames whose findings a page of its own would put together.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"], preload: false })
  axe.setLegacyMode()
  if (part !== undefined) axe.include(part)
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze()
  expect(violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes[0]?.html}`)).toEqual([])
}
