const HALVINGS = 200

/** Where a falling function crosses 0 between `from` and `to`, by bisection to the last digit; an end if it does not. */
export function fallingRoot(f: (x: number) => number, from: number, to: number): number {
  let low = from
  let high = to
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (f(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
