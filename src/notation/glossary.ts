/** A term of the field. */
export interface GlossaryEntry {
  /** As it is written, with its other names and its symbol. */
  readonly term: string
  /** What it means, in one sentence or two. */
  readonly means: string
}

/** Every term of the field that the page uses; the order is that in which a reader meets them. */
const ENTRIES = {
  program: {
    term: 'program',
    means: 'The text on the left. The graph, its numbers and its derivatives all follow from it.',
  },
  input: {
    term: 'input',
    means: 'A value that the program is given. Derivatives say how outputs change with it.',
  },
  data: {
    term: 'data',
    means: 'An input that was observed, such as a sample or its label. Training leaves it as it is.',
  },
  parameter: {
    term: 'parameter',
    means: 'An input that training may change, such as a weight.',
  },
  constant: {
    term: 'constant',
    means: 'A number that the program fixes. Nothing is differentiated with respect to it.',
  },
  output: {
    term: 'output',
    means: 'A value that the program is for, such as a loss. Its derivatives are wanted.',
  },
  graph: {
    term: 'computational graph',
    means: 'One node for each operation, one edge for each value that an operation reads.',
  },
  primitive: {
    term: 'primitive',
    means: 'An elementary operation, such as + or sin, whose value and local partials are known by a rule.',
  },
  operand: {
    term: 'operand',
    means: 'A node whose value an operation reads.',
  },
  consumer: {
    term: 'consumer',
    means: 'An operation that reads a node’s value. A node can have several; their adjoint terms add up.',
  },
  slot: {
    term: 'slot',
    means: 'Which argument of its consumer an edge is. x − y and y − x read the same nodes in other slots.',
  },
  tape: {
    term: 'tape, evaluation trace, Wengert list',
    means: 'The nodes in the order in which they are computed, with their values. The reverse pass reads it backwards.',
  },
  primal: {
    term: 'primal, v',
    means: 'The plain value of a node, without any derivative.',
  },
  localPartial: {
    term: 'local partial, ∂v/∂u',
    means:
      'How fast one operation’s result changes with one of its operands, the others held still. It belongs to an edge.',
  },
  seed: {
    term: 'seed',
    means: 'What a pass starts from: a 1 at the input or the output that is asked about, and 0 at the others.',
  },
  tangent: {
    term: 'tangent, v̇',
    means: 'How fast a node changes when the seeded input does. Forward mode carries it along with the values.',
  },
  adjoint: {
    term: 'adjoint, v̄, cotangent',
    means: 'How fast the seeded output changes when this node does. Reverse mode carries it back from the output.',
  },
  pass: {
    term: 'pass, sweep',
    means: 'One walk over the whole graph that gives every node a number: its value, a tangent or an adjoint.',
  },
  step: {
    term: 'step',
    means: 'One node of a pass becomes known.',
  },
  term: {
    term: 'term',
    means: 'What one edge adds to a step: its local partial times the tangent or adjoint at its other end.',
  },
  forwardMode: {
    term: 'forward mode',
    means: 'Tangents from the inputs to the outputs, one pass for each input.',
  },
  reverseMode: {
    term: 'reverse mode',
    means:
      'Adjoints from an output back to all inputs, one pass for each output. Backpropagation is reverse mode of a loss.',
  },
  chainRule: {
    term: 'chain rule',
    means: 'Along a path, local partials multiply; over all paths between two nodes, the products add up.',
  },
  gradient: {
    term: 'gradient',
    means: 'The derivatives of one output by every input, as a list.',
  },
  jacobian: {
    term: 'Jacobian',
    means: 'The table of all derivatives: a row for each output, a column for each input.',
  },
  jvp: {
    term: 'JVP, pushforward',
    means: 'Jacobian times a vector of inputs. A tangent pass computes it without building the Jacobian.',
  },
  vjp: {
    term: 'VJP, pullback',
    means: 'A vector of outputs times the Jacobian. An adjoint pass computes it without building the Jacobian.',
  },
  localJacobian: {
    term: 'local Jacobian',
    means:
      'The local partials of an operation between arrays: one for each pair of an entry of its result and one of its operand.',
  },
  hessian: {
    term: 'Hessian',
    means: 'The derivatives of the gradient. H·v says how the gradient changes along a direction v.',
  },
  distributor: {
    term: 'distributor',
    means: 'What an addition is to adjoints: both operands get the adjoint of the sum.',
  },
  router: {
    term: 'router',
    means: 'What max and min are to adjoints: the operand that was chosen gets all of it, the others nothing.',
  },
  switcher: {
    term: 'switcher',
    means: 'What a multiplication is to adjoints: each operand gets the adjoint times the other operand’s value.',
  },
  adder: {
    term: 'adder',
    means: 'What a value that is read more than once is to adjoints: the terms that come back to it add up.',
  },
  scaler: {
    term: 'scaler',
    means: 'What any other operation is to adjoints: each operand gets the adjoint times the local partial.',
  },
  linearised: {
    term: 'linearised',
    means:
      'The program replaced by its local partials at the present values: every edge only multiplies, every node only adds.',
  },
  absent: {
    term: 'no path, –',
    means:
      'The seed does not reach the node, so that there is nothing to compute. A 0 is a derivative that was computed.',
  },
  kink: {
    term: 'kink',
    means:
      'A point without a unique derivative, such as relu at 0. A value is chosen by convention, and the step says so.',
  },
  module: {
    term: 'module',
    means: 'A named group of nodes, such as the call of a function, which is drawn as one until it is opened.',
  },
  array: {
    term: 'array, tensor',
    means: 'A vector, a matrix, or numbers in more dimensions, which stand in one node.',
  },
  shape: {
    term: 'shape',
    means: 'How many entries an array has in each dimension: 2×3 is two rows of three.',
  },
  broadcasting: {
    term: 'broadcasting',
    means: 'A small array serves every row or entry of a larger one. Its adjoint is the sum over all that it served.',
  },
  operations: {
    term: 'operations',
    means: 'Additions, multiplications, divisions and evaluations of functions, counted one by one.',
  },
  stored: {
    term: 'stored',
    means: 'How many numbers have to be kept at once, because a later step still reads them.',
  },
  checkpointing: {
    term: 'checkpointing',
    means:
      'Keeping only some values for the adjoint pass and computing the others again: less memory, more operations.',
  },
  breakEven: {
    term: 'break-even',
    means: 'The number of outputs for each input at which both modes cost the same.',
  },
  symbolic: {
    term: 'symbolic differentiation',
    means: 'Rules turn the expression into another expression, which can grow much longer than the first.',
  },
  numerical: {
    term: 'numerical differentiation',
    means:
      'An input is moved a little and the output compared. Too large a move is inexact, too small a one drowns in rounding.',
  },
  automatic: {
    term: 'automatic differentiation, AD',
    means:
      'The chain rule on numbers, node by node. It is exact up to rounding, and no expression for the derivative is written.',
  },
  dual: {
    term: 'dual number',
    means: 'A value and its tangent as one number, v + v̇ε with ε² = 0. Computing with such pairs is forward mode.',
  },
  loss: {
    term: 'loss',
    means: 'One number that says how wrong a model is. Training makes it smaller.',
  },
  sample: {
    term: 'sample',
    means: 'One observation: its features and, where there is one, its label.',
  },
  miniBatch: {
    term: 'mini-batch',
    means: 'The few samples whose mean loss is differentiated for one update.',
  },
  epoch: {
    term: 'epoch',
    means: 'One turn through all samples.',
  },
  learningRate: {
    term: 'learning rate',
    means: 'How far an update moves the parameters against the gradient.',
  },
  optimizer: {
    term: 'optimizer',
    means: 'The rule that turns gradients into updates of the parameters, such as gradient descent or Adam.',
  },
} as const satisfies Record<string, GlossaryEntry>

export type TermName = keyof typeof ENTRIES

export const GLOSSARY: Readonly<Record<TermName, GlossaryEntry>> = ENTRIES
