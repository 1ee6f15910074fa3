/** Gives the user a text, or bytes, as a file. */
export function saveFile(download: string, type: string, data: string | Uint8Array<ArrayBuffer>): void {
  const href = URL.createObjectURL(new Blob([data], { type }))
  Object.assign(document.createElement('a'), { href, download }).click()
  URL.revokeObjectURL(href)
}
