/** LaTeX of a function's application: `\sin\left(x\right)`. */
export const applied =
  (command: string) =>
  (...operands: string[]): string =>
    `${command}\\left(${operands.join(', ')}\\right)`

/** The same, for a function whose name LaTeX does not know. */
export const operatorName = (name: string) => applied(`\\operatorname{${name}}`)
