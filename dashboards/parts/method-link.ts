import { html, type TemplateResult } from 'lit'
import type { MethodId } from '../../data/model/methods.ts'
import type { Context } from '../page/view.ts'
import { link } from './link.ts'

/** The way from a figure or a sentence to how it was made: `Metod: rang, färger`; nothing where nothing was made. */
export function methodLinks(methods: readonly MethodId[], context: Context): TemplateResult | string {
  if (methods.length === 0) return ''
  const { texts } = context
  return html`<span class="methods">${texts.method}: ${methods.map(
    (id, index) => html`${index > 0 ? ', ' : ''}${methodLink(id, context)}`,
  )}</span>`
}

const methodLink = (id: MethodId, context: Context) =>
  link(context.texts.methods[id], { view: 'method', at: id }, context)
