/** Programs whose exports are opened by real programs: numbers, arrays, modules, kinks, and letters of all kinds. */
export const OPENED: Readonly<Record<string, string>> = {
  lecture: 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2',
  greek: 'alpha = 0.5\nθ = -2\nf_max = max(alpha, θ)^2 / (1 + exp(-alpha))\ng = where(θ > 0, θ, 3*alpha)',
  matrices: 'W = [[1, -2], [3, 0.5]]\nx = [5, 6]\nparam b = [0.1, -0.2]\ny = sum(relu(W @ x + b)^2)',
  modules: 'x = 1\ng(a, b) = a*b + 1\nsquash(a) = tanh(a)\nf = squash(g(x, 2)) + g(x, x)',
  network:
    'data X = randn([32, 2], 3)\nparam W = randn([2, 16], 1)*0.5\nparam b = zeros(16)\nh = dense(X, W, b)\ny = mean(h)',
  singular: 'x = 0\nf = sqrt(x*x) + 1/x\ng = log(x - 1)',
  many: 'a = 1\nb = 2\nc = 3\nu = a*b + sin(c)\nv = u/c - exp(a*b)\nw = (u + v)*(u - v) + b^3\nf = log(1 + w^2)\ng = f*a + u',
}

/** Names, comments and strings that would be markup, code or a formula where they are not text. */
export const HOSTILE = [
  '# </svg><script>alert(1)</script> ]]> --> */ """ \'\'\' \\end{document}\\input{/etc/passwd} $[process] `id` $(id)',
  '# =HYPERLINK("http://x") @SUM(1) +1 -1 |calc ^^M ^^5cinput #{1} #eval("1") \\u{0a} %0a & < > " \' \\ \u202e \u0000',
  'constructor = 2',
  '__proto__ = 3',
  'lambda = 4',
  'undef_x = constructor*__proto__',
  'α̂ = sin(undef_x) + lambda',
].join('\n')
