import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
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
    changing: { state: true },
  }
  declare context: Context
  declare accounts: readonly Account[]
  declare made: (LinkAnswer & { name: string }) | null
  declare wrong: string
  /** The account whose name and roles are being changed. */
  declare changing: Account | null

  constructor() {
    super()
    this.made = null
    this.wrong = ''
    this.changing = null
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

  #signOut = ({ id }: Account) =>
    this.#doing(async () => {
      await act<Gone>('DELETE', `accounts/${id}/sign-ins`, this.context.lang)
    })

  #remove = ({ id, name }: Account) => {
    if (!confirm(workIn(this.context.lang).accounts.sureToRemove(name))) return
    return this.#doing(async () => {
      await act<Gone>('DELETE', `accounts/${id}`, this.context.lang)
    })
  }

  #invite = async ({ name = '', email = '', role = '' }: FormValues) => {
    const body = { name, email, grants: [grantOf(role)] }
    this.made = { ...(await act<LinkAnswer>('POST', 'accounts', this.context.lang, body)), name }
    await this.#reload()
  }

  #change = async ({ name = '', add = '', ...kept }: FormValues) => {
    const { id } = this.changing!
    const grants = [...Object.keys(kept), ...(add ? [add] : [])].map(grantOf)
    const body = { name, grants }
    this.accounts = (await act<AccountsAnswer>('PUT', `accounts/${id}`, this.context.lang, body)).accounts
    this.changing = null
  }

  #begin = async (account: Account) => {
    this.changing = account
    await this.updateComplete
    this.querySelector<HTMLElement>('#changing')?.focus()
  }

  override render() {
    const { accounts: words, failed } = workIn(this.context.lang)
    return html`${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing} ${this.#link()}
      <div class="table-scroll" tabindex="0" role="region" aria-label=${words.title}>
        <table class="accounts" role="table">
          <thead role="rowgroup">
            <tr role="row">${words.columns.map((name) => (name ? html`<th scope="col" role="columnheader">${name}</th>` : html`<td role="cell"></td>`))}</tr>
          </thead>
          <tbody role="rowgroup">
            ${this.accounts.map((account) => this.#row(account))}
          </tbody>
        </table>
      </div>
      ${this.changing ? this.#changeForm(this.changing) : nothing}
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
          clears: true,
          send: this.#invite,
        })}
      </section>`
  }

  #row(account: Account): TemplateResult {
    const words = workIn(this.context.lang).accounts
    return html`<tr role="row">
      <th scope="row" role="rowheader">${account.name}</th>
      <td role="cell">${account.email ?? '–'}</td>
      <td role="cell">${rolesIn(account.grants, this.context)}</td>
      <td class="buttons" role="cell">
        <button class="button quiet" @click=${() => this.#begin(account)}>${words.change}</button>
        <button class="button quiet" @click=${() => this.#newLink(account)}>${words.newLink}</button>
        <button class="button quiet" @click=${() => this.#signOut(account)}>${words.signOut}</button>
        <button class="button quiet" @click=${() => this.#remove(account)}>${words.remove}</button>
      </td>
    </tr>`
  }

  /** Name and roles of one account; roles that a provider's claims set are not set here. */
  #changeForm({ id, name, grants, rolesFrom }: Account): TemplateResult {
    const { accounts: words, failed } = workIn(this.context.lang)
    const isHere = rolesFrom === 'here'
    const kept = grants.map((grant) => ({
      name: `${grant.role}:${grant.scope}`,
      label: rolesIn([grant], this.context),
      type: 'checkbox' as const,
      value: 'on',
    }))
    const add = { name: 'add', label: words.add, options: [{ value: '', label: '–' }, ...rolesOffered(this.context)] }
    return html`<section class="chapter">
      <h2 id="changing" tabindex="-1">${words.changing(name)}</h2>
      <p>${isHere ? words.changeLead : words.fromProvider(rolesFrom)}</p>
      ${keyed(id, form({ prefix: 'change', fields: [{ name: 'name', label: words.name, value: name }, ...(isHere ? [...kept, add] : [])], button: words.save, failed, send: this.#change }))}
    </section>`
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

/** A role as the choices write it: `manager:0184`. */
function grantOf(written: string): { role: string; scope: string } {
  const [role = '', scope = ''] = written.split(':')
  return { role, scope }
}

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
