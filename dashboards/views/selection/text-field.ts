import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Context } from '../../page/view.ts'
import { exploringIn } from '../../text/exploring/index.ts'

type Field = { id: string; label: string; text: string; longest: number; rows: number; write: (text: string) => void }

/** A field to write in, which says so when it holds no more. One row is a line, more are a text. */
export function textField({ id, label, text, longest, rows, write }: Field, { lang }: Context): TemplateResult {
  const full = exploringIn(lang).selection.fieldFull(longest)
  const changed = (event: Event) => write((event.target as HTMLInputElement).value)
  const counted = ({ target }: Event) => {
    const field = target as HTMLInputElement
    const said = field.parentElement!.querySelector('.limit')!
    said.textContent = field.value.length >= longest ? full : ''
  }
  const control =
    rows === 1
      ? html`<input id=${id} maxlength=${longest} autocomplete="off" .value=${live(text)} @input=${counted} @change=${changed} />`
      : html`<textarea
          id=${id}
          rows=${rows}
          maxlength=${longest}
          .value=${live(text)}
          @input=${counted}
          @change=${changed}
        ></textarea>`
  return html`<div class="text-field on-screen">
    <label for=${id}>${label}</label>
    ${control}
    <p class="limit" role="status"></p>
  </div>`
}
