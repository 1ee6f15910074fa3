/** What the commands of our LaTeX stand for, by name. */
export const OPERATORS: Readonly<Record<string, string>> = {
  ...{ cdot: '⋅', times: '×', odot: '⊙', otimes: '⊗', star: '⋆', bullet: '•', in: '∈', le: '≤', ge: '≥', ne: '≠' },
  ...{ cdots: '⋯', top: '⊤', partial: '∂', lfloor: '⌊', rfloor: '⌋', lceil: '⌈', rceil: '⌉', lVert: '‖', rVert: '‖' },
}

const space = (width: string): string => `<mspace width="${width}em"/>`

export const COMMAND_SIGNS: Readonly<Record<string, string>> = {
  ...{ infty: '<mi>∞</mi>', ',': space('0.17'), ' ': space('0.33'), _: '<mo>_</mo>' },
  ...{ '{': '<mo>{</mo>', '}': '<mo>}</mo>', '%': '<mo>%</mo>' },
}

export const DELIMITERS: Readonly<Record<string, string>> = {
  ...{ '\\lfloor': '⌊', '\\rfloor': '⌋', '\\lceil': '⌈', '\\rceil': '⌉', '\\lVert': '‖', '\\rVert': '‖' },
  ...{ '\\{': '{', '\\}': '}' },
}

export const FUNCTIONS: ReadonlySet<string> = new Set(
  'sin cos tan sec csc cot arcsin arccos arctan sinh cosh tanh coth log ln exp det max min'.split(' '),
)
