import { swedishOrder } from '../../data/model/numbers.ts'
import type { Group } from '../api-client/lists.ts'
import type { Picked } from '../basket/basket.ts'
import { pickedFigure } from '../basket/picked-figure.ts'
import { described } from '../exports/described.ts'
import type { Placemat } from '../exports/placemats.ts'
import type { Context } from '../page/view.ts'

/**
 * The same figures seen from each municipality of a group, a page each, as a Word document.
 * @throws AskError
 */
export async function placematsOf(
  picked: readonly Picked[],
  group: Group,
  title: string,
  reader: Context,
): Promise<Blob> {
  const members = group.members.flatMap((code) => reader.lists.municipalities.get(code) ?? [])
  const mats: Placemat[] = []
  for (const { code, name } of members.sort((a, b) => swedishOrder(a.name, b.name)))
    mats.push({ name, figures: await figuresOf(code, picked, reader) })
  const { placemats } = await import('../exports/placemats.ts')
  return placemats(mats, title)
}

/** One after the other, since each picture takes memory. */
async function figuresOf(code: string, picked: readonly Picked[], reader: Context) {
  const figures = []
  for (const one of picked) {
    const found = await pickedFigure({ ...one, query: seenFrom(code, one.query) }, reader)
    if (found) figures.push(await described(found.spec, found.context))
  }
  return figures
}

/** The address of the same page with another municipality as one's own. */
function seenFrom(code: string, query: string): string {
  const asked = new URLSearchParams(query)
  asked.set('municipality', code)
  return String(asked)
}
