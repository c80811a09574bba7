import { html, nothing, type TemplateResult } from 'lit'
import type { Me, SignInWays } from '../../data/model/answers/me.ts'
import { ROLE_NAMES } from '../../data/model/roles.ts'
import { ActError, act } from '../api-client/act.ts'
import { becomeSomebodyElse } from '../api-client/me.ts'
import { NotGiven, signInWithPasskey } from '../api-client/passkey.ts'
import type { Context, View } from '../page/view.ts'
import { form } from '../parts/form.ts'
import { workIn } from '../text/work/index.ts'

/** Signs in and goes on to the own account. */
async function enter({ lang, go }: Context, resource: string, body: object): Promise<void> {
  await act<Me>('POST', resource, lang, body)
  becomeSomebodyElse()
  go({ view: 'account' })
}

/** A form of one button: why it did not go stands above it. */
function byPasskey(context: Context): TemplateResult {
  const { signIn: words, failed } = workIn(context.lang)
  return form({
    fields: [],
    button: words.passkey,
    failed,
    async send() {
      await signInWithPasskey(context.lang).catch((error) => {
        throw error instanceof NotGiven ? new ActError(words.passkeyNotGiven) : error
      })
      becomeSomebodyElse()
      context.go({ view: 'account' })
    },
  })
}

function show(ways: SignInWays, context: Context): TemplateResult {
  const words = workIn(context.lang).signIn
  return html`<header class="finding">
      <h1 tabindex="-1">${words.title}</h1>
      <p>${words.lead}</p>
    </header>
    ${ways.needsSetUp ? html`<p class="notice" role="note">${words.needsSetUp}</p>` : nothing}
    ${why(context)} ${ways.examples.length > 0 ? examples(ways, context) : nothing} ${providers(ways, context)} ${ways.passkeys ? byPasskey(context) : nothing}
    ${byPassword(context)}
    <p>${words.forgotten}</p>`
}

/** Why a provider's sign-in led nowhere, and what to ask for. */
function why({ state, lang }: Context): TemplateResult | typeof nothing {
  const { refused } = workIn(lang).signIn
  const said = state.at === 'no-role' || state.at === 'failed' ? refused[state.at] : ''
  return said ? html`<p class="notice" role="alert">${said}</p>` : nothing
}

function providers({ providers }: SignInWays, { lang }: Context): TemplateResult {
  const words = workIn(lang).signIn
  return html`${providers.map(
    ({ id, name }) =>
      html`<p><a class="button" href=${`/api/v1/sign-in/openid/${id}`}>${words.providers(name)}</a></p>`,
  )}`
}

function byPassword(context: Context): TemplateResult {
  const { signIn: words, failed } = workIn(context.lang)
  return form({
    fields: [
      { name: 'email', label: words.email, type: 'email', autocomplete: 'username' },
      { name: 'password', label: words.password, type: 'password', autocomplete: 'current-password' },
    ],
    button: words.button,
    failed,
    send: (values) => enter(context, 'sign-in', values),
  })
}

function examples({ examples }: SignInWays, context: Context): TemplateResult {
  const words = workIn(context.lang).signIn
  return html`<section class="chapter" aria-labelledby="examples">
    <h2 id="examples">${words.examples}</h2>
    <p>${words.examplesLead}</p>
    <p class="buttons">
      ${examples.map(
        ({ id, name, role }) =>
          html`<button class="button quiet" @click=${() => enter(context, 'sign-in/example', { id })}>
            ${name}, ${ROLE_NAMES[role][context.lang]}
          </button>`,
      )}
    </p>
  </section>`
}

export const view: View<SignInWays> = {
  choosers: [],
  standsAlone: true,
  ask: ({ lang }) => act<SignInWays>('GET', 'sign-in', lang),
  title: (_, { lang }) => workIn(lang).signIn.title,
  show,
}
