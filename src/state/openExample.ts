import type { ExampleTraining } from '../examples/example.ts'
import { training as settings } from './choices/training.ts'
import { open } from './openProgram.ts'
import { change } from './store.ts'

/** Opens an example, with training set up for it: what was chosen for the program before would be of no use to it. */
export function openExample(program: string, training: ExampleTraining = {}): void {
  open(program)
  change({
    trainingData: training.dataSet ?? settings.trainingData.start,
    trainingBatch: training.batchSize ?? settings.trainingBatch.start,
    trainingOptimizer: training.optimizer ?? settings.trainingOptimizer.start,
    trainingRate: training.rate ?? settings.trainingRate.start,
    trainingPace: training.pace ?? settings.trainingPace.start,
    trainingEpochs: training.epochs ?? settings.trainingEpochs.start,
  })
}
