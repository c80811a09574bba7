import { html, type TemplateResult } from 'lit'
import type { ShelfAnswer } from '../../data/model/answers/shelf.ts'
import { act } from '../api-client/act.ts'
import { fetchMe } from '../api-client/me.ts'
import type { Context, View } from '../page/view.ts'
import { shelfIn } from '../text/shelf/index.ts'
import { shelfPage } from './shelf/page.ts'

type Answer = { shelf: ShelfAnswer; mayKeep: boolean }

async function ask({ lang, state }: Context): Promise<Answer> {
  const [shelf, me] = await Promise.all([
    act<ShelfAnswer>('GET', `shelf?q=${encodeURIComponent(state.find)}`, lang),
    fetchMe(lang),
  ])
  return { shelf, mayKeep: me.rights.includes('shelf.keep') }
}

const show = (answer: Answer, context: Context): TemplateResult => {
  const { title, lead } = shelfIn(context.lang)
  return html`<header class="finding"><h1 tabindex="-1">${title}</h1><p>${lead}</p></header>
    ${shelfPage({ ...answer, context })}`
}

export const view: View<Answer> = {
  choosers: [],
  standsAlone: true,
  ask,
  title: (_, { lang }) => shelfIn(lang).title,
  show,
}
