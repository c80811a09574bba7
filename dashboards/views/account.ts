import { html, nothing, type TemplateResult } from 'lit'
import type { Gone, SignedOut, SignInsAnswer } from '../../data/model/answers/accounts.ts'
import type { Me } from '../../data/model/answers/me.ts'
import { act } from '../api-client/act.ts'
import { becomeSomebodyElse, fetchMe } from '../api-client/me.ts'
import type { Context, View } from '../page/view.ts'
import { form } from '../parts/form.ts'
import { link } from '../parts/link.ts'
import { message } from '../parts/messages.ts'
import { workIn } from '../text/work/index.ts'
import { momentIn, rolesIn } from './work/words.ts'

type Own = { me: Me; signIns: SignInsAnswer['signIns'] }

async function ask({ lang }: Context): Promise<Own> {
  const me = await fetchMe(lang)
  if (!me.account) return { me, signIns: [] }
  return { me, signIns: (await act<SignInsAnswer>('GET', 'sign-ins', lang)).signIns }
}

function show({ me, signIns }: Own, context: Context): TemplateResult {
  const words = workIn(context.lang).account
  const { account } = me
  if (!account) {
    return message(words.title, words.nobody, link(context.texts.work['sign-in'], { view: 'sign-in' }, context))
  }
  const signOut = async () => {
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
    ${running(me, context)} ${whereSignedIn(signIns, context)} ${account.isExample ? nothing : password(context)}`
}

/** The pages of who runs the service, by right. */
function running({ rights }: Me, context: Context): TemplateResult | typeof nothing {
  const pages = [
    ...(rights.includes('accounts.manage') ? (['accounts'] as const) : []),
    ...(rights.includes('audit.read') ? (['audit'] as const) : []),
    ...(rights.includes('uploads.send') ? (['lamna-in'] as const) : []),
  ]
  if (pages.length === 0) return nothing
  return html`<section class="chapter">
    <h2>${workIn(context.lang).account.more}</h2>
    <ul>
      ${pages.map((id) => html`<li>${link(context.texts.work[id], { view: id }, context)}</li>`)}
    </ul>
  </section>`
}

function whereSignedIn(signIns: Own['signIns'], context: Context): TemplateResult {
  const words = workIn(context.lang).account
  const end = async (id: string) => {
    await act<Gone>('DELETE', `sign-ins/${id}`, context.lang)
    context.go({})
  }
  return html`<section class="chapter">
    <h2 id="sign-ins">${words.signIns}</h2>
    <div class="table-scroll" tabindex="0" role="region" aria-labelledby="sign-ins">
      <table>
        <thead>
          <tr>${words.signInColumns.map((name) => (name ? html`<th scope="col">${name}</th>` : html`<td></td>`))}</tr>
        </thead>
        <tbody>
          ${signIns.map(({ id, device, isThis, beganAt, seenAt }) => {
            const where = device || words.unknownDevice
            return html`<tr>
              <th scope="row">${where}${isThis ? ` (${words.thisOne})` : ''}</th>
              <td>${momentIn(beganAt, context.lang)}</td>
              <td>${momentIn(seenAt, context.lang)}</td>
              <td>${isThis ? '' : html`<button class="button quiet" @click=${() => end(id)}>${words.end}</button>`}</td>
            </tr>`
          })}
        </tbody>
      </table>
    </div>
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
