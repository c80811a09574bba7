import { html } from 'lit'
import type { View } from '../page/view.ts'
import { workbookIn } from '../text/workbook/index.ts'
import './workbook/workbook.ts'

/** How a workbook was understood: each guess with its reason, to be corrected and given back. */
export const view: View<null> = {
  choosers: [],
  ask: async () => null,
  title: (_, { lang }) => workbookIn(lang).pageTitle,
  show: (_, context) => {
    const words = workbookIn(context.lang)
    return html`<header class="finding">
        <h1 tabindex="-1">${words.pageTitle}</h1>
        <p>${words.lead}</p>
        <p><code>${words.command}</code></p>
      </header>
      <js-workbook .context=${context}></js-workbook>`
  },
}
