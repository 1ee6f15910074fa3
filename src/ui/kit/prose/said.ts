/** Commands as they are said. */
const WORDS: Readonly<Record<string, string>> = {
  partial: '∂',
  cdot: ' times ',
  times: ' times ',
  bar: ' bar ',
  dot: ' dot ',
  hat: ' hat ',
  sum: ' the sum of ',
  sqrt: ' the root of ',
  top: ' transposed ',
  to: ' to ',
  le: ' at most ',
  ge: ' at least ',
  neq: ' is not ',
  quad: ' ',
}

/** Layout that is not said. */
const SILENT = /\\(left|right|mathbf|mathrm|text|operatorname|displaystyle|,|;|!|\{|\})/g

/**
 * A formula in LaTeX in words, for those who do not see it: what short formulas of prose consist of is said, the names of other
 * commands as they are.
 */
export function saidFormula(latex: string): string {
  let text = latex.replaceAll(SILENT, ' ')
  // The innermost braces first.
  for (let before = ''; before !== text; ) {
    before = text
    text = text
      .replace(/\^\s*\{2\}/g, ' squared ')
      .replace(/\^\s*\{([^{}]*)\}/g, ' to the $1 ')
      .replace(/_\s*\{([^{}]*)\}/g, ' $1 ')
      .replace(/\\frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/, ' $1 over $2 ')
  }
  return text
    .replace(/\\([a-zA-Z]+)/g, (_, command: string) => WORDS[command] ?? ` ${command} `)
    .replace(/\^\s*2/g, ' squared ')
    .replace(/\^/g, ' to the ')
    .replace(/_/g, ' ')
    .replace(/[{}\\]/g, ' ')
    .replace(/−|-/g, ' minus ')
    .replace(/=/g, ' equals ')
    .replace(/\s+/g, ' ')
    .trim()
}
