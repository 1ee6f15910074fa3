import type { Example } from './example.ts'

const source = 'Gradual'

/** Programs made to show one thing each. */
export const teaching: readonly Example[] = [
  {
    topic: 'Counting passes',
    level: 1,
    name: 'One input, many outputs',
    program: 't = 0.8\nx = cos(t)\ny = sin(t)\nz = t/2\nr = sqrt(x*x + y*y)\nspeed = exp(-t)\noutput x\noutput y',
    source,
    about: 'From R to Rⁿ: one forward pass gives every derivative, reverse mode needs a pass for each output.',
    shape: 'R¹ → Rⁿ',
  },
  {
    topic: 'Counting passes',
    level: 1,
    name: 'Many inputs, one output',
    program:
      'x1 = 0.5\nx2 = -1\nx3 = 1.5\nx4 = 2\nx5 = -0.5\nx6 = 1\nx7 = 0.25\nx8 = -2\n' +
      'f = x1^2 + x2^2 + x3^2 + x4^2 + x5^2 + x6^2 + x7^2 + x8^2',
    source,
    about: 'From Rⁿ to R, as a loss is: one reverse pass gives the whole gradient.',
    shape: 'Rⁿ → R¹',
  },
  {
    topic: 'Counting passes',
    level: 3,
    name: 'A chain of diamonds',
    program: 'x = 0.7\na = x*x + x\nb = a*a + a\nc = b*b + b\nd = c*c + c',
    source,
    about: 'The number of paths doubles with each diamond; the number of steps does not.',
  },
  {
    topic: 'Learning',
    level: 1,
    name: 'Rosenbrock’s valley',
    program: 'x = -1.2\ny = 1\nf = (1 - x)^2 + 100*(y - x^2)^2',
    source: 'Rosenbrock: An automatic method for finding the greatest or least value of a function (1960)',
    about: 'The optimizers’ test function at its usual start, far from the minimum at (1, 1).',
  },
  {
    topic: 'Neurons and losses',
    level: 2,
    name: 'Least squares',
    program:
      '# two points and a line through neither\ndata t1 = 1\ndata y1 = 2\ndata t2 = 3\ndata y2 = 3\n' +
      'param a = 0.2\nparam b = 1\nloss = ((a*t1 + b - y1)^2 + (a*t2 + b - y2)^2)/2',
    source,
    about: 'Parameters and data are both inputs; training follows the derivatives of the parameters only.',
  },
  {
    topic: 'Neurons and losses',
    level: 2,
    name: 'Logistic loss',
    program: 'param w = 0.8\nparam b = -0.3\ndata x = 2\ndata y = 1\nz = w*x + b\nloss = softplus(z) - y*z',
    source,
    about: 'The adjoint of z is σ(z) − y: prediction minus label.',
  },
  {
    topic: 'Neurons and losses',
    level: 3,
    name: 'A 2-2-1 network',
    program:
      'data x1 = 1\ndata x2 = -1\ndata t = 1\n' +
      'param w11 = 0.5\nparam w12 = -0.4\nparam b1 = 0.1\n' +
      'param w21 = 0.3\nparam w22 = 0.8\nparam b2 = -0.2\n' +
      'param u1 = 0.7\nparam u2 = -0.6\nparam c = 0\n' +
      'h1 = tanh(w11*x1 + w12*x2 + b1)\nh2 = tanh(w21*x1 + w22*x2 + b2)\n' +
      'o = sigmoid(u1*h1 + u2*h2 + c)\nloss = (o - t)^2',
    source,
    about: 'Backpropagation is reverse mode: one pass for nine parameters.',
  },
  {
    topic: 'Modules',
    level: 1,
    name: 'A function as a module',
    program:
      'neuron(x, w, b) = tanh(w*x + b)\nx = 0.5\nw1 = 2\nb1 = -0.5\nw2 = -1\nb2 = 0.3\nf = neuron(neuron(x, w1, b1), w2, b2)',
    source,
    about: 'Each call of your own function becomes a group of nodes.',
  },
  {
    topic: 'Neurons and losses',
    level: 2,
    name: 'Cross-entropy of two classes',
    program: 'z1 = 1.5\nz2 = -0.5\nloss = logsumexp(z1, z2) - z1',
    source,
    about: 'The partials of logsumexp are a softmax, so each adjoint is a probability minus its label.',
  },
  {
    topic: 'Corner cases',
    level: 1,
    name: 'A condition chooses a branch',
    program: 'x = -2\nslope = 0.1\nf = where(x > 0, x, slope*x)',
    source,
    about: 'Only the branch that is taken gets an adjoint; the comparison’s edge carries none.',
  },
  {
    topic: 'Corner cases',
    level: 2,
    name: 'Max shares a tie',
    program: 'a = 2\nb = 2\nc = 1\nf = max(a, b, c)',
    source,
    about: 'At a tie of two, each winner gets one half, by convention; c gets nothing.',
  },
  {
    topic: 'Corner cases',
    level: 2,
    name: 'relu at its kink',
    program: 'x = 0\nf = relu(x)\ng = softplus(x)',
    source,
    about: 'relu has no derivative at 0, and 0 is taken; softplus is smooth there and has 1/2.',
  },
  {
    topic: 'Corner cases',
    level: 3,
    name: 'Softplus, two ways',
    program: 'x = 40\nplain = log(1 + exp(x))\nstable = softplus(x)',
    source,
    about: 'Move x past 710: the plain formula overflows and its derivative is lost, the stable one is not.',
  },
]
