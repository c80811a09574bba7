import { html, type LitElement, render } from 'lit'
import { swedishOrder } from '../../data/model/numbers.ts'
import type { State } from '../state.ts'
import { VIEWS } from '../views/index.ts'
import type { Context } from '../views/view.ts'
import './combobox.ts'
import type { Option } from './combobox.ts'

/** A place to go to: what is searched for, and the change of choices that leads there. */
type Destination = Option & { change: Partial<State> }

/** Opens a box to search in over every page; choosing closes it and goes there, Escape only closes it. */
export function openPalette(context: Context): void {
  if (document.querySelector('dialog.palette')) return
  const { texts, go } = context
  const found = destinations(context)
  const dialog = document.createElement('dialog')
  dialog.className = 'palette'
  dialog.setAttribute('aria-label', texts.choose.palette)
  const choose = (value: string) => {
    dialog.close()
    go(found.find((one) => one.value === value)!.change)
  }
  render(
    html`<js-combobox
      class="chooser"
      .name=${'palette'}
      .label=${texts.choose.palette}
      .options=${found}
      .value=${''}
      .texts=${texts}
      .choose=${choose}
    ></js-combobox>`,
    dialog,
  )
  dialog.addEventListener('close', () => dialog.remove())
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())
  document.body.append(dialog)
  dialog.showModal()
  const box = dialog.querySelector<LitElement>('js-combobox')!
  void box.updateComplete.then(() => box.querySelector('input')?.focus())
}

function destinations({ state, texts, foundation }: Context): Destination[] {
  const { municipalities, groups, indicators, areas } = foundation
  const comparing = state.view === 'selection' || state.view === 'start' ? { view: 'compare' } : {}
  const places = [...municipalities.values()].sort((a, b) => swedishOrder(a.name, b.name))
  return [
    ...VIEWS.map(({ id }) => ({
      value: `view-${id}`,
      label: texts.views[id],
      note: texts.choose.page,
      change: { view: id },
    })),
    ...places.map(({ code, name, county }) => ({
      value: `municipality-${code}`,
      label: name,
      note: `${texts.choose.municipality}, ${county.name}`,
      change: { municipality: code, ...comparing },
    })),
    ...[...groups.values()]
      .filter(({ kind }) => kind !== 'similar')
      .map(({ id, name, kind }) => ({
        value: `group-${id}`,
        label: name,
        note: texts.groupKinds[kind] ?? '',
        change: { group: id, ...comparing },
      })),
    ...[...indicators.values()]
      .filter(({ periods }) => periods.length > 0)
      .map(({ id, short, title, area }) => ({
        value: `indicator-${id}`,
        label: short,
        words: title,
        note: areas.get(area)?.name ?? texts.choose.indicator,
        change: { view: 'compare', indicator: id },
      })),
  ]
}
