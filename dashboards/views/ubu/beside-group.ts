import { nothing, type TemplateResult } from 'lit'
import {
  type BesideGroup,
  interviewedSentence,
  ratingsBesideGroup,
} from '../../../data/model/findings/followup-children.ts'
import { asSentence, type Lang } from '../../../data/model/numbers.ts'
import { dotPanels } from '../../charts/dot-panels.ts'
import type { Panel } from '../../charts/panel.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { followupIn } from '../../text/followup/index.ts'
import { carried, hiddenAmong } from '../followup/carried.ts'
import { faceOf } from '../followup/face.ts'
import { panelsNative } from '../followup/native.ts'
import { type Pair, pairedTable } from '../followup/paired-table.ts'
import { dotOf } from '../followup/panels.ts'
import { protectionNote } from '../followup/protection.ts'
import type { Spot } from '../followup/spots.ts'
import { aboutOf, interviewedOf, RESPONDENTS, ratingMeasures, ratingsOf, type Ubu } from './asked.ts'
import { wantsHigh } from './respondents.ts'

type Rating = Pair & BesideGroup & { who: (typeof RESPONDENTS)[number] }

/** Every rating of the place beside the group's: a panel each for child, guardian and social worker. */
export function besideGroupFigure(ubu: Ubu, context: Context): TemplateResult | typeof nothing {
  const { scope, undivided } = ubu
  const { group, place } = scope
  if (!group) return nothing
  const { lang } = context
  const words = followupIn(lang)
  const high = wantsHigh(context)
  const kind = high ? 'share' : 'mean'
  const ratings = ratingsBeside(ubu, group, high, lang)
  const kinds = [place.name, group.name]
  const panels = () => RESPONDENTS.map((who) => panelOf(who, ratings, { kinds, high }, lang))
  return figure(
    {
      ...carried('mot-gruppen', undivided, scope, context),
      methods: [high ? 'share-interval' : 'mean-interval', 'protection'],
      finding: ratingsBesideGroup(ratings, { place: place.name, group: group.name }, kind, lang),
      subtitle: faceOf(
        {
          what: aboutOf(ubu, words.ubu.respondentsSubtitle[high ? 'hoga' : 'medel'], context),
          seen: undivided.shown(ratingMeasures(ubu, high)),
          also: [high ? words.dotsHave : words.intervals, interviewedSentence(interviewedOf(ubu), lang)],
        },
        scope,
        context,
      ),
      table: pairedTable(
        ratings.map((rating) => ({ ...rating, title: `${words.ubu.respondents[rating.who]}: ${rating.title}` })),
        kind,
        scope,
        undivided,
        lang,
      ),
      native: () => panelsNative(panels(), kinds, 1),
      note: protectionNote(
        { hidden: hiddenAmong(ratings.map(({ own }) => own)), protection: undivided.protection },
        scope,
        context,
      ),
      chart: (width) => dotPanels({ panels: panels(), columns: 3, row: 34, kinds, lang }, { width }),
    },
    context,
  )
}

function ratingsBeside(ubu: Ubu, group: Spot, high: boolean, lang: Lang): Rating[] {
  const words = followupIn(lang).ubu
  const [own, theirs] = [ratingsOf(ubu, high), ratingsOf(ubu, high, group)]
  const measures = ratingMeasures(ubu, high)
  return RESPONDENTS.flatMap((who, at) =>
    own.map(({ id, title, by }, rating) => ({
      ...{ id, who, title: asSentence(title), said: words.respondents[who] },
      measure: measures[at * own.length + rating]!,
      own: by[who],
      group: theirs[rating]!.by[who],
    })),
  )
}

type Drawn = { kinds: readonly string[]; high: boolean }

function panelOf(who: Rating['who'], ratings: readonly Rating[], { kinds, high }: Drawn, lang: Lang): Panel {
  const title = followupIn(lang).ubu.respondents[who]
  return {
    ...{ id: who, title },
    scale: high ? { min: 0, max: 100 } : { min: 1, max: 5 },
    ticks: high ? [0, 50, 100] : [1, 2, 3, 4, 5],
    rows: ratings
      .filter((rating) => rating.who === who)
      .map((rating) => ({
        ...{ id: rating.id, title: rating.title },
        dots: [rating.own, rating.group].map((one, at) =>
          dotOf(one, at, high ? 'share' : 'mean', `${title}, ${rating.title.toLowerCase()}, ${kinds[at]}`, lang),
        ),
      })),
  }
}
