"""Writes src/python/library/cases.json: what NumPy gives for each text, and how JAX differentiates it.

A text gives inputs names, then `f`. Its gradient is that of the sum of (k + 1) f_k over the entries of f.
Run with NumPy 2 and JAX:  python3 verification/python/libraryCases.py [new]
"""
import json
import math
import re
import subprocess
import sys

import jax
import numpy as np
import scipy.special
import scipy.stats

jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import jax.scipy.special
import jax.scipy.stats

X = "x = np.array([0.5, -1.25, 2.0])\n"
Y = "y = np.array([1.5, 0.25, -0.75])\n"
P = "p = np.array([0.5, 1.25, 2.0])\n"
A = "A = np.array([[2.0, 7.0, -1.0], [5.0, 4.0, 3.0]])\n"
B = "B = np.array([[0.5, 1.0], [-2.0, 3.0], [1.5, 0.25]])\n"
S = "S = np.array([[2.0, 1.0, 0.5], [1.0, 3.0, -0.25], [0.0, 0.5, 1.5]])\n"
T = "T = np.array([[[1.0, -2.0], [3.0, 0.5]], [[0.25, 5.0], [-1.5, 2.5]], [[4.0, 6.0], [7.0, -3.0]]])\n"
I = "n = np.array([3, 1, 2])\n"

TEXTS = [
    # elementwise
    *[X + f"f = np.{name}(x)" for name in
      "exp expm1 exp2 sin cos tan arctan sinh cosh tanh arcsinh square absolute abs sign floor ceil trunc rint negative positive cbrt sinc fabs deg2rad degrees radians rad2deg reciprocal".split()],
    *[P + f"f = np.{name}(p)" for name in "log log2 log10 log1p sqrt".split()],
    *[f"u = np.array([0.5, -0.25])\nf = np.{name}(u)" for name in "arcsin arccos arctanh asin acos atanh atan asinh".split()],
    P + "f = np.arccosh(p + 1)", P + "f = np.power(p, [2, 3, 0.5])", P + "f = np.float_power(p, 3)",
    *[X + Y + f"f = np.{name}(x, y)" for name in
      "add subtract multiply divide true_divide maximum minimum fmax fmin arctan2 hypot logaddexp mod remainder fmod floor_divide greater less_equal equal not_equal".split()],
    X + "f = np.clip(x, -1, 1)", X + "f = np.clip(x, None, 1)", X + "f = np.clip(x, a_min=-1, a_max=None)",
    X + Y + "f = np.where(x > 0, x * y, y)", X + "f = np.where(x > 0, 1, x)", X + "f = np.where(x > 0)[0]",
    X + "f = np.select([x > 1, x > 0], [x, x * x], -1)", X + "f = np.heaviside(x, 0.5)",
    X + "f = np.isnan(x)", X + "f = np.isfinite(x / 0.0)", X + "f = np.logical_and(x > 0, x < 1)", X + "f = (x > 0) & (x < 1)",
    X + "f = ~(x > 0)", X + "f = np.round(x * 1.234, 2)", "x = np.array([0.5, 1.5, 2.5, -0.5])\nf = np.round(x)", X + "f = np.nan_to_num(x)",
    # operators
    X + Y + "f = x * y + x / y - y ** 2", X + "f = 2 ** x", X + "f = -x // 0.3", X + "f = x % -0.7", X + "f = 1 - x", P + "f = p ** -1.5",
    I + "f = n / 2", I + "f = n // 2", I + "f = n % 2", I + "f = -n // 2", I + "f = n ** 2", I + "f = n * 1.5", I + "f = n > 1",
    X + "f = x + [1, 2, 3]", X + "f = [1.0, 2.0, 3.0] * x", X + A + "f = A * x", A + "f = A - A.mean(axis=1, keepdims=True)",
    X + "f = x * np.array([2.0])", "a = 7.5\nf = a // 2", "a = 7.5\nf = a % 2", "a = -7.5\nf = a // 2", "a = -7.5\nf = a % 2", "a = 1.0\nf = a // 0.1",
    "a = 2.0\nf = a ** -1", "f = 7 // 2", "f = -7 // 2", "f = -7 % 3", "f = 7 / 2", "f = 2 ** -1", "f = 2 ** 10", "f = True + True", "f = 6 & 3", "f = 6 | 3", "f = 6 ^ 3", "f = 1 << 4", "f = ~5",
    # reductions
    *[A + f"f = np.{name}(A{rest})" for name in "sum mean prod max min std var".split() for rest in ["", ", 0", ", 1", ", axis=-1, keepdims=True", ", axis=(0, 1)"]],
    *[A + f"f = A.{name}({rest})" for name in "sum mean prod max min std var".split() for rest in ["", "0", "axis=1", "keepdims=True"]],
    *[T + f"f = np.{name}(T, axis={axis})" for name in "sum mean prod max min std".split() for axis in ["(0, 2)", "(2, 0)", "1", "(1, 2)"]],
    T + "f = np.sum(T, axis=(0, 2), keepdims=True)", T + "f = np.max(T, axis=(1, 2), keepdims=True)",
    A + "f = np.std(A, ddof=1)", A + "f = np.var(A, axis=0, ddof=1)", A + "f = np.var(A, axis=1, ddof=1, keepdims=True)",
    A + "f = np.amax(A, 1)", A + "f = np.amin(A, axis=0)", A + "f = np.ptp(A)", A + "f = np.ptp(A, axis=0)",
    *[A + f"f = np.{name}(A{rest})" for name in ["cumsum", "cumprod"] for rest in ["", ", 0", ", axis=1", ", axis=-1"]], X + "f = x.cumsum()",
    *[A + f"f = np.{name}(A{rest})" for name in ["argmax", "argmin"] for rest in ["", ", 0", ", axis=1", ", axis=-1, keepdims=True"]],
    A + "f = np.any(A > 6)", A + "f = np.all(A > 0, axis=1)", A + "f = (A > 3).sum()", A + "f = (A > 3).sum(axis=0)", A + "f = (A > 3).mean()", A + "f = np.count_nonzero(A > 3, axis=1)",
    A + "f = np.average(A)", A + "f = np.average(A, axis=1, weights=[1, 2, 1])", A + "f = np.average(A, axis=0)", X + P + "f = np.average(x, weights=p)",
    *[A + f"f = np.median(A{rest})" for rest in ["", ", axis=0", ", axis=1", ", axis=1, keepdims=True"]], X + "f = np.median(x)", Y + X + "f = np.median(np.concatenate([x, y[:1]]))",
    *[A + f"f = np.sort(A{rest})" for rest in ["", ", axis=0", ", axis=1", ", axis=None"]], *[A + f"f = np.argsort(A{rest})" for rest in ["", ", axis=0", ", axis=1"]], T + "f = np.sort(T, axis=1)", T + "f = np.median(T, axis=1)",
    A + "f = np.sum([A[0], A[1]])", I + "f = n.sum()", I + "f = n.mean()", I + "f = np.prod(n)", "f = np.sum([True, False, True])",
    # products
    A + B + "f = A @ B", A + B + "f = np.dot(A, B)", A + B + "f = A.dot(B)", A + X + "f = A @ x", A + X + "f = np.dot(A, x)", X + Y + "f = np.dot(x, y)", X + Y + "f = x @ y", X + "f = np.dot(2.0, x)", X + "f = np.dot(x, 3)",
    X + Y + "f = np.inner(x, y)", A + "f = np.inner(A, A * A)", A + X + "f = np.inner(A, x)", X + A + "f = np.inner(x, A)", X + Y + "f = np.outer(x, y)", A + X + "f = np.outer(A, x)", X + Y + "f = np.vdot(x, y)", A + "f = np.vdot(A, A)",
    A + B + "f = np.tensordot(A, B, 1)", A + "f = np.tensordot(A, A)", X + Y + "f = np.tensordot(x, y, 0)", A + B + "f = np.tensordot(A, B, axes=([1, 0], [0, 1]))", A + B + "f = np.tensordot(A, B, axes=(0, 1))", T + S + "f = np.tensordot(T, S, axes=(0, 1))",
    A + B + "f = np.kron(A, B)", X + Y + "f = np.kron(x, y)", A + X + "f = np.kron(A, x)", A + T + "f = np.dot(A.T, T)", T + "f = np.matmul(T, T)", B + T + "f = np.dot(B, T)", T + "f = np.inner(T, T)",
    *[A + B + S + X + T + f"f = np.einsum({rest})" for rest in
      ["'ij,jk->ik', A, B", "'ij,jk', A, B", "'ii', S", "'ii->i', S", "'ij->ji', A", "'ij->', A", "'ij,ij->i', A, A", "'i,j->ij', x, x", "'i,ij,j', x, S, x", "'bij,jk->bik', T, B.T", "'bij,bjk->bik', T, T", "'...ij->...ji', T"]],
    # matrices
    S + "f = np.trace(S)", S + "f = np.trace(S, 1)", S + "f = S.trace()", X + "f = np.diag(x)", X + "f = np.diag(x, 1)", X + "f = np.diag(x, k=-1)", S + "f = np.diag(S)", S + "f = np.diag(S, -1)", A + "f = np.diag(A, 1)", S + "f = np.diagonal(S)", T + "f = np.diagonal(T)", T + "f = np.diagonal(T, axis1=1, axis2=2)", T + "f = np.trace(T, axis1=0, axis2=2)",
    S + "f = np.tril(S)", S + "f = np.triu(S, 1)", S + "f = np.tril(S, -1)", A + "f = np.triu(A)", T + "f = np.tril(T)", S + "f = S[np.triu_indices(3)]", S + "f = S[np.tril_indices(3, -1)]",
    S + "f = np.linalg.det(S)", S + "f = np.linalg.inv(S)", S + X + "f = np.linalg.solve(S, x)", S + B + "f = np.linalg.solve(S, B)", S + "f = np.linalg.slogdet(S)[1]", S + "f = np.linalg.slogdet(-S)[0]", S + "f = np.linalg.matrix_power(S, 3)", S + "f = np.linalg.matrix_power(S, -2)", S + "f = np.linalg.matrix_power(S, 0)", A + B + "f = np.linalg.multi_dot([A, B, A])",
    *[X + f"f = np.linalg.norm(x{rest})" for rest in ["", ", 1", ", 2", ", np.inf", ", -np.inf", ", 3", ", ord=1", ", 0"]],
    *[A + f"f = np.linalg.norm(A{rest})" for rest in ["", ", 'fro'", ", 1", ", np.inf", ", -1", ", axis=0", ", axis=1, keepdims=True", ", 1, 1", ", ord=np.inf, axis=0", ", axis=(0, 1)", ", 1, keepdims=True"]], T + "f = np.linalg.norm(T, 1, axis=(0, 2))",
    # shapes
    *[A + f"f = {rest}" for rest in
      ["np.reshape(A, (3, 2))", "np.reshape(A, -1)", "A.reshape(3, 2)", "A.reshape((3, -1))", "A.reshape(-1)", "A.reshape(1, 2, 3)", "np.ravel(A)", "A.ravel()", "A.flatten()", "np.transpose(A)", "A.T", "A.transpose()", "A.transpose(1, 0)", "A.transpose((1, 0))", "np.transpose(A, (1, 0))", "np.swapaxes(A, 0, 1)", "A.swapaxes(0, 1)", "np.expand_dims(A, 0)", "np.expand_dims(A, -1)", "np.expand_dims(A, (0, 2))", "np.squeeze(A[:1])", "np.squeeze(A[:, :1], axis=1)", "np.atleast_2d(A)", "np.atleast_2d(A[0])", "np.atleast_1d(A[0, 0])",
       "np.flip(A)", "np.flip(A, 0)", "np.flip(A, axis=(0, 1))", "np.flipud(A)", "np.fliplr(A)", "np.roll(A, 1)", "np.roll(A, 1, axis=0)", "np.roll(A, -1, axis=1)", "np.roll(A, (1, 2), axis=(0, 1))", "np.repeat(A, 2)", "np.repeat(A, 2, axis=0)", "np.repeat(A, [1, 0, 2], axis=1)", "A.repeat(2, 1)", "np.tile(A, 2)", "np.tile(A, (2, 1))", "np.tile(A, (2, 1, 2))", "np.tile(A[0], (2, 2))", "np.pad(A, 1)", "np.pad(A, (1, 2))", "np.pad(A, ((1, 0), (0, 2)))", "np.pad(A, 1, constant_values=3)", "np.pad(A, 1, mode='constant')",
       "np.broadcast_to(A, (2, 2, 3))", "np.take(A, [0, 2], axis=1)", "np.take(A, [0, 5, 5])", "A.take(1, axis=0)", "np.diff(A)", "np.diff(A, axis=0)", "np.diff(A, n=2)", "np.concatenate([A, A])", "np.concatenate((A, A), axis=1)", "np.concatenate([A, A], axis=None)", "np.stack([A, A])", "np.stack([A, A], axis=1)", "np.stack([A, A], axis=-1)", "np.vstack([A, A[0]])", "np.hstack([A, A])", "np.hstack([A[0], A[1]])", "np.hstack([A[0, 0], A[1]])", "np.column_stack([A[0], A[1]])", "np.column_stack([A, A])", "np.append(A[0], 1.5)", "np.append(A, A, axis=0)", "np.split(A, 3, axis=1)[1]", "np.split(A, [1], axis=1)[1]", "np.array_split(A[0], 2)[0]"]],
    *[T + f"f = {rest}" for rest in ["np.moveaxis(T, 0, -1)", "np.moveaxis(T, [0, 1], [1, 2])", "np.transpose(T, (2, 0, 1))", "T.transpose(2, 0, 1)", "np.swapaxes(T, 0, 2)", "T.T", "np.flip(T, 1)"]],
    # subscripts
    *[A + f"f = {rest}" for rest in ["A[0]", "A[-1, -1]", "A[:, 1]", "A[1, ::-1]", "A[..., 0]", "A[:, None]", "A[None]", "A[[0, 1, 1]]", "A[[0, 1], [2, 0]]", "A[:, [0, 2]]", "A[A > 2]", "A[np.arange(2), np.array([1, 0])]", "A[[True, False]]", "A[0][1]", "A[0, :, np.newaxis]", "A[np.array([0, 1]), 1:]", "A[np.argmax(A[:, 0])]"]],
    # creation
    "x = 3.0\nf = np.array([x, x * x, 1])", "x = 3.0\nf = np.array([[x, 1], [2, x]])", "x = 3.0\nf = np.full((2, 2), x)", "x = 3.0\nf = np.full_like(np.zeros(3), x)", "f = np.arange(5)", "f = np.arange(1, 2, 0.25)", "f = np.arange(5, 0, -2)", "f = np.arange(3.0)", "h = 0.25\nf = np.arange(0, 1, h)", "f = np.linspace(0, 1, 5)", "f = np.linspace(0, 1, 4, endpoint=False)", "b = 2.0\nf = np.linspace(0, b, 3)", "f = np.linspace(1, 2, num=1)", "f = np.logspace(0, 2, 3)", "f = np.logspace(0, 2, 3, base=2)",
    "f = np.zeros((2, 3))", "f = np.ones(3, dtype=int)", "f = np.eye(2)", "f = np.eye(2, 3, k=1)", "f = np.identity(2)", "f = np.ones_like([1, 2])", "f = np.zeros_like(np.ones((2, 2)))", "f = np.tri(3)", "f = np.meshgrid([1, 2], [3, 4, 5])[0]", "f = np.meshgrid([1, 2], [3, 4, 5])[1]", "f = np.meshgrid([1, 2], [3, 4, 5], indexing='ij')[0]", "f = np.array([1, 2]) / 2", "f = np.array([1.7, -2.7]).astype(int)", "f = np.array([1, 2], dtype=float)", "f = np.array([0, 2]).astype(bool)", "f = np.array(2.5)", "f = np.asarray([1, 2.5])", "f = np.float64(2)", "f = np.ones(3)[0]", "f = np.array([[1, 2], [3, 4]]).size", "f = np.array([1.5, 2.0]).tolist()[1]", "f = np.array([2.5]).item()",
    # further names
    X + "f = np.acosh(x + 3)", X + "f = np.fix(x)", X + "f = np.isinf(x / 0.0)", *[X + Y + f"f = np.{name}(x, y)" for name in "less greater_equal atan2".split()], P + "f = np.pow(p, 3)",
    X + "f = np.logical_not(x > 0)", X + "f = np.logical_or(x > 1, x < 0)", X + "f = np.logical_xor(x > 0, x < 1)", *[X + f"f = np.bitwise_{name}(x > 0, x < 1)" for name in "and or xor".split()],
    X + "f = np.nonzero(x > 0)[0]", X + "f = np.flatnonzero(x > 0)", A + "f = A[np.nonzero(A > 3)]", X + "f = np.isclose(x, x + 1e-9)", X + Y + "f = np.isclose(x, y)", X + "f = np.allclose(x, x * 1.001, rtol=0.01)", X + Y + "f = np.allclose(x, y)", X + "f = np.array_equal(x, x * 1)", X + Y + "f = np.array_equal(x, y)",
    A + "f = np.ndim(A)", "f = np.isscalar(3.0)", X + "f = np.real(x) * x", T + "f = np.permute_dims(T, (1, 2, 0))", T + "f = np.matrix_transpose(T)", A + "f = np.concat([A, A], axis=1)", A + "f = np.ascontiguousarray(A) * 2", A + "f = np.copy(A) * A", X + "z = np.empty(3)\nz[:] = x\nf = z", X + "z = np.empty_like(x)\nz[:] = x * 2\nf = z", A + "f = np.shape(A)[1]", A + "f = np.size(A)", X + "f = np.around(x * 1.234, 2)", X + "np.set_printoptions(precision=3, suppress=True)\nf = x * x",
    *[f"f = np.{name}(2.5)" for name in "float32 float16 half single double int64 int32 intp int_ bool bool_".split()], "f = np.e", "f = np.isnan(np.nan)", "f = np.euler_gamma", "f = np.array([1, 2], dtype=np.float32) / 4", "f = np.array([1.5, 0.0], dtype=np.bool_)",
    A + "f = np.sum(A, dtype=float)", I + "f = np.arange(3)[n - 1]", A + "f = np.zeros((2, 3), order='F') + A",
    X + "x = x * 1\nx.sort()\nf = x", X + "x = x * 1\nx.fill(2.5)\nf = x", A + "f = A.diagonal()", A + "f = A.ptp(1)" if hasattr(np.ndarray, "ptp") else A + "f = A.squeeze()", A + "f = A.nonzero()[1]", A + "f = A.argsort(axis=1)", A + "f = A.cumprod(axis=1)", A + "f = A.argmax(axis=1)", A + "f = A.argmin(0)", A + "f = (A > 3).any(axis=1)", A + "f = (A > -2).all()", A + "f = A.clip(0, 4.5)", A + "f = A.round(0)", A + "f = A.copy() * 2", A + "f = A.dot(A.T)", A + "f = A.conj() + A.conjugate()", "a = 2.5\nf = a.conjugate() * a.real", "a = 2.5\nf = a.is_integer()",
    P + "f = scipy.special.loggamma(p)", *[P + f"f = scipy.special.{name}(p)" for name in "log1p exp2 cbrt".split()],
    "f = math.isinf(math.inf)", "f = math.isfinite(2.0)", "f = math.fsum([0.1, 0.2, 0.3])", "f = math.e", "f = math.tau",
    *[f"a = 0.5\nf = math.{name}(a)" for name in []],
    # special functions
    *[X + f"f = scipy.special.{name}(x)" for name in "expit erf erfc expm1 log_expit softplus".split()], "u = np.array([0.2, 0.7])\nf = scipy.special.logit(u)", *[P + f"f = scipy.special.{name}(p)" for name in "gammaln digamma psi".split()], P + "f = scipy.special.polygamma(1, p)", P + Y + "f = scipy.special.xlogy(y, p)", *[A + f"f = scipy.special.{name}(A{rest})" for name in ["softmax", "log_softmax", "logsumexp"] for rest in ["", ", axis=1", ", axis=0"]], A + "f = scipy.special.logsumexp(A, axis=1, keepdims=True)",
    *[X + f"f = scipy.stats.norm.{name}(x{rest})" for name in ["pdf", "logpdf", "cdf"] for rest in ["", ", 1.0, 2.0", ", scale=0.5"]],
    A + "f = sum(A)", X + "f = sum(x)", X + "f = max(x)", X + "f = min(x) * x", X + "f = sum(x > 0) * x",
    # in place: differentiated by JAX as the text behind the #
    X + "x = x * 2\nx[0] = 5\nf = x", X + Y + "y = y * 1\ny[1:] = x[1:]\nf = y * y", X + "z = np.zeros(3)\nz[0] = x[1]\nz[2] = x[0] * x[0]\nf = z", A + "A = A * 1\nA[:, 1] = A[:, 0] * 2\nf = A", X + "x = x * 1\nx[x < 0] = 0\nf = x", X + "x = x * 1\nx[[0, 1]] = 2 * x[2]\nf = x", A + "A = A * 1\nA[0] *= 2\nf = A", X + "x = x * 1\nx += 1\nf = x * x", "n = np.array([1, 2])\nn[0] = 2.7\nf = n",
    # Python's own numbers
    "a = -2.5\nf = abs(a)", "f = round(0.5)", "f = round(2.5)", "f = round(-1.5)", "f = round(2.675, 1)", "a = 2.3\nf = round(a)", "f = round(1234, -2)", "a = 2.0\nb = 3.0\nf = max(a, b)", "a = 2.0\nb = 3.0\nf = min(a, b, 5.0)", "a = 2.0\nb = 2.0\nf = max(a, b) * 1.0", "a = 2.0\nf = max([a, a * a, 1.0])", "xs = [1.0, 2.5, 3.0]\nf = sum(xs)", "a = 2.0\nf = sum([a, a * a], 1.0)", "a = 2.0\nf = pow(a, 3)", "f = pow(3, 4, 5)", "f = divmod(7.5, 2)[1]", "f = divmod(-7, 2)[0]", "f = int(-2.7)", "f = float('1e-3')", "f = float(3)", "f = bool(0.0)", "f = int('12')", "f = max(3, 7)", "f = min([4, 2, 8])",
    # math
    *[f"a = 0.5\nf = math.{name}(a)" for name in "exp exp2 expm1 sin cos tan atan sinh cosh tanh asinh cbrt erf erfc fabs sqrt log2 log10 log1p asin acos atanh lgamma log degrees radians".split()], "a = 8.0\nf = math.log(a, 2)", "a = 2.0\nf = math.acosh(a)", "a = 2.0\nf = math.pow(a, 3)", "a = 2.0\nf = math.atan2(a, 3.0)", "a = 7.5\nf = math.fmod(-a, 2.0)", "a = 3.0\nf = math.hypot(a, 4.0)", "a = 3.0\nf = math.copysign(a, -1.0)", "f = math.floor(-2.5)", "f = math.ceil(2.1)", "f = math.trunc(-2.5)", "f = math.factorial(5)", "f = math.comb(5, 2)", "f = math.gcd(12, 18)", "f = math.isclose(0.1 + 0.2, 0.3)", "f = math.prod([1, 2, 3])", "f = math.pi", "f = math.isnan(math.nan)",
]

JAX_TEXTS = [
    *[X + f"f = jax.nn.{name}(x)" for name in "relu relu6 sigmoid softplus soft_sign silu swish mish log_sigmoid hard_sigmoid selu tanh identity gelu leaky_relu elu celu softmax log_softmax logsumexp".split()],
    "x = np.array([0.5, -0.25, 2.0])\nf = jax.nn.hard_tanh(x)", X + "f = jax.nn.gelu(x, approximate=False)", X + "f = jax.nn.gelu(x, False)", X + "f = jax.nn.leaky_relu(x, 0.2)", X + "f = jax.nn.leaky_relu(x, negative_slope=0.3)", X + "f = jax.nn.elu(x, alpha=0.5)", X + "f = jax.nn.celu(x, 2.0)", A + "f = jax.nn.softmax(A)", A + "f = jax.nn.softmax(A, axis=0)", A + "f = jax.nn.log_softmax(A, 1)", A + "f = jax.nn.logsumexp(A, axis=1, keepdims=True)", A + "f = jax.nn.logsumexp(A, (0, 1))", "f = jax.nn.one_hot(np.array([0, 2]), 3)", "x = np.array([0.5, -1.25, 2.0, 0.25])\nf = jax.nn.glu(x)",
    A + "f = jax.nn.logmeanexp(A, axis=1)", *[X + f"f = jax.lax.{name}(x)" for name in "exp sin cos tan tanh sinh cosh atan asinh abs neg sign floor ceil square erf erfc cbrt expm1".split()], *[P + f"f = jax.lax.{name}(p)" for name in "log log1p sqrt lgamma digamma".split()], P + "f = jax.lax.acosh(p + 1)", *["x = np.array([0.5, -0.25])\nf = jax.lax." + name + "(x)" for name in "asin acos atanh".split()], *[X + Y + f"f = jax.lax.{name}(x, y)" for name in "add sub mul max min atan2".split()], X + Y + "f = jax.lax.select(x > y, x, y)",
    X + "f = jax.checkpoint(lambda v: v * v)(x)", X + "f = jax.remat(lambda v: v * v)(x)", X + "f = jax.device_put(x) * 2", X + "f = jax.block_until_ready(x * 2)", X + "f = (x * 2).block_until_ready()", X + "f = jax.tree.map(lambda v: v * v, [x, 2 * x])[1]", X + "f = jax.tree_util.tree_map(lambda v, w: v * w, (x, x), (2 * x, x))[0]", X + "f = jax.tree.leaves({'a': x, 'b': [2 * x]})[1]", X + "f = jax.tree_util.tree_leaves([x, x * x])[1]", X + "f = jnp.float64(2.0) * x", "f = jnp.array([1, 2], dtype=jnp.bfloat16)",
    X + "f = x.at[0].get() * x", X + "f = x.at[jnp.array([2, 0])].get()", X + "f = x.at[1].multiply(x[0])", X + "f = x.at[1].mul(3.0)", X + "f = x.at[:2].divide(4.0)", X + "f = x.at[2].power(3)", X + "f = x.at[x > 0].set(0.5)" , A + "f = A.at[jnp.array([0, 1]), jnp.array([2, 0])].add(x0)".replace("x0", "10.0"), A + "f = A.at[1].set(A[0] * A[0])", X + "f = x.at[jnp.array([0, 0])].set(4.0)",
    X + "f = jax.lax.while_loop(lambda c: c[0] < 3, lambda c: (c[0] + 1, c[1] * x), (0, x))[1]", X + "f = jax.lax.fori_loop(1, 4, lambda i, c: c + x[i - 1] * i, 0.0)", A + "f = jax.lax.scan(lambda c, r: (c * r, c.sum()), jnp.ones(3), A)[1]", A + "f = jax.lax.scan(lambda c, r: (c * r + 1, None), jnp.ones(3), A)[0]", X + "f = jax.lax.scan(lambda c, _: (c * x, c), x, None, length=3)[1]", X + "f = jax.lax.map(lambda v: jnp.sin(v) * v, x)", A + "f = jax.lax.cond(A[0, 0] > 1, lambda v: v * v, lambda v: v, A)",
    "k = jax.random.PRNGKey(0)\nf = jax.random.normal(k, (3,)) * 0 + 1", "k = jax.random.key(1)\na, b = jax.random.split(k)\nf = (jax.random.uniform(jax.random.fold_in(b, 2), (2, 2), minval=1.0, maxval=2.0) >= 1) * 1.5", "f = jax.random.randint(jax.random.PRNGKey(3), (4,), 2, 3)", X + "jax.config.update('jax_enable_x64', True)\nf = x * x",
    X + "f = jnp.exp(x) * x", X + "f = x.at[0].set(5.0)", X + "f = x.at[1].add(x[0])", X + "f = x.at[jnp.array([0, 0])].add(x[1])", X + "f = x.at[1:].multiply(3.0)", A + "f = A.at[:, 0].set(A[:, 1])", A + "f = A.at[0, 1].add(2.0)", X + "f = jnp.clip(x, -1, 1)", X + "f = jnp.clip(x, min=0)", X + "f = jnp.where(x > 0, x, 0.5 * x)", A + "f = jnp.linalg.norm(A, axis=1)", X + "f = jnp.sort(x)",
    X + "f = x * jax.lax.stop_gradient(x)", X + "f = jax.lax.fori_loop(0, 3, lambda i, v: v * v + i, x)", X + "f = jax.lax.scan(lambda c, r: (c + r, c * r), 0.0, x)[1]", X + "f = jax.lax.scan(lambda c, r: (c + r, c * r), 0.0, x)[0]", X + "f = jax.lax.scan(lambda c, r: (c * 2 + r, c), 1.0, x, reverse=True)[1]", A + "f = jax.vmap(lambda r: jnp.sum(r * r))(A)", A + X + "f = jax.vmap(lambda r, s: r @ s, in_axes=(0, None))(A, x)", A + "f = jax.vmap(jnp.prod, in_axes=1)(A)", A + X + "f = jax.vmap(lambda r, s: r * s, in_axes=(1, 0), out_axes=1)(A, x)", X + "f = jax.jit(lambda v: v * v)(x)", "a = 2.0\nf = jax.lax.cond(a > 1, lambda v: v * v, lambda v: -v, a)", "a = 2.0\nf = jax.lax.while_loop(lambda v: v < 50, lambda v: v * v, a)", X + "f = jax.lax.map(lambda v: v * v, x)", X + "f = jax.lax.rsqrt(x * x + 1)", X + "f = jax.scipy.special.logsumexp(x)", X + "f = jax.lax.logistic(x)",
]


def to_arrays(value):
    return jnp.array(value) if isinstance(value, (list, tuple)) and leaves(value) else value


def leaves(value):
    return all(leaves(v) if isinstance(v, (list, tuple)) else hasattr(v, "dtype") or isinstance(v, (int, float)) for v in value)


class Lists:
    """A module of JAX that takes lists, as NumPy does."""

    KEPT = {"concatenate", "stack", "vstack", "hstack", "column_stack", "select", "reshape", "transpose", "multi_dot", "split", "broadcast_to", "einsum", "moveaxis", "roll", "tensordot", "pad", "tile", "meshgrid", "full", "zeros", "ones", "expand_dims"}
    AXES = {"axis", "shape"}

    def __init__(self, module):
        self.module = module

    def __getattr__(self, name):
        member = getattr(self.module, name)
        if name in ("linalg",):
            return Lists(member)
        if not callable(member) or name in self.KEPT or isinstance(member, type):
            return member

        def call(*args, **keywords):
            args = [args[0] if i == 0 and not isinstance(args[0], (list, tuple)) else to_arrays(a) if i < 2 and not isinstance(a, tuple) else a for i, a in enumerate(args)]
            return member(*args, **{k: v if k in self.AXES else to_arrays(v) for k, v in keywords.items()})

        return call


class MathOfJax:
    def __getattr__(self, name):
        special = {"erf": jax.scipy.special.erf, "erfc": jax.scipy.special.erfc, "lgamma": jax.scipy.special.gammaln, "fabs": jnp.abs, "pow": jnp.power, "atan2": jnp.arctan2}
        if name == "log":
            return lambda x, base=None: jnp.log(x) if base is None else jnp.log(x) / jnp.log(base)
        return special.get(name) or getattr(jnp, name)


def plain(value):
    value = np.asarray(value)
    return json.loads(json.dumps(value.astype(float).tolist()))


def run(text, names, library):
    scope = {**library, **names}
    exec(text, scope)
    return scope


def weighted(f):
    f = jnp.asarray(f, dtype=float)
    return jnp.sum(f.ravel() * jnp.arange(1, f.size + 1))


def textOf(text, of_jax):
    return text.replace("np.array", "jnp.array").replace("jjnp", "jnp") if of_jax else text


def case(text, of_jax):
    lines = text.split("\n")
    first = 0
    while first < len(lines) - 1 and GIVEN.match(lines[first]):
        first += 1
    setup, rest = "\n".join(lines[:first]), "\n".join(lines[first:])
    real = {"np": jnp if of_jax else np, "math": math, "scipy": scipy, "jax": jax, "jnp": jnp}
    value = run(text, {}, real)["f"]
    given = run(setup, {}, {"np": np})
    inputs = {k: v for k, v in given.items() if np.asarray(v).dtype == float}
    fixed = {k: v for k, v in given.items() if k not in inputs}
    row = {"text": textOf(text, of_jax), "value": plain(value), "dtype": {"f": "float", "i": "int", "u": "int", "b": "bool", "V": "float"}[np.asarray(value).dtype.kind]}
    class Scipy:
        stats = jax.scipy.stats
        special = type("special", (), {"__getattr__": lambda self, name: {"log_expit": jax.nn.log_sigmoid, "softplus": jax.nn.softplus, "psi": jax.scipy.special.digamma, "softmax": lambda x, axis=None: jax.nn.softmax(x, axis), "log_softmax": lambda x, axis=None: jax.nn.log_softmax(x, axis)}.get(name) or getattr(jax.scipy.special, name)})()
    library = {"np": jnp if of_jax else Lists(jnp), "math": MathOfJax(), "scipy": Scipy(), "jax": jax, "jnp": jnp}
    body = REWRITTEN.get(rest, rest)

    def loss(point):
        own = {k: list(v) if isinstance(given[k], list) else v for k, v in point.items()}
        return weighted(run(body, {}, {**library, **own, **fixed})["f"])

    if inputs:
        point = {k: [jnp.float64(x) for x in v] if isinstance(v, list) else jnp.asarray(v) for k, v in inputs.items()}
        gradient = jax.grad(loss)(point)
        row["gradient"] = {k: plain(v) for k, v in gradient.items()}
    return row


# Lines that give an input to a name.
GIVEN = re.compile(r"^[a-zA-Z]+ = (np\.array\(.*\)|-?[0-9.]+|\[[-0-9., ]*\])$")

# What JAX does not run as it stands, in its words.
REWRITTEN = {
    "x = x * 2\nx[0] = 5\nf = x": "f = (x * 2).at[0].set(5)",
    "y = y * 1\ny[1:] = x[1:]\nf = y * y": "f = (y.at[1:].set(x[1:])) ** 2",
    "z = np.zeros(3)\nz[0] = x[1]\nz[2] = x[0] * x[0]\nf = z": "f = jnp.zeros(3).at[0].set(x[1]).at[2].set(x[0] * x[0])",
    "A = A * 1\nA[:, 1] = A[:, 0] * 2\nf = A": "f = A.at[:, 1].set(A[:, 0] * 2)",
    "x = x * 1\nx[x < 0] = 0\nf = x": "f = jnp.where(x < 0, 0, x)",
    "x = x * 1\nx[[0, 1]] = 2 * x[2]\nf = x": "f = x.at[jnp.array([0, 1])].set(2 * x[2])",
    "A = A * 1\nA[0] *= 2\nf = A": "f = A.at[0].multiply(2)",
    "x = x * 1\nx += 1\nf = x * x": "f = (x + 1) ** 2",
    "z = np.empty(3)\nz[:] = x\nf = z": "f = x",
    "z = np.empty_like(x)\nz[:] = x * 2\nf = z": "f = x * 2",
    "x = x * 1\nx.sort()\nf = x": "f = jnp.sort(x)",
    "x = x * 1\nx.fill(2.5)\nf = x": "f = 0 * x",
    "np.set_printoptions(precision=3, suppress=True)\nf = x * x": "f = x * x",
    "f = np.nonzero(x > 0)[0]": "f = 0 * x",
    "f = np.flatnonzero(x > 0)": "f = 0 * x",
    "f = A[np.nonzero(A > 3)]": "f = A.ravel()[jnp.array([1, 3, 4])]",
    "f = A.nonzero()[1]": "f = 0 * A",
    "f = a.is_integer()": "f = 0 * a",
    "f = a.conjugate() * a.real": "f = a * a",
    "f = np.zeros((2, 3), order='F') + A": "f = A",
    "f = x.at[x > 0].set(0.5)": "f = jnp.where(x > 0, 0.5, x)",
    "f = np.clip(x, a_min=-1, a_max=None)": "f = jnp.clip(x, -1, None)",
    "f = np.fix(x)": "f = jnp.trunc(x)",
    "f = np.ascontiguousarray(A) * 2": "f = A * 2",
    **{f"f = scipy.special.{name}({x})": f"f = jnp.{name}({x})" for name, x in [("log1p", "p"), ("exp2", "p"), ("cbrt", "p"), ("expm1", "x")]},
    "f = (x * 2).block_until_ready()": "f = x * 2",
    "f = jax.lax.while_loop(lambda v: v < 50, lambda v: v * v, a)": "f = a ** 8",
    "f = jax.lax.while_loop(lambda c: c[0] < 3, lambda c: (c[0] + 1, c[1] * x), (0, x))[1]": "f = x ** 4",
    "f = round(a)": "f = jnp.round(a)",
    "f = a // 0.1": "f = a * 0 + 9",
    "f = max(a, b) * 1.0": "f = a",
    "f = A[[0, 1, 1]]": "f = A[jnp.array([0, 1, 1])]",
    "f = A[[0, 1], [2, 0]]": "f = A[jnp.array([0, 1]), jnp.array([2, 0])]",
    "f = A[:, [0, 2]]": "f = A[:, jnp.array([0, 2])]",
    "f = A[A > 2]": "f = A.ravel()[jnp.array([1, 3, 4, 5])]",
    "f = A[[True, False]]": "f = A[:1]",
    "f = x + [1, 2, 3]": "f = x + jnp.array([1, 2, 3])",
    "f = [1.0, 2.0, 3.0] * x": "f = jnp.array([1.0, 2.0, 3.0]) * x",
    "f = np.arange(0, 1, h)": "f = jnp.arange(4) * h",
    "f = np.where(x > 0)[0]": "f = jnp.array([0, 2]) + 0 * x[0]",
    "f = math.fmod(-a, 2.0)": "f = jnp.fmod(-a, 2.0)",
    "f = np.sinc(x)": "f = jnp.sin(jnp.pi * x) / (jnp.pi * x)",
}

if __name__ == "__main__":
    # `new` keeps the numbers of texts that the file has.
    path = "src/python/library/cases.json"
    known = {row["text"]: row for row in json.load(open(path))} if sys.argv[1:] == ["new"] else {}
    rows, failed = [], 0
    for of_jax, texts in [(False, TEXTS), (True, JAX_TEXTS)]:
        for text in texts:
            try:
                rows.append(known.get(textOf(text, of_jax)) or case(text, of_jax))
            except Exception as problem:
                failed += 1
                print(repr(text), type(problem).__name__, str(problem)[:200], file=sys.stderr)
    with open(path, "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")
    subprocess.run(["npx", "biome", "format", "--write", path], check=True)
    print(len(rows), "cases,", failed, "left out")
