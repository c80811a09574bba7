import type { Me } from '../../../data/model/answers/me.ts'
import { LOCALES } from '../../../data/model/locales.ts'
import type { Lang } from '../../../data/model/numbers.ts'
import { ROLE_NAMES } from '../../../data/model/roles.ts'
import type { Context } from '../../page/view.ts'

type Grants = NonNullable<Me['account']>['grants']

/** Roles in words, with the municipality or group that they hold for. */
export function rolesIn(grants: Grants, { lang, lists }: Context): string {
  const nameOf = (scope: string) => lists.municipalities.get(scope)?.name ?? lists.groups.get(scope)?.name ?? scope
  return grants.map(({ role, scope }) => `${ROLE_NAMES[role][lang]}${scope && ` (${nameOf(scope)})`}`).join(', ')
}

/** A day and a time of day, as the reader's own clock has it. */
export const momentIn = (time: string, lang: Lang): string =>
  new Date(time).toLocaleString(LOCALES[lang], { dateStyle: 'medium', timeStyle: 'short' })
