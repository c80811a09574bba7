import { html, type TemplateResult } from 'lit'
import { ubuFinding } from '../../data/model/findings/followup-children.ts'
import type { Context, View } from '../page/view.ts'
import { followupIn } from '../text/followup/index.ts'
import { listChooser, yearsChooser } from './followup/choosers.ts'
import { lackingPage, lackingTitle } from './followup/lacking.ts'
import { nothingShown } from './followup/protection.ts'
import { dimensionOf, isLacking, type Lacking, printedPeriod } from './followup/scope.ts'
import { askUbu, figureOf, gapsOf, interviewedOf, type Ubu } from './ubu/asked.ts'
import { besideGroupFigure } from './ubu/beside-group.ts'
import { dividedSituationFigure, placementFigure } from './ubu/divided.ts'
import { respondentsFigure } from './ubu/respondents.ts'
import { gapFigure, situationFigure } from './ubu/situation.ts'

function findingOf(ubu: Ubu, { lang }: Context) {
  const { scope, undivided, occasion, module } = ubu
  const words = followupIn(lang).ubu
  return ubuFinding({
    place: scope.place.name,
    period: printedPeriod(scope.period),
    gaps: gapsOf(ubu),
    interviewed: interviewedOf(ubu),
    persons: figureOf(ubu, 'personer'),
    unplanned: occasion === 'avslut' ? figureOf(ubu, 'oplanerat_avslut') : null,
    whom: `${(module?.title ?? words.everyone).replace(/^./, (first) => first.toLowerCase())}, ${words.occasions[occasion].toLowerCase()}`,
    coverage: undivided.cell(`personer_${occasion}`, scope.place)?.coverage?.text ?? '',
    lang,
  })
}

function show(ubu: Ubu | Lacking, context: Context): TemplateResult {
  if (isLacking(ubu)) return lackingPage(ubu, context)
  const { title, explanation } = findingOf(ubu, context)
  if (figureOf(ubu, 'personer').value === null) return nothingShown(title, ubu.undivided.protection, ubu.scope, context)
  const told = { ...context, lead: `${title}. ${explanation}` }
  return html`<header class="finding">
      <h1 tabindex="-1">${title}</h1>
      <p>${explanation}</p>
    </header>
    <div class="column">
      <div class="followup-pair">${respondentsFigure(ubu, told)} ${gapFigure(ubu, told)}</div>
      ${besideGroupFigure(ubu, told)}
      ${situationFigure(ubu, told)}
      ${placementFigure(ubu, told)}
      ${ubu.module ? '' : dividedSituationFigure(ubu, told)}
    </div>`
}

function ownChoosers(ubu: Ubu | Lacking, context: Context): TemplateResult {
  if (isLacking(ubu)) return html``
  const { scope, module } = ubu
  const words = followupIn(context.lang)
  const listed = (options: readonly { id: string; title: string }[]) =>
    options.map(({ id, title }) => ({ value: id, label: title }))
  const occasions = Object.entries(words.ubu.occasions).map(([value, label]) => ({ value, label }))
  const modules = [{ value: '', label: words.ubu.allModules }, ...listed(dimensionOf(scope, 'modul').categories)]
  const readings = Object.entries(words.ubu.readings).map(([value, label]) => ({ value, label }))
  const divisions = { options: listed(scope.instrument.dimensions), unasked: 'modul' }
  return html`${yearsChooser(scope, context)}
  ${listChooser('occasion', words.ubu.occasion, { options: occasions, unasked: 'arlig' }, context)}
  ${listChooser('module', words.ubu.module, { options: modules, unasked: '' }, context)}
  ${module ? '' : listChooser('split', words.split, divisions, context)}
  ${listChooser('reading', words.ubu.reading, { options: readings, unasked: 'medel' }, context)}`
}

export const view: View<Ubu | Lacking> = {
  choosers: ['place', 'group'],
  ask: askUbu,
  title: (ubu, context) => (isLacking(ubu) ? lackingTitle(ubu, context) : findingOf(ubu, context).title),
  ownChoosers,
  show,
}
