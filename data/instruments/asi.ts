import { ASI_COLUMNS } from './asi-columns.ts'
import { ASI_MEASURES } from './asi-measures.ts'
import { dimensionsOf, type Instrument, inWords } from './definition.ts'

export { compositeScores } from './asi-scores.ts'

/** Addiction Severity Index: one row per interview with an adult. */
export const asi: Instrument = {
  id: 'asi',
  name: inWords('ASI – intervju om missbruk och beroende', 'ASI – Addiction Severity Index'),
  columns: ASI_COLUMNS,
  kindColumn: 'intervju',
  kinds: [
    { id: 'baseline', title: inWords('Grundintervju', 'Baseline'), code: 'grund' },
    { id: 'followup', title: inWords('Uppföljning', 'Follow-up'), code: 'uppfoljning' },
    { id: 'change', title: inWords('Förändring', 'Change') },
  ],
  measures: ASI_MEASURES,
  ...dimensionsOf(
    ASI_COLUMNS,
    ['kon', 'aldersgrupp', 'dominerande_preparat', 'insats', 'boende', 'forsorjning'],
    ['aldersgrupp'],
  ),
}
