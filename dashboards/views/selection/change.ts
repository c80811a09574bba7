import type { Basket } from '../../basket/basket.ts'
import { pack } from '../../basket/packed.ts'
import { keepBasket } from '../../kept.ts'
import { LONGEST_BASKET } from '../../state.ts'
import type { Context } from '../view.ts'

/** The basket stands in the address and in the browser at once; one too long for an address in the browser only. */
export async function change(basket: Basket, { go }: Pick<Context, 'go'>): Promise<void> {
  keepBasket(basket)
  const text = await pack(basket)
  go({ basket: text.length <= LONGEST_BASKET ? text : '' })
}
