import type { EdgeIndex } from '../../../graph/graph.ts'
import type { Point } from '../../../layout/layout.ts'
import { sampled } from '../../../picture/curve.ts'
import type { Scene } from '../../../picture/scene.ts'
import type { DrawnGraph } from '../../../picture/structure.ts'
import { EDGES, HULLS, NODES } from '../svg/elements.ts'

/** What stands on the screen: a scene, the elements of what is drawn of it, in its order, and where they are just now. */
export interface DrawnElements {
  readonly scene: Scene<DrawnGraph>
  readonly nodes: readonly SVGElement[]
  readonly edges: readonly SVGElement[]
  readonly hulls: readonly SVGElement[]
  readonly places: Point[]
  readonly ways: (readonly Point[])[]
}

/** Points of an edge as it moves. */
export const SAMPLES = 13
/** An edge goes by its ends; one of several between the same two also by how far it is from the first of them. */
export function edgeByEnds({ consumer, operand, firstEdge, id }: DrawnGraph, edge: EdgeIndex): string {
  const [from, to] = [operand[edge], consumer[edge]]
  return `${id[from]}>${id[to]}:${edge - operand.indexOf(from, firstEdge[to])}`
}

/** The elements of a scene that has just been rendered, in their final places. */
export function drawnElements(drawing: SVGSVGElement, scene: Scene<DrawnGraph>): DrawnElements {
  return {
    scene,
    nodes: [...drawing.querySelectorAll<SVGElement>(NODES)],
    edges: [...drawing.querySelectorAll<SVGElement>(EDGES)],
    hulls: [...drawing.querySelectorAll<SVGElement>(HULLS)],
    places: scene.structure.nodes.map((node) => scene.centres[node]),
    ways: scene.structure.edges.map((edge) => sampled(scene.curveOf(edge), SAMPLES)),
  }
}
