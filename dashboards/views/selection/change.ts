import { LONGEST_BASKET } from '../../address/state.ts'
import type { Basket } from '../../basket/basket.ts'
import { pack } from '../../basket/packed.ts'
import { keepBasket } from '../../browser-storage/basket.ts'
import type { Context } from '../../page/view.ts'

/** The basket stands in the address and in the browser at once; one too long for an address in the browser only. */
export async function change(basket: Basket, { go }: Pick<Context, 'go'>): Promise<void> {
  keepBasket(basket)
  const text = await pack(basket)
  go({ basket: text.length <= LONGEST_BASKET ? text : '' })
}
