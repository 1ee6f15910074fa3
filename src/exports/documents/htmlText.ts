/** Any text as text of HTML, in elements and in attributes between quotes. */
export const htmlText = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, '\ufffd')
