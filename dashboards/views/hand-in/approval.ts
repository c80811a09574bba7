import { html, nothing, type TemplateResult } from 'lit'
import type { UploadAnswer } from '../../../data/model/answers/uploads.ts'
import type { Acknowledgement } from '../../../data/model/upload.ts'
import type { HandInTexts } from '../../text/hand-in/index.ts'

type Deciding = { approve(acknowledged: Acknowledgement[]): void; withdraw(): void }

/** Each warning with a word about why it may stand, then the approval; or what an approved upload waits for. */
export function approval(
  upload: UploadAnswer,
  fourEyes: boolean,
  words: HandInTexts,
  deciding: Deciding,
): TemplateResult | typeof nothing {
  if (!upload.canBeWithdrawn && upload.state !== 'ready') return nothing
  return html`<section class="chapter" aria-labelledby="hand-in-approve">
    <h2 id="hand-in-approve">${words.steps.approve}</h2>
    ${upload.state === 'ready' ? readyForm(upload, fourEyes, words, deciding) : waiting(upload, words, deciding)}
    ${upload.canBeWithdrawn ? html`<button class="button quiet" @click=${deciding.withdraw}>${words.approve.withdraw}</button>` : nothing}
  </section>`
}

function readyForm({ warnings, report }: UploadAnswer, fourEyes: boolean, words: HandInTexts, { approve }: Deciding) {
  const messageOf = (rule: string, column: string | null) =>
    report?.findings.find((finding) => finding.rule === rule && finding.column === column)?.message ?? rule
  const submit = (event: Event) => {
    event.preventDefault()
    const given = new FormData(event.target as HTMLFormElement)
    approve(warnings.map((warning, index) => ({ ...warning, why: String(given.get(`why-${index}`) ?? '') })))
  }
  return html`<form @submit=${submit}>
    ${warnings.map(({ rule, column }, index) => {
      const about = `${messageOf(rule, column)} ${column ?? ''}`.trim()
      return html`<div class="chooser hand-in-why"><label for="why-${index}">${words.approve.why(about)}</label>
        <input id="why-${index}" name="why-${index}" required minlength="2" maxlength="200" /></div>`
    })}
    ${fourEyes ? html`<p>${words.approve.fourEyes}</p>` : nothing}
    <button class="button">${words.approve.button}</button>
  </form>`
}

function waiting({ state, waitsFor }: UploadAnswer, words: HandInTexts, { approve }: Deciding) {
  if (state !== 'waiting') return nothing
  if (waitsFor === 'release') return html`<p>${words.approve.waitsForRelease}</p>`
  if (waitsFor === 'gate') return html`<p>${words.approve.waitsForGate}</p>`
  return html`<p>${words.approve.waitsForSecond}</p>
    <button class="button" @click=${() => approve([])}>${words.approve.second}</button>`
}
