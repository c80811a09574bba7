import { html, type TemplateResult } from 'lit'
import type { StandoutAnswer } from '../../../data/model/answers/standout.ts'
import type { Rest } from '../../../data/model/findings/certainty.ts'
import { differsSentence } from '../../../data/model/findings/standout.ts'
import type { MethodId } from '../../../data/model/methods.ts'
import { signOf } from '../../charts/key.ts'
import { placeLine } from '../../charts/place-line.ts'
import { sparkline } from '../../charts/sparkline.ts'
import type { Context } from '../../page/view.ts'
import { link } from '../../parts/link.ts'
import { methodLinks } from '../../parts/method-link.ts'
import { startIn } from '../../text/start/index.ts'
import { markOf, markOfMove, type Side } from './marks.ts'

type Found = { indicator: string; period: number; sentence: string; beside: TemplateResult | null; rest?: Rest }
type Section = {
  title: string
  key?: string
  none: string | null
  found: readonly Found[]
  methods: readonly MethodId[]
}

/** As many as fit a screen; the rest stands in the profile. */
const SHOWN = 5

/** What to act on first: better, worse, changed; then what only is high or low; then what is not known. */
export function standout(answer: StandoutAnswer, context: Context): TemplateResult {
  const texts = startIn(context.lang)
  const place = ['rank', 'quartiles', 'measured-noise'] as const
  // Who is no member of the group has no place in it, and no line.
  const hasPlaces = answer.differs.some(({ rank }) => rank !== null)
  const key = hasPlaces ? texts.place : ''
  const neutralKey = [texts.neutralKey, hasPlaces ? texts.neutralPlace : ''].join(' ')
  const none = (word: string) => (isAlone(answer, context) ? texts.alone : word)
  const sections: Section[] = [
    {
      title: texts.worse,
      key,
      none: none(texts.nothingWorse),
      found: differing(answer, 'worse', true, context),
      methods: place,
    },
    { title: texts.farWorse, key, none: null, found: differing(answer, 'worse', false, context), methods: place },
    {
      title: texts.better,
      key,
      none: none(texts.nothingBetter),
      found: differing(answer, 'better', true, context),
      methods: place,
    },
    { title: texts.farBetter, key, none: null, found: differing(answer, 'better', false, context), methods: place },
    {
      title: texts.moved,
      key: texts.movedKey,
      none: texts.nothingMoved,
      found: moved(answer),
      methods: ['quartiles', 'measured-noise', 'trend'],
    },
    {
      title: texts.neutral,
      key: neutralKey,
      none: none(texts.nothingNeutral),
      found: differing(answer, null, null, context),
      methods: place,
    },
    { title: texts.missing, none: none(texts.nothingMissing), found: missing(answer), methods: [] },
  ]
  const told = sections.filter(({ none, found }) => none !== null || found.length > 0)
  return html`${told.map((section) => list(section, context))}`
}

/** Whether the group holds nobody but the municipality itself. */
function isAlone({ municipality, reference }: StandoutAnswer, { lists }: Context): boolean {
  const members = lists.groups.get(reference.id)?.members ?? []
  return members.length === 1 && members[0] === municipality
}

/** @param sure only what differs by more than chance, or only what nobody knows that of; null is both */
function differing(
  { differs, name, reference }: StandoutAnswer,
  wanted: Side,
  sure: boolean | null,
  { lang }: Context,
): Found[] {
  return differs
    .filter(({ side, uncertainty }) => side === wanted && (sure === null || sure === (uncertainty !== 'unknown')))
    .slice(0, SHOWN)
    .map((one) => ({
      ...one,
      // The name of a group put together here is known here only.
      sentence: differsSentence({ ...one, name, reference }, lang),
      rest: one.uncertainty,
      beside: one.rank === null ? null : placeLine(one.rank, one.of, markOf(wanted)),
    }))
}

const moved = (answer: StandoutAnswer): Found[] =>
  answer.moved
    .slice(0, SHOWN)
    .map((one) => ({ ...one, period: one.to, rest: one.uncertainty, beside: sparkline(one.path, markOfMove(one)) }))

const missing = (answer: StandoutAnswer): Found[] =>
  answer.missing.slice(0, SHOWN).map((one) => ({ ...one, beside: HATCH }))

const HATCH = html`<span class="hatch" aria-hidden="true"></span>`

function list({ title, key, none, found, methods }: Section, context: Context): TemplateResult {
  const about = html`<p class="about-data">${key ?? ''} ${methodLinks(methods, context)}</p>`
  return html`<section class="found">
    <h2>${title}</h2>
    ${found.length === 0 ? html`<p>${none}</p>` : html`<ul>${found.map((one) => item(one, context))}</ul>${about}`}
  </section>`
}

/** What the uncertainty of the values rests on, with its sign. */
const restOf = ({ rest }: Found, { texts }: Context) =>
  rest ? html` <small class="rest">${signOf(rest)} ${texts.matrix.rests(texts.restWords[rest])}</small>` : ''

function item(one: Found, context: Context): TemplateResult {
  const change = { view: 'compare', indicator: one.indicator, period: String(one.period) }
  const beside = one.beside && html`<span class="beside">${one.beside}</span>`
  return html`<li>${beside ?? ''}<span>${link(one.sentence, change, context)}${restOf(one, context)}</span></li>`
}
