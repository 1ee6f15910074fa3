import { links } from './links.ts'

/** The address of the whole page at the moment that an embed shows. */
export async function linkToWhole(): Promise<string> {
  const { linkBut } = await links.get()
  return new URL(await linkBut({ embed: undefined, origin: undefined, alone: undefined }), location.href).href
}
