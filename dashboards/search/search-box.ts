import { html, type LitElement, render } from 'lit'
import type { Context } from '../page/view.ts'
import { searchIn } from '../text/search/index.ts'
import '../parts/combobox.ts'
import { actions } from './actions.ts'
import type { Action, Destination } from './destination.ts'
import { destinations, outsideDestinations, pages } from './destinations.ts'
import { followupDestinations } from './followup.ts'
import { notLoadedActions } from './not-loaded.ts'

/** More hits than this are no help: another word is. */
const MOST_SHOWN = 20

/**
 * Opens a box to search in over everything that can be gone to or done. Choosing closes it and goes there; where something
 * was done instead, it says so. Escape only closes it.
 */
export function openSearch(context: Context): void {
  if (document.querySelector('dialog.search-box')) return
  const dialog = document.createElement('dialog')
  dialog.className = 'search-box'
  dialog.setAttribute('aria-label', searchIn(context.lang).label)
  dialog.addEventListener('close', () => dialog.remove())
  // Before the list within hears it: nobody looks for a box that is left open without its list.
  dialog.addEventListener('keydown', ({ key }) => key === 'Escape' && dialog.close(), { capture: true })
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())
  document.body.append(dialog)
  const offered = [...actions(context), ...destinations(context)]
  offer(offered, dialog, context)
  followupDestinations(context).then(
    (more) => offer([...offered, ...more], dialog, context),
    () => undefined,
  )
  dialog.showModal()
  const box = dialog.querySelector<LitElement & { open: boolean }>('js-combobox')!
  void box.updateComplete.then(() => {
    box.querySelector('input')?.focus()
    box.open = true
  })
}

function offer(offered: readonly (Destination | Action)[], dialog: HTMLDialogElement, context: Context) {
  const { label } = searchIn(context.lang)
  let further: readonly (Destination | Action)[] = []
  const beyond = async (query: string) => {
    further = (await Promise.all([outsideDestinations(query, context), notLoadedActions(query, context)])).flat()
    return further
  }
  const choose = (value: string) =>
    void follow([...offered, ...further].find((one) => one.value === value)!, dialog, context)
  render(
    html`<js-combobox
        class="chooser"
        .name=${'search'}
        .label=${label}
        .options=${offered}
        .begin=${[...pages(context), ...actions(context)]}
        .most=${MOST_SHOWN}
        .beyond=${beyond}
        .value=${''}
        .texts=${context.texts}
        .choose=${choose}
      ></js-combobox>
      <p class="done" role="status"></p>`,
    dialog,
  )
}

async function follow(chosen: Destination | Action, dialog: HTMLDialogElement, { go }: Context) {
  if ('change' in chosen) {
    dialog.close()
    return go(chosen.change)
  }
  const done = chosen.act()
  if (done === undefined) return dialog.close()
  dialog.querySelector('.done')!.textContent = await done
}
