import sheet from './colours.css?raw'

/** The colours of paper, which are those of the light page: the first rule of the style sheet. */
const onPaper = new Map(
  [...sheet.slice(0, sheet.indexOf('}')).matchAll(/--([a-z-]+):\s*#([0-9a-f]{6})/g)].map(([, name, hex]) => [
    name,
    hex,
  ]),
)

/**
 * A colour of the style sheet as documents write it: `0B4F8A` of `better`.
 * @throws RangeError of a name that the style sheet does not have
 */
export function onPaperColour(name: string): string {
  const hex = onPaper.get(name)
  if (hex === undefined) throw new RangeError(`no such colour: ${name}`)
  return hex.toUpperCase()
}
