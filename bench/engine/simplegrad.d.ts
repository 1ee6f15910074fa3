declare module 'simplegrad' {
  export class ValueStorage {}
  export class Variable {
    constructor(storage: ValueStorage)
    add(other: Variable): Variable
    sub(other: Variable): Variable
    mul(other: Variable): Variable
    div(other: Variable): Variable
    pow(degree: number): Variable
    sin(): Variable
    tanh(): Variable
    log(): Variable
    compile(): void
    forward(): void
    backward(): void
    setValue(value: number): void
    setGradient(value: number): void
    getGradient(): number
  }
}
