const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text of an XML file with its entities, and the `_x000D_` of workbooks, as the characters that they stand for. */
export function decoded(text: string): string {
  if (!/[&_]/.test(text)) return text
  return text
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
      if (name) return ENTITIES[name] ?? all
      return character(hex ? Number.parseInt(hex, 16) : Number(decimal), all)
    })
    .replace(/_x([\da-f]{4})_/gi, (all, hex) => character(Number.parseInt(hex, 16), all))
}

const character = (code: number, otherwise: string): string =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : otherwise

/** The value of an attribute among those of a tag, null where it is not there. */
export function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? null : decoded(value)
}

/** Every tag of a name, with or without a prefix, as its attributes and what stands in it. */
export function* elements(xml: string, name: string): Generator<{ attributes: string; content: string }> {
  const tag = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^>]*?)(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}\\s*>)`, 'g')
  for (const [, attributes = '', content = ''] of xml.matchAll(tag)) yield { attributes, content }
}

/** Tags that only dress a piece of a text: what stands on both sides of them is read as one. */
const RUNS =
  /<\/?(?:\w+:)?(?:r|t|rPr|rFont|charset|family|b|i|u|strike|sz|color|vertAlign|scheme|latin|ea|cs|solidFill|schemeClr|srgbClr|font|span)(?:\s[^<>]*)?\/?>/g

/** Attributes that hold what a person wrote: links, prompts of an input, names and descriptions of shapes. */
const SHOWN_ATTRIBUTES =
  /\s(?:Target|location|prompt|promptTitle|error|errorTitle|tooltip|display|descr|title|name|displayName)="([^"]*)"/g

/** What stands between the tags, and in attributes that are read. */
export function textNodes(xml: string): string[] {
  const found = [...xml.replace(RUNS, '').matchAll(/>([^<]+)</g), ...xml.matchAll(SHOWN_ATTRIBUTES)]
  return found.map(([, text]) => decoded(text as string)).filter((text) => text.trim() !== '')
}

/** The text of a string item: its runs joined, without the reading aids of East Asian scripts. */
export function stringItem(xml: string): string {
  let text = ''
  for (const { content } of elements(xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, ''), 't'))
    text += decoded(content)
  return text
}
