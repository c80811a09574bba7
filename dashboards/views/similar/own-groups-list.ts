import { html, type TemplateResult } from 'lit'
import { asGroup, forgetGroup, keptGroups } from '../../browser-storage/own-groups.ts'
import type { Context } from '../../page/view.ts'
import { exploringIn } from '../../text/exploring/index.ts'

/** The groups that this browser keeps, to compare with or to forget. */
export function ownGroupsList(context: Context): TemplateResult | '' {
  const { go } = context
  const words = exploringIn(context.lang).similar
  const kept = keptGroups().flatMap((id) => asGroup(id, context.texts.choose.unnamedGroup) ?? [])
  if (kept.length === 0) return ''
  const forget = (id: string) => {
    forgetGroup(id)
    go({})
  }
  return html`<h3 id="kept-title">${words.kept}</h3>
    <ul class="kept" aria-labelledby="kept-title">
      ${kept.map(
        ({ id, name, members }) => html`<li>
          <button type="button" @click=${() => go({ group: id })}>${name} (${members.length})</button>
          <button type="button" aria-label=${words.forget(name)} @click=${() => forget(id)}>×</button>
        </li>`,
      )}
    </ul>`
}
