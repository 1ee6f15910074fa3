/** Letters that XML 1.0 has no way to say: controls, halves of pairs, and two that are no letters. */
const UNSAYABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text without what XML cannot say, which becomes �. */
export const sayable = (text: string): string => text.replace(UNSAYABLE, '\ufffd')

/** A text as it may stand in an element or an attribute of XML: never markup. */
export const escaped = (text: string): string => sayable(text).replace(/[&<>"']/g, (letter) => NAMES[letter])
