import { html, nothing, type TemplateResult } from 'lit'
import type { Gone } from '../../../data/model/answers/accounts.ts'
import type { PasskeysAnswer } from '../../../data/model/answers/passkeys.ts'
import { ActError, act } from '../../api-client/act.ts'
import { addPasskey, NotGiven } from '../../api-client/passkey.ts'
import type { Context } from '../../page/view.ts'
import { form } from '../../parts/form.ts'
import { workIn } from '../../text/work/index.ts'
import { endable } from './endable.ts'
import { momentIn } from './words.ts'

/** One's passkeys, and a form that adds another. */
export function passkeys({ passkeys, canAdd }: PasskeysAnswer, context: Context): TemplateResult {
  const { lang } = context
  const { passkeys: words, failed } = workIn(lang)
  const remove = async (id: string) => {
    await act<Gone>('DELETE', `passkeys/${id}`, lang)
    context.go({})
  }
  const add = async ({ name = '' }: Readonly<Record<string, string>>) => {
    await addPasskey(name, lang).catch((error) => {
      throw error instanceof NotGiven ? new ActError(words.notGiven) : error
    })
    context.go({})
  }
  const rows = passkeys.map(({ id, name, createdAt, usedAt }) => ({
    id,
    cells: [name, momentIn(createdAt, lang), usedAt ? momentIn(usedAt, lang) : words.never],
  }))
  return html`<section class="chapter">
    <h2 id="passkeys">${words.title}</h2>
    <p>${words.lead}</p>
    ${rows.length > 0 ? endable({ labelledBy: 'passkeys', columns: words.columns, rows, end: words.remove, failed, ending: remove }) : nothing}
    ${canAdd === 'here' ? form({ prefix: 'passkey', fields: [{ name: 'name', label: words.name, hint: words.nameHint }], button: words.add, failed, send: add }) : html`<p>${words.cannot[canAdd]}</p>`}
  </section>`
}
