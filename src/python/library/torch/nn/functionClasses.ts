import type { Running } from '../../../run/running.ts'
import { type Class, type Instance, NONE, type PyValue } from '../../../values/values.ts'
import { callOf, type LibraryFunction } from '../../table.ts'
import { activations } from '../functional/activations.ts'
import { losses } from '../functional/losses.ts'
import { windowFunctions } from '../functional/windows.ts'
import { shaping } from '../shaping.ts'
import { isTraining } from './layers.ts'
import { libraryClass, method } from './libraryClass.ts'
import { ofLibrary } from './modules.ts'

/** Modules that are one function of `torch.nn.functional`, by its name: what the function takes besides tensors is given at the start. */
const ACTIVATIONS: Readonly<Record<string, string>> = {
  ...{ ReLU: 'relu', ReLU6: 'relu6', LeakyReLU: 'leaky_relu', ELU: 'elu', SELU: 'selu', CELU: 'celu', GELU: 'gelu' },
  ...{ SiLU: 'silu', Mish: 'mish', Softplus: 'softplus', Softsign: 'softsign', LogSigmoid: 'logsigmoid' },
  ...{ Sigmoid: 'sigmoid', Tanh: 'tanh', Tanhshrink: 'tanhshrink', Hardtanh: 'hardtanh', Hardsigmoid: 'hardsigmoid' },
  ...{ MaxPool1d: 'max_pool1d', MaxPool2d: 'max_pool2d', AvgPool1d: 'avg_pool1d', AvgPool2d: 'avg_pool2d' },
  ...{ Softmax: 'softmax', LogSoftmax: 'log_softmax', Softmin: 'softmin' },
}

const LOSSES: Readonly<Record<string, string>> = {
  ...{ MSELoss: 'mse_loss', L1Loss: 'l1_loss', SmoothL1Loss: 'smooth_l1_loss', HuberLoss: 'huber_loss' },
  ...{ BCELoss: 'binary_cross_entropy', BCEWithLogitsLoss: 'binary_cross_entropy_with_logits' },
  ...{ CrossEntropyLoss: 'cross_entropy', NLLLoss: 'nll_loss', KLDivLoss: 'kl_div' },
}

const functionNamed = (functions: readonly LibraryFunction[], name: string): LibraryFunction =>
  functions.find(({ names }) => names.includes(name)) as LibraryFunction

/** A class of one function whose first `operands` parameters are tensors, given when it is called. */
function functionClass(running: Running, name: string, base: Class, of: LibraryFunction, operands: number): Class {
  const chosen = new WeakMap<Instance, Map<string, PyValue>>()
  const choices = { parameters: of.signature.parameters.slice(operands), rest: null }
  const tensors = of.signature.parameters.slice(0, operands)
  return libraryClass(running, name, [base], {
    __init__: {
      signature: { ...choices, parameters: choices.parameters.map((one) => ({ ...one, by: 'both' })) },
      does: (call, self) => {
        const given = choices.parameters.filter((one) => !one.isFixed && call.has(one.name))
        chosen.set(self, new Map(given.map((one) => [one.name, call.value(one.name)])))
        return NONE
      },
    },
    forward: {
      signature: { parameters: tensors, rest: null },
      does: (call, self) => {
        const positional = tensors.map((one) => call.value(one.name))
        return callOf(running, 'torch', name, of, { positional, keywords: chosen.get(self) ?? new Map(), at: call.at })
      },
    },
  })
}

/** Activations and losses as modules, and those that only arrange. */
export function functionClasses(running: Running, base: Class): Map<string, Class> {
  const made = new Map<string, Class>()
  for (const [name, of] of Object.entries(ACTIVATIONS))
    made.set(
      name,
      ofLibrary(functionClass(running, name, base, functionNamed([...activations, ...windowFunctions], of), 1), true),
    )
  for (const [name, of] of Object.entries(LOSSES))
    made.set(name, ofLibrary(functionClass(running, name, base, functionNamed(losses, of), 2), true))
  const dropout = functionNamed(activations, 'dropout')
  const p = 'p'
  made.set(
    'Dropout',
    ofLibrary(
      libraryClass(running, 'Dropout', [base], {
        __init__: method('p=0.5, inplace=False?', (call, self) => {
          self.members.set(p, call.value(p))
          return NONE
        }),
        forward: method('input', (call, self) => {
          const positional = [call.value('input'), self.members.get(p) ?? NONE, isTraining(self, call)]
          return callOf(running, 'torch', 'nn.Dropout', dropout, { positional, keywords: new Map(), at: call.at })
        }),
      }),
      true,
    ),
  )
  made.set(
    'Flatten',
    ofLibrary(
      libraryClass(running, 'Flatten', [base], {
        __init__: method('start_dim=1, end_dim=-1', (call, self) => {
          for (const name of ['start_dim', 'end_dim']) self.members.set(name, call.value(name))
          return NONE
        }),
        forward: method('input', (call, self) => {
          const positional = [
            call.value('input'),
            ...['start_dim', 'end_dim'].map((name) => self.members.get(name) ?? NONE),
          ]
          return callOf(running, 'torch', 'nn.Flatten', functionNamed(shaping, 'flatten'), {
            ...{ positional, keywords: new Map(), at: call.at },
          })
        }),
      }),
      true,
    ),
  )
  made.set(
    'Identity',
    ofLibrary(
      libraryClass(running, 'Identity', [base], {
        __init__: method('*given', () => NONE),
        forward: method('input', (call) => call.value('input')),
      }),
      true,
    ),
  )
  return made
}
