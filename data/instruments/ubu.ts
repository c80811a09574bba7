import { dimensionsOf, type Instrument, inWords } from './definition.ts'
import { UBU_COLUMNS } from './ubu-columns.ts'
import { UBU_MEASURES } from './ubu-measures.ts'

/** Uppföljning Barn och Unga: one row per follow-up of a child or young person. */
export const ubu: Instrument = {
  id: 'ubu',
  name: inWords('UBU – uppföljning barn och unga', 'UBU – follow-up of children and young people'),
  columns: UBU_COLUMNS,
  kindColumn: 'tillfalle',
  kinds: [
    { id: 'yearly', title: inWords('Årlig uppföljning', 'Yearly follow-up'), code: 'arlig' },
    { id: 'closing', title: inWords('Avslut', 'Closing'), code: 'avslut' },
  ],
  measures: UBU_MEASURES,
  ...dimensionsOf(UBU_COLUMNS, ['kon', 'aldersgrupp', 'modul', 'lagrum', 'placeringsform', 'orsak'], ['aldersgrupp']),
}
