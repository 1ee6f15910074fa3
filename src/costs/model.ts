/**
 * # The cost model
 *
 * **Operations** are counted in four kinds: additions (with subtractions and comparisons that are operations of their own),
 * multiplications, divisions, and calls of elementary functions, of which taking the larger of two numbers is one. A change of
 * sign, a copy, a constant and the choice of a branch inside a primitive are free.
 *
 * 1. *Value.* Each primitive's record says what its value costs. Between arrays that is paid for each entry; a reduction pays
 *    for each group; a contraction of t products into n entries takes t multiplications and t − n additions; selections copy.
 * 2. *Partials.* The record says what each local partial costs once the value is known. Partials are evaluated once at a
 *    point and kept with the tape, and only those along which a derivative can pass. (The other way, `partials: 'each pass'`,
 *    evaluates in each pass the partials of the terms of that pass.) The partials of a contraction are values; those of a
 *    selection are 1; softmax and its kin keep all partials of a group.
 * 3. *Passes.* In a tangent pass a node adds a term for each operand, in an adjoint pass for each consumer edge. A term whose
 *    partial is ±1 costs nothing; so does one whose formula can only be −1, 0 or 1 (relu, where, clamp, abs: the tape takes
 *    the term, its opposite or nothing). Any other term is one multiplication; that includes max and min, which share between
 *    winners. k terms take k − 1 additions. A seed counts as a term of its node: it costs no multiplication, and where an
 *    output is consumed too, its seed meets the other terms with an addition.
 * 4. *Absent terms* cost nothing. A pass over every edge would have them; they are counted as saved.
 * 5. *Closed modules* cost what their inner graph costs. One between numbers gets its partials from one adjoint pass inside,
 *    which counts with the partials; one with arrays is one pass inside for each pass outside. (The
 *    tangent pass runs it once for each operand that is reached, so that its terms can be shown apart; it counts once.)
 *
 * Griewank and Walther (Evaluating Derivatives, 2nd edition, 2008) bound the cost of one tangent pass with its primal by 2.5
 * times the primal, and that of one adjoint pass with its primal by 4 times. Their model weighs memory accesses beside
 * additions, multiplications and nonlinear functions, and evaluates partials with each pass. Ours counts every operation as one,
 * leaves accesses out, keeps partials, and skips what is ±1 or absent. So our ratios differ in both directions: sums and what
 * few inputs reach stay far below the bounds; a product whose operands both move (1 operation, and 3 for its tangent), and a
 * primitive whose partial takes many operations beside the one call of its value (tanh, acosh), exceed them.
 *
 * **Memory** is counted in numbers: the entries of arrays, and of tangents and adjoints those that are present. A number is
 * alive from the step that writes it until the last step that reads it, both included; inputs are there from the start, and a
 * tangent pass begins by reading them;
 * the values of outputs stay to the end, and the derivatives that a pass is for stay to the end of that pass. Constants are
 * part of the program, and what a step needs only while it is under way is not counted.
 *
 * - *Forward mode* is interleaved: each step computes the value and the tangent of a node, reading values and tangents of its
 *   operands, and its partials live only meanwhile. Every further tangent pass computes the values again.
 * - *Reverse mode* runs the primal pass once, and in each adjoint pass a step takes a node whose adjoint is complete and hands
 *   its terms to the operands. It reads the values that the formulas of the node's partials name, which are kept for it: x, y,
 *   v. A closed module keeps its partials (between numbers) or the values that partials inside read.
 */

/** How the work is done. */
export interface Model {
  /** When local partials are evaluated. Kept with the tape if left out. */
  readonly partials?: 'kept' | 'each pass'
  /** Whether each pass computes the values anew, as interleaved forward mode does. */
  readonly primal?: 'kept' | 'each pass'
}
