import { html, nothing, type TemplateResult } from 'lit'
import type { Me } from '../../data/model/answers/me.ts'
import type { Context } from '../page/view.ts'
import { follow } from '../parts/link.ts'
import { VIEW_IDS, type ViewId } from '../views/index.ts'

/** What the head of the page needs before the lists have come. */
type Head = Pick<Context, 'state' | 'texts' | 'href' | 'go'> & { me: Me | null }

/** Name, menu, search and the other language. */
export function masthead(head: Head, search: () => void): TemplateResult {
  const { texts, state, href } = head
  const start = { view: 'start' }
  const otherLanguage = { lang: state.lang === 'sv' ? 'en' : 'sv' } as const
  return html`<header class="masthead">
    <a class="brand" href=${href(start)} @click=${follow(start, head)}>${texts.brand}</a>
    <nav aria-label=${texts.menu}>${VIEW_IDS.map((id) => menuLink(id, head))}</nav>
    <button class="search" aria-keyshortcuts="Control+K" @click=${search}>${texts.choose.shortcut}</button>
    ${handIn(head)} ${who(head)}
    <a class="language" lang=${texts.otherLanguage.code} href=${href(otherLanguage)} @click=${follow(otherLanguage, head)}>${texts.otherLanguage.label}</a>
  </header>`
}

function menuLink(id: ViewId, head: Head): TemplateResult {
  const change = { view: id }
  return html`<a
    href=${head.href(change)}
    aria-current=${head.state.view === id ? 'page' : nothing}
    @click=${follow(change, head)}
    >${head.texts.views[id]}</a
  >`
}

/** For who has the right, the way to where extracts are handed in. */
function handIn(head: Head): TemplateResult | typeof nothing {
  if (!head.me?.account || !head.me.rights.includes('uploads.send')) return nothing
  const change = { view: 'lamna-in' }
  const current = head.state.view === change.view ? 'page' : nothing
  return html`<a class="language who" href=${head.href(change)} aria-current=${current} @click=${follow(change, head)}>${head.texts.work['lamna-in']}</a>`
}

/** Who is signed in, or the way in. */
function who(head: Head): TemplateResult {
  const account = head.me?.account
  const change = { view: account ? 'account' : 'sign-in' }
  const label = account?.name ?? head.texts.work['sign-in']
  return html`<a class="language who account" title=${account ? label : nothing} href=${head.href(change)} @click=${follow(change, head)}>${label}</a>`
}
