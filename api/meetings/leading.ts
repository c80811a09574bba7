import { leads, type Pen } from '../../data/model/meetings/rules.ts'
import { Problem } from '../problem.ts'
import { penOf, type Seat } from './seat.ts'

/** @throws Problem `not-allowed` for one who does not lead the session */
export function leaderOnly(seat: Seat): Pen {
  const pen = penOf(seat)
  if (leads(pen)) return pen
  throw new Problem('not-allowed', {
    sv: 'Bara den som leder mötet får göra det.',
    en: 'Only the one who leads the session may do that.',
  })
}

/** @throws Problem `not-allowed` for any but the host */
export function hostOnly(seat: Seat): Pen {
  const pen = leaderOnly(seat)
  if (pen.role === 'host') return pen
  throw new Problem('not-allowed', {
    sv: 'Bara den som har ledarskapet får göra det.',
    en: 'Only the one who holds the lead may do that.',
  })
}
