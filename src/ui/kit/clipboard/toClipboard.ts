/** Whether the text is in the clipboard now: not where the browser forbids it, and not in a page that came without encryption. */
export async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
