import { html, type TemplateResult } from 'lit'
import type { SimilarAnswer } from '../../data/model/answers/similar.ts'
import { similarFinding } from '../../data/model/findings/similar.ts'
import { ownGroupId } from '../../data/model/own-group.ts'
import { ask } from '../api-client/ask.ts'
import type { Context, View } from '../page/view.ts'
import { exploringIn } from '../text/exploring/index.ts'
import { differencesFigure } from './similar/differences.ts'
import { groupPicker } from './similar/group-picker.ts'
import { weightsForm } from './similar/weights-form.ts'

const askSimilar = ({ state, lang }: Context) =>
  ask<SimilarAnswer>(
    'similar',
    { municipality: state.municipality, indicators: state.measures, weights: state.weights },
    lang,
  )

const findingOf = (answer: SimilarAnswer, { lang }: Context) => similarFinding(answer, lang)

function show(answer: SimilarAnswer, context: Context): TemplateResult {
  const words = exploringIn(context.lang).similar
  const { title, explanation } = findingOf(answer, context)
  return html`<header class="finding">
      <h1 tabindex="-1">${title}</h1>
      <p>${explanation} ${words.notKoladas}</p>
      ${answer.neighbours.length > 0 ? useAsGroup(answer, context) : ''}
    </header>
    ${answer.neighbours.length > 0 ? differencesFigure(answer, { ...context, lead: `${title}. ${explanation}` }) : ''}
    <section class="card" aria-labelledby="weights-title">
      <h2 id="weights-title">${words.weightsTitle}</h2>
      ${weightsForm(answer, context)}
    </section>
    <section class="card" aria-labelledby="picker-title">
      <h2 id="picker-title">${words.pickerTitle}</h2>
      ${groupPicker(context)}
    </section>`
}

/** The neighbours, and the municipality itself, as the group that every page compares with. */
function useAsGroup({ municipality, name, neighbours }: SimilarAnswer, { go, href, lang }: Context): TemplateResult {
  const words = exploringIn(lang).similar
  const members = [municipality, ...neighbours.map((one) => one.municipality)]
  const change = { group: ownGroupId({ name: words.groupName(name), members }) }
  const use = (event: Event) => {
    event.preventDefault()
    go(change)
  }
  return html`<p><a class="button" href=${href(change)} @click=${use}>${words.use}</a></p>`
}

export const view: View<SimilarAnswer> = {
  choosers: ['municipality', 'group'],
  needsMunicipality: () => true,
  ask: askSimilar,
  title: (answer, context) => findingOf(answer, context).title,
  show,
}
