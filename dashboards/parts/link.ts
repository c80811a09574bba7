import { html, type TemplateResult } from 'lit'
import type { State } from '../state.ts'
import type { Context } from '../views/view.ts'

/** A link to other choices; a plain click turns the page here, one that asks for a new tab is left to the browser. */
export function link(
  label: string | TemplateResult,
  change: Partial<State>,
  { href, go }: Pick<Context, 'href' | 'go'>,
): TemplateResult {
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    go(change)
  }
  return html`<a href=${href(change)} @click=${follow}>${label}</a>`
}
