import { html, type TemplateResult } from 'lit'
import type { State } from '../address/state.ts'
import type { Context } from '../page/view.ts'

/** A link to other choices. */
export function link(
  label: string | TemplateResult,
  change: Partial<State>,
  context: Pick<Context, 'href' | 'go'>,
): TemplateResult {
  return html`<a href=${context.href(change)} @click=${follow(change, context)}>${label}</a>`
}

/** A plain click turns the page here; one that asks for a new tab is left to the browser. */
export function follow(change: Partial<State>, { go }: Pick<Context, 'go'>): (event: MouseEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    go(change)
  }
}
