import { html, type TemplateResult } from 'lit'
import type { State } from '../address/state.ts'
import { keptChoice } from '../browser-storage/last-choice.ts'
import type { Context } from '../page/view.ts'

/** The address holds no more. */
const MOST = 20

/** The indicators outside the catalogue that somebody has added to one's own, in the address. */
const mineIn = ({ mine }: Pick<State, 'mine'>): string[] => (mine === '' ? [] : mine.split(','))

/** One's own with an indicator more, the latest last; those that the browser keeps come along. */
export function withMine(id: string, shown: readonly string[], kept: readonly string[]): string {
  return [...new Set([...kept, ...shown, id])].slice(-MOST).join(',')
}

/** Says that nobody has judged an indicator outside the catalogue, and adds it to what Start and Profil show, or takes it away. */
export function mineNotice(id: string, { state, texts, go }: Context): TemplateResult {
  const mine = mineIn(state)
  const without = mine.filter((one) => one !== id).join(',')
  const added = () => withMine(id, mine, mineIn(keptChoice() ?? { mine: '' }))
  const isMine = mine.includes(id)
  return html`<p class="notice" role="note">
    ${texts.mine.notJudged}
    <button class="mine" aria-pressed=${isMine} @click=${() => go({ mine: isMine ? without : added() })}>
      ${isMine ? texts.mine.remove : texts.mine.add}
    </button>
  </p>`
}
