import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Only some rules, or only a part of the page. */
type Asked = { rules?: string[]; within?: string }

/**
 * What breaks the rules of accessibility, each with the elements that do.
 * The pages are one frame, so axe runs in it at once, and gathers nothing of what is well: several times as fast.
 */
export async function violationsOn(page: Page, { rules, within }: Asked = {}): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true)
  if (rules) axe.withRules(rules)
  if (within) axe.include(within)
  const { violations } = await axe.analyze()
  const broken = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  return [...broken, ...(await idsTwice(page)).map((id) => `id twice: ${id}`)]
}

/** What labels and references point at must be one thing: axe no longer asks. */
const idsTwice = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))]
  })
