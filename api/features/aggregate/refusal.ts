import type { Localized } from '../../../data/model/localized.ts'
import { Problem } from '../../problem.ts'

/** The one answer to every question outside the catalogue: it tells nothing of what was asked. */
export const REFUSAL: Localized = {
  sv: 'Frågan finns inte i katalogen. Vad som går att fråga efter står i /api/v1/instruments, /api/v1/municipalities och /api/v1/groups.',
  en: 'The question is not in the catalogue. What can be asked stands in /api/v1/instruments, /api/v1/municipalities and /api/v1/groups.',
}

export const refused = (): Problem => new Problem('invalid-question', REFUSAL)
