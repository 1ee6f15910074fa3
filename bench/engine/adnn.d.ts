declare module 'adnn/ad/index.js' {
  export interface Node {
    readonly backprop: () => void
  }
  export type Operand = Node | number
  const ad: {
    readonly lift: (value: number) => Node
    readonly derivative: (node: Node) => number
    readonly scalar: Readonly<Record<string, (...operands: Operand[]) => Operand>>
  }
  export default ad
}
