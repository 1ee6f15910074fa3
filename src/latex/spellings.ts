/** What signs and names mean, by KaTeX’s spelling. */

const OPERATORS: Readonly<Record<string, string>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '*': '*',
  '/': '/',
  ':': ':',
  '=': '=',
  '<': '<',
  '>': '>',
  '\\lt': '<',
  '\\gt': '>',
  '\\le': '<=',
  '\\leq': '<=',
  '\\leqslant': '<=',
  '\\ge': '>=',
  '\\geq': '>=',
  '\\geqslant': '>=',
  '\\cdot': '·',
  '\\times': '×',
  '\\odot': '⊙',
  '\\circ': '∘',
  '\\ast': '*',
  '\\div': '/',
  '\\coloneqq': '=',
}

const FENCES: Readonly<Record<string, string>> = {
  '\\lbrace': '{',
  '\\{': '{',
  '\\rbrace': '}',
  '\\}': '}',
  '\\lbrack': '[',
  '\\rbrack': ']',
  '\\lVert': '‖',
  '\\rVert': '‖',
  '\\|': '‖',
  '\\Vert': '‖',
  '\\lvert': '|',
  '\\rvert': '|',
  '\\vert': '|',
  '\\langle': '⟨',
  '\\rangle': '⟩',
  '\\lfloor': '⌊',
  '\\rfloor': '⌋',
  '\\lceil': '⌈',
  '\\rceil': '⌉',
}

const ACCENTS: Readonly<Record<string, string>> = {
  '\\hat': 'hat',
  '\\widehat': 'hat',
  '\\bar': 'bar',
  '\\overline': 'bar',
  '\\tilde': 'tilde',
  '\\widetilde': 'tilde',
}

const VARIANTS: Readonly<Record<string, string>> = {
  varepsilon: 'epsilon',
  vartheta: 'theta',
  varphi: 'phi',
  varrho: 'rho',
  varsigma: 'sigma',
  ell: 'l',
}

/** The operator that a sign is; null if it is none. */
export const operatorOf = (text: string): string | null => (Object.hasOwn(OPERATORS, text) ? OPERATORS[text] : null)

/** The bracket or bar that a sign is; other signs stay as they are. */
export const fence = (text: string): string => FENCES[text] ?? text

/** What an accent is called in names. */
export const accentOf = (label: string): string | undefined => ACCENTS[label]

/** The letter that a form of it is. */
export const letterOf = (name: string): string => VARIANTS[name] ?? name
