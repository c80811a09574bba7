import { forget, store, stored } from '../../browser-storage/stored.ts'

/** A form that is being written: of which part, and what stands in its fields. */
type Draft = { id: string; fields: [name: string, value: string][] }
type Of = { session: string; kind: 'action' | 'card' | 'settings' }
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const keyOf = ({ session, kind }: Of) => `jamsides-draft-${session}-${kind}`
const draftOf = (of: Of) => stored(keyOf(of)) as Draft | null

/** The part whose form was being written when the page was left; null for none. */
export const draftedPart = (of: Of): string | null => draftOf(of)?.id ?? null

/** What stands in a form is kept in the browser at every key, until it is saved or let go: a closed lid takes none of it. */
export function keepDraft(of: Of, id: string, form: HTMLFormElement): void {
  const fields = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)])
  store(keyOf(of), { id, fields } satisfies Draft)
}

export const dropDraft = (of: Of): void => forget(keyOf(of))

/** Puts back what stood in a part's form, as soon as the form has its fields. */
export const restoreDrawn = (of: Of, id: string, form: Element): void =>
  queueMicrotask(() => restoreDraft(of, id, form as HTMLFormElement))

/** Puts back what stood in a part's form. */
export function restoreDraft(of: Of, id: string, form: HTMLFormElement): void {
  const draft = draftOf(of)
  if (draft?.id !== id) return
  for (const field of form.querySelectorAll<Field>('[name]')) putBack(field, draft.fields)
}

function putBack(field: Field, fields: Draft['fields']): void {
  const values = fields.filter(([name]) => name === field.name).map(([, value]) => value)
  if (field.type === 'checkbox') (field as HTMLInputElement).checked = values.includes(field.value)
  else if (values[0] !== undefined) field.value = values[0]
}
