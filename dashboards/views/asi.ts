import { html, type TemplateResult } from 'lit'
import { asiFinding } from '../../data/model/findings/followup-areas.ts'
import type { Context, View } from '../page/view.ts'
import { followupIn } from '../text/followup/index.ts'
import { adjustedFigure } from './asi/adjusted.ts'
import { FIRST_FOCUS, focusedArea, READINGS } from './asi/areas.ts'
import { type Asi, areaChanges, areaFigures, askAsi } from './asi/asked.ts'
import { bandsFigure } from './asi/bands.ts'
import { changeFigure } from './asi/change.ts'
import { changeBySexFigure } from './asi/change-by-sex.ts'
import { outcomesFigure } from './asi/outcomes.ts'
import { focusFigures, gridFigure } from './asi/panels.ts'
import { profileFigure } from './asi/profile.ts'
import { splitFigure } from './asi/split.ts'
import { listChooser, splitChooser, yearsChooser } from './followup/choosers.ts'
import { lackingPage, lackingTitle } from './followup/lacking.ts'
import { nothingShown } from './followup/protection.ts'
import { countsPersonYears, isLacking, type Lacking, printedPeriod } from './followup/scope.ts'

function findingOf(asi: Asi, { lang }: Context) {
  const { scope, undivided, reading } = asi
  const persons = undivided.figure('personer_grund', scope.place)
  return asiFinding({
    place: scope.place.name,
    period: printedPeriod(scope.period),
    reading,
    areas: areaFigures(asi),
    changes: areaChanges(asi),
    persons,
    followedUp: undivided.figure('uppfoljda', scope.place),
    several: countsPersonYears(scope),
    coverage: undivided.cell('personer_grund', scope.place)?.coverage?.text ?? '',
    lang,
  })
}

function show(asi: Asi | Lacking, context: Context): TemplateResult {
  if (isLacking(asi)) return lackingPage(asi, context)
  const words = followupIn(context.lang)
  const { title, explanation } = findingOf(asi, context)
  if (asi.undivided.figure('personer_grund', asi.scope.place).value === null)
    return nothingShown(title, asi.undivided.protection, asi.scope, context)
  const area = focusedArea(asi.areas, context.state.focus)
  const areas = asi.areas.map(({ id, title }) => ({ value: id, label: title }))
  const told = { ...context, lead: `${title}. ${explanation}` }
  return html`<header class="finding">
      <h1 tabindex="-1">${title}</h1>
      <p>${explanation} ${words.asi.scale[asi.reading]}</p>
    </header>
    <div class="column">
      <div class="followup-pair">${profileFigure(asi, told)} ${changeFigure(asi, told)}</div>
      <div class="followup-pair">${outcomesFigure(asi, told)} ${changeBySexFigure(asi, told)}</div>
      ${splitFigure(asi, told)} ${bandsFigure(asi, told)}
      <section class="column" aria-labelledby="focus-title">
        <div class="followup-focus"><h2 id="focus-title">${words.asi.focusTitle(area.title)}</h2>
        ${listChooser('focus', words.asi.focus, { options: areas, unasked: FIRST_FOCUS }, context)}</div>
        <div class="followup-pair">${focusFigures(asi, told)}</div>
        ${asi.adjusted ? adjustedFigure(asi.adjusted, asi.scope, told) : ''}
        ${asi.members.length === 0 ? html`<p>${words.asi.tooManyMunicipalities}</p>` : ''}
      </section>
      <div class="followup-page">${gridFigure(asi, told)}</div>
    </div>`
}

function ownChoosers(asi: Asi | Lacking, context: Context): TemplateResult {
  if (isLacking(asi)) return html``
  const words = followupIn(context.lang)
  const readings = READINGS.map((reading) => ({ value: reading, label: words.asi.readings[reading] }))
  return html`${yearsChooser(asi.scope, context)} ${splitChooser(asi.scope, context, words.noSplit)}
  ${listChooser('reading', words.asi.reading, { options: readings, unasked: 'skattning' }, context)}`
}

export const view: View<Asi | Lacking> = {
  choosers: ['place', 'group'],
  ask: askAsi,
  title: (asi, context) => (isLacking(asi) ? lackingTitle(asi, context) : findingOf(asi, context).title),
  ownChoosers,
  show,
}
