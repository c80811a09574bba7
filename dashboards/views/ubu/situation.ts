import { html, nothing, type TemplateResult } from 'lit'
import { HIDDEN } from '../../../data/model/findings/followup.ts'
import { besideGroup } from '../../../data/model/findings/followup-areas.ts'
import { gapSentence, interviewedSentence, lowestSentence } from '../../../data/model/findings/followup-children.ts'
import { asSentence } from '../../../data/model/numbers.ts'
import { pairedDots, shareScale } from '../../charts/paired-dots.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { followupIn } from '../../text/followup/index.ts'
import { aroundZero } from '../followup/around-zero.ts'
import { carried, hiddenAmong } from '../followup/carried.ts'
import { faceOf } from '../followup/face.ts'
import { pairedNative } from '../followup/native.ts'
import { type Pair, pairedRow, pairedTable } from '../followup/paired-table.ts'
import { protectionNote } from '../followup/protection.ts'
import type { Scope } from '../followup/scope.ts'
import { aboutOf, figureOf, gapsOf, interviewedOf, SITUATION, type Ubu } from './asked.ts'

function pairOf(ubu: Ubu, stem: string, title: string): Pair {
  const { undivided, scope, occasion } = ubu
  const measure = `${stem}_${occasion}`
  const group = scope.group ? undivided.figure(measure, scope.group) : HIDDEN
  return { id: stem, title, measure, own: figureOf(ubu, stem), group }
}

const marksOf = ({ scope }: Ubu, intervals: string, { lang }: Context): string[] => {
  const words = followupIn(lang)
  return [intervals, words.ownMark(scope.place.name), ...(scope.group ? [words.groupMark(scope.group.name)] : [])]
}

const namesOf = ({ place, group }: Scope) => ({ own: place.name, group: group?.name ?? '' })

/** The gap: the child's rating minus the social worker's, of the same child. */
export function gapFigure(ubu: Ubu, context: Context): TemplateResult {
  const { scope, undivided } = ubu
  const { lang } = context
  const words = followupIn(lang)
  const pairs = gapsOf(ubu).map(({ id, title }) => pairOf(ubu, `glapp_${id}`, asSentence(title)))
  const drawn = {
    rows: pairs.map((pair) => pairedRow(pair, 'mean', scope, lang)),
    ...aroundZero(pairs.flatMap(({ own, group }) => [own, group])),
    lang,
  }
  return figure(
    {
      ...carried('glapp', undivided, scope, context),
      methods: ['mean-interval', 'protection'],
      finding: gapSentence(gapsOf(ubu), lang),
      subtitle: faceOf(
        {
          what: aboutOf(ubu, words.ubu.gapSubtitle, context),
          seen: undivided.shown(pairs.map(({ measure }) => measure)),
          also: [
            words.ubu.gapMarks,
            ...marksOf(ubu, words.intervals, context),
            interviewedSentence(interviewedOf(ubu), lang),
          ],
        },
        scope,
        context,
      ),
      table: pairedTable(pairs, 'mean', scope, undivided, lang),
      note: protectionNote(
        { hidden: hiddenAmong(pairs.map(({ own }) => own)), protection: undivided.protection },
        scope,
        context,
      ),
      native: () => pairedNative({ ...drawn, unit: '', names: namesOf(scope), reference: { at: 0, name: '0' } }),
      chart: (width) => pairedDots({ ...drawn, unit: '', zone: null, reference: 0 }, { width }),
    },
    context,
  )
}

/** School, health, plan and talks: shares of the children, beside the group's. */
export function situationFigure(ubu: Ubu, context: Context): TemplateResult {
  const { scope, undivided, occasion } = ubu
  const { lang } = context
  const words = followupIn(lang)
  const stems = occasion === 'avslut' ? (['oplanerat_avslut', ...SITUATION] as const) : SITUATION
  const pairs = stems.map((stem) => pairOf(ubu, stem, words.ubu.situation[stem]))
  const good = pairs.filter(({ id }) => id !== 'oplanerat_avslut').map(({ title, own }) => ({ title, figure: own }))
  const drawn = {
    rows: pairs.map((pair) => pairedRow(pair, 'share', scope, lang)),
    scale: { min: 0, max: 100 },
    lang,
  }
  return figure(
    {
      ...carried('situation', undivided, scope, context),
      methods: ['share-interval', 'protection'],
      finding: lowestSentence(good, lang),
      subtitle: faceOf(
        {
          what: aboutOf(ubu, words.ubu.situationSubtitle, context),
          seen: undivided.shown(pairs.map(({ measure }) => measure)),
          also: marksOf(ubu, words.dotsHave, context),
        },
        scope,
        context,
      ),
      table: pairedTable(pairs, 'share', scope, undivided, lang),
      note: protectionNote(
        {
          hidden: hiddenAmong(pairs.map(({ own }) => own)),
          protection: undivided.protection,
          also: besideGroupNote(pairs, scope, context),
        },
        scope,
        context,
      ),
      native: () => pairedNative({ ...drawn, unit: '%', names: namesOf(scope) }),
      chart: (width) =>
        pairedDots(
          {
            ...drawn,
            ...shareScale(width, lang),
            zone: null,
            reference: null,
          },
          { width },
        ),
    },
    context,
  )
}

/** Where the place differs from the group. */
function besideGroupNote(pairs: readonly Pair[], { group }: Scope, { lang }: Context): TemplateResult | typeof nothing {
  const beside = group ? besideGroup(pairs, group.name, lang) : ''
  return beside === '' ? nothing : html`<p>${beside}</p>`
}
