import type { Locator, Page } from 'playwright-core'
import { settled } from './site.ts'

/**
 * The hand of a visitor, who counts clicks: a click is one, choosing from a list is two (open it, take one), and an Enter
 * that takes a search result counts as the click that it replaces. Typing is not counted.
 */
export class Hand {
  clicks = 0
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async click(target: Locator): Promise<void> {
    this.clicks += 1
    await target.click()
    await settled(this.page)
  }

  async pick(list: string, label: string): Promise<void> {
    this.clicks += 2
    await this.page.getByLabel(list, { exact: true }).selectOption({ label })
    await settled(this.page)
  }

  /** Ctrl+K, a few words, Enter. */
  async goTo(words: string, arrived: RegExp): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await this.page.locator('dialog input').waitFor()
    await this.page.keyboard.type(words)
    this.clicks += 1
    await this.page.keyboard.press('Enter')
    await this.page.waitForURL(arrived)
    await settled(this.page)
  }
}
