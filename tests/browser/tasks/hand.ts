import type { Download, Locator, Page } from 'playwright-core'
import { settled } from '../site.ts'

/**
 * A hand at the mouse that keeps count. What a person presses is a click: a link, a button, a list to open it and again to
 * choose in it. Writing in a box that has been clicked is not.
 */
export class Hand {
  readonly page: Page
  /** What was pressed, in words, in order. */
  readonly pressed: string[] = []
  constructor(page: Page) {
    this.page = page
  }

  get clicks(): number {
    return this.pressed.length
  }

  /** Presses what the locator finds first, and waits until the page shows what came of it. */
  async click(target: Locator): Promise<void> {
    const found = target.first()
    this.pressed.push(`“${await nameOf(found)}”`)
    await found.click()
    await settled(this.page)
  }

  /** Turns to a page by the menu. */
  turnTo = (name: string) => this.click(this.page.locator('nav').getByRole('link', { name, exact: true }))

  /** Opens a list by its label and chooses in it: two clicks. */
  async choose(label: string, option: string): Promise<void> {
    this.pressed.push(`the list “${label}”`, `“${option}”`)
    await this.page.getByLabel(label, { exact: true }).selectOption({ label: option })
    await settled(this.page)
  }

  /** Opens the search over everything, writes, and presses the first thing found: two clicks. */
  async search(words: string): Promise<void> {
    await this.click(this.page.locator('.masthead .search'))
    await this.page.locator('dialog.search-box input').fill(words)
    await this.click(this.page.locator('dialog.search-box [role=option]'))
  }

  /** Presses what leaves a file, and gives the file. */
  async save(target: Locator): Promise<Download> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.click(target)])
    return download
  }
}

const nameOf = async (target: Locator): Promise<string> =>
  ((await target.locator('span').count()) > 0 && (await target.getAttribute('role')) === 'option'
    ? await target.locator('span').first().innerText()
    : await target.innerText()
  ).trim()
