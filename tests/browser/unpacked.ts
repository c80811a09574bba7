import { readFile } from 'node:fs/promises'
import Zip from 'jszip'

/** What a saved file holds: Word, PowerPoint and Excel files are ZIP archives too. */
export type Unpacked = { names: string[]; text: (name: string) => Promise<string> }

export async function unpacked(file: string): Promise<Unpacked> {
  const zip = await Zip.loadAsync(await readFile(file))
  return { names: Object.keys(zip.files), text: (name) => zip.file(name)!.async('string') }
}
