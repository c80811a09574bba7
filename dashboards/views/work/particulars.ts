import type { AuditAnswer } from '../../../data/model/answers/audit.ts'
import type { Me } from '../../../data/model/answers/me.ts'
import type { Context } from '../../page/view.ts'
import { workIn } from '../../text/work/index.ts'
import type { WorkTexts } from '../../text/work/sv.ts'
import { rolesIn } from './words.ts'

type Body = NonNullable<AuditAnswer['lines'][number]['body']>
type Grants = NonNullable<Me['account']>['grants']

/** The particulars of a deed in words, one line each; what this page has no word for is told as it was noted. */
export function particularsIn(body: Body, context: Context): string[] {
  const words = workIn(context.lang).audit.particulars
  return Object.entries(toldOf(body)).map(([key, value]) => `${words.names[key] ?? key}: ${told(key, value, context)}`)
}

/** Of all settings only those that were changed, each on its own. */
function toldOf({ changed, settings, ...rest }: Body): Body {
  if (!Array.isArray(changed) || typeof settings !== 'object' || settings === null) return rest
  return { ...rest, ...Object.fromEntries(changed.map((name) => [name, (settings as Body)[name]])) }
}

function told(key: string, value: unknown, context: Context): string {
  if (Array.isArray(value) && key === 'grants') return rolesIn(value as Grants, context)
  if (Array.isArray(value) && value.length > 0) return value.map((one) => told(key, one, context)).join(', ')
  const words = workIn(context.lang)
  if (typeof value === 'boolean') return value ? words.audit.particulars.yes : words.audit.particulars.no
  if (value === null || value === undefined || String(value) === '') return words.audit.particulars.nothing
  return typeof value === 'object' ? JSON.stringify(value) : codeOf(key, String(value), context, words)
}

/** What a code that was noted stands for. */
function codeOf(key: string, code: string, { lists }: Context, { rights, audit: { particulars } }: WorkTexts): string {
  if (key === 'municipality' || key === 'municipalities')
    return lists.municipalities.get(code)?.name ?? particulars.values[code] ?? code
  if (key === 'rights') return rights[code as keyof typeof rights] ?? code
  return NAMED_BY_CODE.includes(key) ? (particulars.values[code] ?? code) : code
}
const NAMED_BY_CODE = ['way', 'why', 'source', 'sources', 'instrument', 'kind', 'format']
