import type { TemplateResult } from 'lit'
import { HIDDEN } from '../../../data/model/findings/followup.ts'
import { gapSentence, interviewedSentence, lowestSentence } from '../../../data/model/findings/followup-children.ts'
import { asSentence } from '../../../data/model/numbers.ts'
import { pairedDots, shareScale } from '../../charts/paired-dots.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { followupIn } from '../../text/followup/index.ts'
import { carried, hiddenAmong } from '../followup/carried.ts'
import { pairedNative } from '../followup/native.ts'
import { type Pair, pairedRow, pairedTable } from '../followup/paired-table.ts'
import { protectionNote } from '../followup/protection.ts'
import type { Scope } from '../followup/scope.ts'
import { figureOf, gapsOf, interviewedOf, SITUATION, type Ubu } from './asked.ts'

function pairOf(ubu: NonNullable<Ubu>, stem: string, title: string): Pair {
  const { undivided, scope, occasion } = ubu
  const measure = `${stem}_${occasion}`
  const group = scope.group ? undivided.figure(measure, scope.group) : HIDDEN
  return { id: stem, title, measure, own: figureOf(ubu, stem), group }
}

const marksOf = ({ scope }: NonNullable<Ubu>, { lang }: Context): string[] => {
  const words = followupIn(lang)
  return [words.dotsHave, words.ownMark(scope.place.name), ...(scope.group ? [words.groupMark(scope.group.name)] : [])]
}

const namesOf = ({ place, group }: Scope) => ({ own: place.name, group: group?.name ?? '' })

/** The gap: the child's rating minus the social worker's, of the same child. */
export function gapFigure(ubu: NonNullable<Ubu>, context: Context): TemplateResult {
  const { scope, undivided } = ubu
  const { lang } = context
  const words = followupIn(lang)
  const pairs = gapsOf(ubu).map(({ id, title }) => pairOf(ubu, `glapp_${id}`, asSentence(title)))
  const drawn = {
    rows: pairs.map((pair) => pairedRow(pair, 'mean', scope, lang)),
    ...aroundZero(pairs),
    lang,
  }
  return figure(
    {
      ...carried('glapp', undivided, scope, context),
      methods: ['mean-interval', 'protection'],
      finding: gapSentence(gapsOf(ubu), lang),
      subtitle: [words.ubu.gapSubtitle, ...marksOf(ubu, context), interviewedSentence(interviewedOf(ubu), lang)].join(
        ' · ',
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

/** As far to the left of zero as to the right, in undivided steps. */
function aroundZero(pairs: readonly Pair[]) {
  const ends = pairs.flatMap(({ own, group }) => [own.lower, own.upper, own.value, group.value])
  const reach = Math.max(1, Math.ceil(Math.max(...ends.map((end) => Math.abs(end ?? 0)))))
  const ticks = Array.from({ length: 2 * reach + 1 }, (_, at) => at - reach)
  return { scale: { min: -reach, max: reach }, ticks }
}

/** School, health, plan and talks: shares of the children, beside the group's. */
export function situationFigure(ubu: NonNullable<Ubu>, context: Context): TemplateResult {
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
      subtitle: [words.ubu.situationSubtitle, ...marksOf(ubu, context)].join(' · '),
      table: pairedTable(pairs, 'share', scope, undivided, lang),
      note: protectionNote(
        { hidden: hiddenAmong(pairs.map(({ own }) => own)), protection: undivided.protection },
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
