import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { AccountsAnswer, Gone, LinkAnswer } from '../../data/model/answers/accounts.ts'
import { ROLE_NAMES, ROLES, SCOPE_OF } from '../../data/model/roles.ts'
import { ActError, act } from '../api-client/act.ts'
import type { Context, View } from '../page/view.ts'
import { type FormValues, form } from '../parts/form.ts'
import { workIn } from '../text/work/index.ts'
import { rolesIn } from './work/words.ts'

type Account = AccountsAnswer['accounts'][number]

/** The list of accounts, with the link that was made last: it is shown this once and kept nowhere. */
class Accounts extends LitElement {
  static override properties = {
    context: { attribute: false },
    accounts: { attribute: false },
    made: { state: true },
    wrong: { state: true },
  }
  declare context: Context
  declare accounts: readonly Account[]
  declare made: (LinkAnswer & { name: string }) | null
  declare wrong: string

  constructor() {
    super()
    this.made = null
    this.wrong = ''
  }

  override createRenderRoot() {
    return this
  }

  async #reload() {
    const { accounts } = await act<AccountsAnswer>('GET', 'accounts', this.context.lang)
    this.accounts = accounts
  }

  async #doing(work: () => Promise<void>) {
    this.wrong = ''
    try {
      await work()
      await this.#reload()
    } catch (error) {
      this.wrong = (error instanceof ActError && error.message) || workIn(this.context.lang).failed
    }
  }

  #newLink = ({ id, name }: Account) =>
    this.#doing(async () => {
      this.made = { ...(await act<LinkAnswer>('POST', `accounts/${id}/link`, this.context.lang)), name }
    })

  #remove = ({ id, name }: Account) => {
    if (!confirm(workIn(this.context.lang).accounts.sureToRemove(name))) return
    return this.#doing(async () => {
      await act<Gone>('DELETE', `accounts/${id}`, this.context.lang)
    })
  }

  #invite = async ({ name = '', email = '', role = '' }: FormValues) => {
    const [kind, scope = ''] = role.split(':')
    const body = { name, email, grants: [{ role: kind, scope }] }
    this.made = { ...(await act<LinkAnswer>('POST', 'accounts', this.context.lang, body)), name }
    await this.#reload()
  }

  override render() {
    const { accounts: words, failed } = workIn(this.context.lang)
    return html`${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing} ${this.#link()}
      <div class="table-scroll" tabindex="0" role="region" aria-label=${words.title}>
        <table>
          <thead>
            <tr>${words.columns.map((name) => (name ? html`<th scope="col">${name}</th>` : html`<td></td>`))}</tr>
          </thead>
          <tbody>
            ${this.accounts.map((account) => this.#row(account))}
          </tbody>
        </table>
      </div>
      <section class="chapter">
        <h2>${words.invite}</h2>
        ${form({
          fields: [
            { name: 'name', label: words.name },
            { name: 'email', label: words.email, type: 'email' },
            { name: 'role', label: words.role, options: rolesOffered(this.context) },
          ],
          button: words.button,
          failed,
          send: this.#invite,
        })}
      </section>`
  }

  #row(account: Account): TemplateResult {
    const words = workIn(this.context.lang).accounts
    return html`<tr>
      <th scope="row">${account.name}</th>
      <td>${account.email ?? '–'}</td>
      <td>${rolesIn(account.grants, this.context)}</td>
      <td class="buttons">
        <button class="button quiet" @click=${() => this.#newLink(account)}>${words.newLink}</button>
        <button class="button quiet" @click=${() => this.#remove(account)}>${words.remove}</button>
      </td>
    </tr>`
  }

  #link() {
    const words = workIn(this.context.lang).accounts
    if (!this.made) return nothing
    return html`<p class="notice" role="status">
      ${words.linkFor(this.made.name)} <code>${this.made.link}</code> ${this.made.mailed ? words.mailed : ''}
    </p>`
  }
}

customElements.define('js-accounts', Accounts)

/** Every role, once for each municipality or group that it can hold for. */
function rolesOffered({ lang, lists }: Context) {
  const places = [...lists.municipalities.values()].map(({ code, name }) => [code, name] as const)
  const groups = [...lists.groups.values()]
    .filter(({ kind }) => kind === 'fou')
    .map(({ id, name }) => [id, name] as const)
  return ROLES.flatMap((role) => {
    const scopes = { municipality: places, group: groups }[SCOPE_OF[role] ?? 'group']
    if (SCOPE_OF[role] === null) return [{ value: role, label: ROLE_NAMES[role][lang] }]
    return scopes.map(([scope, name]) => ({ value: `${role}:${scope}`, label: `${ROLE_NAMES[role][lang]}: ${name}` }))
  })
}

export const view: View<AccountsAnswer> = {
  choosers: [],
  standsAlone: true,
  ask: ({ lang }) => act<AccountsAnswer>('GET', 'accounts', lang),
  title: (_, { lang }) => workIn(lang).accounts.title,
  show: ({ accounts }, context) => html`<header class="finding">
      <h1 tabindex="-1">${workIn(context.lang).accounts.title}</h1>
      <p>${workIn(context.lang).accounts.lead}</p>
    </header>
    <js-accounts .context=${context} .accounts=${accounts}></js-accounts>`,
}
