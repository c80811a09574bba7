import { html, type TemplateResult } from 'lit'
import type { LinkLook, Me } from '../../data/model/answers/me.ts'
import { ActError, act } from '../api-client/act.ts'
import { becomeSomebodyElse } from '../api-client/me.ts'
import type { Context, View } from '../page/view.ts'
import { form } from '../parts/form.ts'
import { message } from '../parts/messages.ts'
import { workIn } from '../text/work/index.ts'

type Looked = { link: string; look: LinkLook | null; why: string }

/** What stands behind the # is for this page only: it is taken out of the address as soon as it is read. */
async function look({ lang }: Context): Promise<Looked> {
  const link = location.hash.slice(1) || (history.state?.link ?? '')
  if (location.hash) history.replaceState({ link }, '', location.pathname + location.search)
  try {
    return { link, look: await act<LinkLook>('POST', 'links/look', lang, { link }), why: '' }
  } catch (error) {
    return { link, look: null, why: error instanceof ActError ? error.message : '' }
  }
}

function show({ link, look, why }: Looked, context: Context): TemplateResult {
  const { link: words, failed } = workIn(context.lang)
  if (!look) return message(words.gone, why || failed)
  const isNew = look.kind === 'setup'
  const who = [
    { name: 'name', label: words.name, autocomplete: 'name' },
    { name: 'email', label: words.email, type: 'email' as const, autocomplete: 'username' },
  ]
  const password = { name: 'password', label: words.password, type: 'password' as const, autocomplete: 'new-password' }
  return html`<header class="finding">
      <h1 tabindex="-1">${words.titles[look.kind]}</h1>
      <p>${look.name === null ? words.setup : words.greeting(look.name)}</p>
    </header>
    ${form({
      fields: [...(isNew ? who : []), { ...password, hint: words.hint }],
      button: words.button,
      failed,
      async send(values) {
        await act<Me>('POST', 'links/use', context.lang, { link, ...values })
        becomeSomebodyElse()
        context.go({ view: 'account' })
      },
    })}`
}

export const view: View<Looked> = {
  choosers: [],
  standsAlone: true,
  ask: look,
  title: ({ look }, { lang }) => (look ? workIn(lang).link.titles[look.kind] : workIn(lang).link.gone),
  show,
}
