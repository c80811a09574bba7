import { html, nothing, type TemplateResult } from 'lit'
import type { Gone, SignedOut, SignInsAnswer, TokensAnswer } from '../../data/model/answers/accounts.ts'
import type { Me } from '../../data/model/answers/me.ts'
import type { PasskeysAnswer } from '../../data/model/answers/passkeys.ts'
import { act } from '../api-client/act.ts'
import { becomeSomebodyElse, fetchMe } from '../api-client/me.ts'
import { forgetKept } from '../offline/kept-answers.ts'
import type { Context, View } from '../page/view.ts'
import { form } from '../parts/form.ts'
import { link } from '../parts/link.ts'
import { message } from '../parts/messages.ts'
import { workIn } from '../text/work/index.ts'
import { endable } from './work/endable.ts'
import { passkeys } from './work/passkeys.ts'
import { tokens } from './work/tokens.ts'
import { momentIn, rolesIn } from './work/words.ts'

type Has = { signIns: SignInsAnswer['signIns']; passkeys: PasskeysAnswer; tokens: TokensAnswer }
type Own = { me: Me; has: Has | null }

async function ask({ lang }: Context): Promise<Own> {
  const me = await fetchMe(lang)
  if (!me.account) return { me, has: null }
  const [{ signIns }, passkeys, tokens] = await Promise.all([
    act<SignInsAnswer>('GET', 'sign-ins', lang),
    act<PasskeysAnswer>('GET', 'passkeys', lang),
    act<TokensAnswer>('GET', 'tokens', lang),
  ])
  return { me, has: { signIns, passkeys, tokens } }
}

function show({ me, has }: Own, context: Context): TemplateResult {
  const words = workIn(context.lang).account
  const { account } = me
  if (!account || !has) {
    return message(words.title, words.nobody, link(context.texts.work['sign-in'], { view: 'sign-in' }, context))
  }
  const signOut = async () => {
    await forgetKept()
    const { next } = await act<SignedOut>('POST', 'sign-out', context.lang)
    becomeSomebodyElse()
    if (next) location.assign(next)
    else context.go({ view: 'start' })
  }
  return html`<header class="finding">
      <h1 tabindex="-1">${account.name}</h1>
      <p>${account.grants.length > 0 ? `${words.roles}: ${rolesIn(account.grants, context)}` : words.noRoles}</p>
      <p><button class="button" @click=${signOut}>${words.signOut}</button></p>
    </header>
    ${running(me, context)} ${whereSignedIn(has.signIns, context)}
    ${account.isExample ? nothing : [password(context), passkeys(has.passkeys, context)]} ${tokens(has.tokens, context)}`
}

/** The pages of who runs the service, by right. */
function running({ rights }: Me, context: Context): TemplateResult | typeof nothing {
  const pages = [
    ...(rights.includes('accounts.manage') ? (['accounts'] as const) : []),
    ...(rights.includes('audit.read') ? (['audit'] as const) : []),
    ...(rights.includes('uploads.send') ? (['lamna-in'] as const) : []),
    ...(rights.includes('uploads.expect') ? (['expected'] as const) : []),
  ]
  if (pages.length === 0) return nothing
  return html`<section class="chapter">
    <h2>${workIn(context.lang).account.more}</h2>
    <ul>
      ${pages.map((id) => html`<li>${link(context.texts.work[id], { view: id }, context)}</li>`)}
    </ul>
  </section>`
}

function whereSignedIn(signIns: Has['signIns'], context: Context): TemplateResult {
  const { lang } = context
  const { account: words, failed } = workIn(lang)
  const end = async (id: string) => {
    await act<Gone>('DELETE', `sign-ins/${id}`, lang)
    context.go({})
  }
  const rows = signIns.map(({ id, device, isThis, beganAt, seenAt }) => ({
    id,
    mayEnd: !isThis,
    cells: [
      `${device || words.unknownDevice}${isThis ? ` (${words.thisOne})` : ''}`,
      momentIn(beganAt, lang),
      momentIn(seenAt, lang),
    ],
  }))
  return html`<section class="chapter">
    <h2 id="sign-ins">${words.signIns}</h2>
    ${endable({ labelledBy: 'sign-ins', columns: words.signInColumns, rows, end: words.end, failed, ending: end })}
  </section>`
}

function password(context: Context): TemplateResult {
  const { account: words, link: rules, failed } = workIn(context.lang)
  return html`<section class="chapter">
    <h2>${words.passwordTitle}</h2>
    ${form({
      fields: [
        { name: 'current', label: words.current, type: 'password', autocomplete: 'current-password' },
        { name: 'password', label: words.next, type: 'password', autocomplete: 'new-password', hint: rules.hint },
      ],
      button: words.change,
      failed,
      async send(values) {
        await act<Gone>('PUT', 'password', context.lang, values)
        context.go({})
      },
    })}
  </section>`
}

export const view: View<Own> = {
  choosers: [],
  standsAlone: true,
  ask,
  title: ({ me }, { lang }) => me.account?.name ?? workIn(lang).account.title,
  show,
}
