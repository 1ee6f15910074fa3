/** Fields of a link to Gradual, as their texts. */
export type LinkTexts = Readonly<Record<string, string>>

/** The folder that a script of Gradual’s was served from is where the page is; null where the script is no file of a host’s. */
export function pageBeside(script: string | undefined): string | null {
  return script !== undefined && /^(https?|file):/.test(script) ? new URL('./', script).href : null
}

/** The address of an embed. Messages then go to pages of this origin alone; a page without one, such as a file, names none. */
export function embedAddress(page: string, fields: LinkTexts, origin: string): string {
  const named = /^https?:/.test(origin) ? { origin } : {}
  const all = Object.entries({ v: '1', embed: '1', ...named, ...fields })
  const address = new URL(page, document.baseURI)
  address.hash = all.map(([field, text]) => `${field}=${encodeURIComponent(text)}`).join('&')
  return address.href
}
