"""Writes torchExpressions.json: what PyTorch computes of each expression below, and the gradients, in 64 bits.

Run with /usr/bin/python3 (PyTorch 1.13). Entries are weighted differently, so that each derivative counts. `a; b :: f` runs statements first.
"""
import json
import os
import re
import subprocess
import sys
import warnings

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn
warnings.simplefilter('ignore')
# What PyTorch 1.13 has not, by the formula that later versions state.
torch.concatenate = torch.cat
torch.set_default_device = lambda device: None
def attention(query, key, value, attn_mask=None, is_causal=False):
    scores = query @ key.transpose(-2, -1) / query.shape[-1] ** 0.5
    mask = torch.ones(scores.shape[-2:], dtype=torch.bool).tril() if is_causal else attn_mask
    if mask is not None: scores = scores.masked_fill(~mask, float('-inf')) if mask.dtype == torch.bool else scores + mask
    return scores.softmax(-1) @ value
F.scaled_dot_product_attention = attention
torch.set_default_dtype(torch.float64)
V = {
 'x': '[0.5, -1.25, 2.0]', 'y': '[1.5, 0.75, -0.5]', 'p': '[0.3, 0.9, 0.45]', 's': '1.75',
 'A': '[[1.0, 2.5, -0.5], [0.25, -1.0, 3.0]]', 'B': '[[0.5, -1.5], [2.0, 0.75], [1.25, -0.25]]', 'S': '[[2.0, 1.0], [1.0, 3.0]]',
 'T': '[[[1.0, 2.0], [3.0, -1.0]], [[0.5, 1.5], [-2.0, 0.25]]]',
}
EXPRESSIONS = r'''
torch.exp(x)
torch.log(p)
torch.log2(p)
torch.log10(p)
torch.log1p(p)
torch.expm1(x)
torch.exp2(x)
torch.sqrt(p)
torch.rsqrt(p)
torch.sin(x) + torch.cos(y)
torch.tan(x)
torch.sinh(x) * torch.cosh(y)
torch.tanh(x)
torch.asin(p)
torch.acos(p)
torch.atan(x)
torch.asinh(x)
torch.acosh(p + 1.0)
torch.atanh(p)
torch.arctan(x)
torch.sigmoid(x)
torch.erf(x)
torch.erfc(x)
torch.lgamma(p)
torch.sinc(x)
torch.abs(x)
torch.neg(x)
torch.sign(x) * x
torch.square(x)
torch.relu(x)
torch.floor(x) + x
torch.ceil(x) * x
torch.trunc(x) + x
torch.round(x) * x
torch.reciprocal(x)
torch.add(x, y, alpha=2)
torch.sub(x, y, alpha=0.5)
torch.mul(x, y)
torch.div(x, y)
torch.true_divide(x, y)
torch.div(x, y, rounding_mode='floor') + x
torch.maximum(x, y)
torch.minimum(x, y)
torch.max(x, y)
torch.atan2(x, y)
torch.hypot(x, y)
torch.logaddexp(x, y)
torch.xlogy(p, p)
torch.remainder(x, y)
x % 0.75
torch.fmod(x, 0.75)
torch.pow(p, y)
torch.pow(x, 3)
torch.pow(2.0, x)
x ** 2 - y
2 ** x
torch.clamp(x, -1, 1)
torch.clamp(x, min=0.25)
x.clamp(max=1.0)
torch.lerp(x, y, 0.25)
torch.where(x > 0, x, y)
torch.where(x > 0, x * y, torch.zeros(3))
(x > 0).float() * x
x.masked_fill(x < 0, 0.25)
torch.sum(A)
torch.sum(A, 1)
torch.sum(A, dim=0, keepdim=True)
A.sum(-1)
A.sum((0, 1))
torch.mean(A)
A.mean(1)
A.mean(dim=0, keepdim=True)
torch.prod(x)
A.prod(1)
torch.std(x)
torch.std(x, unbiased=False)
A.std(1)
A.var(0)
torch.var(x, False)
A.var(dim=1, unbiased=False, keepdim=True)
torch.max(A)
torch.max(A, 1)[0]
torch.max(A, dim=1).values
A.max(0, keepdim=True)[0]
torch.min(A, 0).values
A.amax(1)
A.amin(dim=0)
torch.logsumexp(A, 1)
torch.logsumexp(A, dim=(0, 1))
torch.norm(x)
torch.norm(x, 1)
torch.norm(A, dim=1)
A.norm(p=3)
x.norm(float('inf'))
torch.linalg.norm(A)
torch.linalg.norm(x, 1)
torch.linalg.vector_norm(A, dim=1)
torch.cumsum(x, 0)
A.cumsum(1)
torch.cumprod(x, dim=0)
torch.softmax(A, 1)
A.softmax(dim=0)
torch.log_softmax(A, dim=-1)
torch.sort(x).values
x.sort(descending=True)[0] * y
torch.topk(x, 2).values
A.gather(1, torch.tensor([[0, 2], [1, 1]]))
torch.index_select(A, 1, torch.tensor([2, 0, 2]))
A[[0, 1], [2, 0]]
A[:, 1:]
A[..., 0]
x[x > 0]
A.reshape(3, 2)
A.view(-1)
A.view(3, -1)
A.flatten()
torch.flatten(T, 1)
T.flatten(start_dim=1)
x.unsqueeze(0)
torch.unsqueeze(x, 1)
x.view(1, 3, 1).squeeze()
x.view(1, 3, 1).squeeze(0)
torch.transpose(A, 0, 1)
A.transpose(-2, -1)
A.t()
A.T @ y[:2]
T.mT
T.permute(2, 0, 1)
torch.permute(T, (1, 2, 0))
x.expand(2, 3)
x.expand(2, -1) * A
x.repeat(2, 2)
torch.cat([x, y])
torch.cat((A, A * 2), dim=1)
torch.stack([x, y], dim=1)
torch.vstack((x, y))
torch.hstack((x, y))
torch.split(A, 2, dim=1)[0]
torch.chunk(x, 2)[1]
torch.unbind(A)[1]
torch.flip(x, [0])
A.flip(0, 1)
A.roll(1, 0)
torch.roll(x, 1)
torch.narrow(A, 1, 1, 2)
torch.mm(A, B)
A @ B
A.matmul(y)
torch.mv(A, y)
torch.dot(x, y)
x.dot(y)
x @ y
torch.outer(x, y)
torch.ger(x, y)
torch.inner(x, y)
torch.bmm(T, T)
torch.einsum('ij,jk->ik', A, B)
torch.einsum('bij,bjk->bik', T, T)
torch.einsum('i,i->', x, y)
torch.addmm(S, A, B)
torch.trace(S)
torch.diag(S)
torch.diag(x)
torch.tril(S)
torch.triu(S, diagonal=1)
torch.det(S)
torch.inverse(S)
torch.linalg.inv(S)
torch.linalg.det(S)
torch.linalg.solve(S, B.T)
torch.logdet(S)
F.relu(x)
F.relu6(x * 4)
F.leaky_relu(x)
F.leaky_relu(x, 0.2)
F.leaky_relu(x, negative_slope=0.3)
F.elu(x)
F.elu(x, alpha=0.5)
F.selu(x)
F.celu(x)
F.gelu(x)
F.gelu(x, approximate='tanh')
F.silu(x)
F.mish(x)
F.softplus(x)
F.softplus(x, beta=2)
F.softsign(x)
F.logsigmoid(x)
F.hardtanh(x)
F.hardtanh(x, -0.5, 1.5)
F.tanhshrink(x)
F.softmax(A, dim=1)
F.log_softmax(A, dim=1)
F.softmin(x, dim=0)
F.normalize(A)
F.normalize(A, p=1, dim=0)
F.prelu(A, torch.tensor([0.25]))
F.mse_loss(x, y)
F.mse_loss(x, y, reduction='sum')
F.mse_loss(x, y, reduction='none')
F.l1_loss(x, y)
F.smooth_l1_loss(x, y)
F.smooth_l1_loss(x, y, beta=0.5)
F.huber_loss(x, y, delta=2.0)
F.binary_cross_entropy(p, torch.tensor([1.0, 0.0, 1.0]))
F.binary_cross_entropy_with_logits(x, torch.tensor([1.0, 0.0, 1.0]))
F.binary_cross_entropy_with_logits(x, torch.tensor([1.0, 0.0, 1.0]), reduction='sum', weight=torch.tensor([1.0, 2.0, 0.5]))
F.cross_entropy(A, torch.tensor([2, 0]))
F.cross_entropy(x, torch.tensor(1))
F.cross_entropy(A, torch.tensor([2, 0]), reduction='sum')
F.cross_entropy(A, torch.tensor([2, 0]), reduction='none')
F.cross_entropy(A, torch.tensor([[0.2, 0.3, 0.5], [0.0, 1.0, 0.0]]))
F.cross_entropy(A, torch.tensor([2, 0]), weight=torch.tensor([1.0, 2.0, 0.5]))
F.cross_entropy(A, torch.tensor([2, -100]))
F.nll_loss(F.log_softmax(A, 1), torch.tensor([1, 2]))
F.kl_div(F.log_softmax(A, 1), torch.tensor([[0.2, 0.3, 0.5], [0.1, 0.8, 0.1]]), reduction='batchmean')
F.kl_div(F.log_softmax(A, 1), torch.tensor([[0.2, 0.3, 0.5], [0.1, 0.8, 0.1]]), reduction='sum')
F.linear(y, A)
F.linear(A, B.T, torch.tensor([0.5, -1.0]))
F.one_hot(torch.tensor([0, 2])) * A
F.layer_norm(A, (3,))
F.layer_norm(A, [3], x, y)
F.cosine_similarity(x, y, dim=0)
F.cosine_similarity(A, A * A, dim=1)
F.embedding(torch.tensor([1, 0, 1]), A)
nn.ReLU()(x)
nn.LeakyReLU(0.1)(x)
nn.Softmax(dim=1)(A)
nn.MSELoss()(x, y)
nn.CrossEntropyLoss()(A, torch.tensor([1, 0]))
nn.BCEWithLogitsLoss()(x, torch.tensor([1.0, 1.0, 0.0]))
nn.LayerNorm(3)(A)
nn.Sequential(nn.Tanh(), nn.Flatten(0))(A)
x.detach() * x
x * x.item() if x.numel() == 1 else x * x.sum().item()
x.data * y
x.clone().mul_(2) * y
x.add(y).mul(2).sub(1).div(3)
torch.special.expit(x)
torch.special.logit(p)
torch.logit(p)
torch.softmax(torch.tensor([0.5, float('-inf'), 0.5]), 0) * x
torch.tensor([1, 2, 3]) * x
torch.arange(3) + x
torch.ones_like(x) / x
torch.full((3,), 0.5) * x
torch.eye(3) @ x
torch.linspace(0, 1, 3) * x
torch.zeros(2, 3) + A
x.mean().expand(3) * y
x.pow(2).sum().sqrt()
(A * torch.tensor([[True, False, True], [False, True, True]])).sum(1)
x.argmax() * x
A.numel() * x
A.shape[1] * x
A.size(0) * x
len(A) * x
x.to(torch.float64) * y.double()
x.type(torch.float64)
x.view_as(y) * y
torch.abs(x).sum().log()
torch.sum(x * y) / torch.norm(x)
torch.meshgrid(x, y, indexing='ij')[0]
torch.count_nonzero(x) * x
torch.diff(x)
torch.dist(x, y)
torch.clone(x)
torch.pow(x, torch.tensor([2.0, 1.0, 3.0]))
torch.addcmul(x, x, y, value=0.5)
torch.masked_select(A, A > 0)
torch.swapaxes(A, 0, 1)
torch.matmul(T, T)
torch.round(x, decimals=1) + x
torch.addcdiv(x, x, y, value=0.5)
torch.diag(x, 1)
F.conv2d(T.view(1, 2, 2, 2), T.view(2, 2, 2, 1) * 0.5)
F.conv2d(T.view(1, 2, 2, 2), T.view(2, 2, 2, 1), torch.tensor([0.5, -1.0]), padding=1)
F.conv2d(T.view(2, 1, 2, 2), A.view(2, 1, 3, 1), padding=(1, 0), stride=2)
F.conv1d(A.view(1, 2, 3), B.view(1, 2, 3)[:, :, :2])
F.max_pool2d(T, 2)
F.max_pool2d(T.view(1, 2, 2, 2), kernel_size=2, stride=1, padding=1)
F.avg_pool2d(T, 2)
F.max_pool1d(A, 2, 1)
nn.MaxPool2d(2)(T.view(1, 2, 2, 2))
nn.ReLU(inplace=True)(x * 2)
F.relu(x + 1, inplace=True) * y
torch.meshgrid(x, y, indexing='xy')[1]
x.roll(2) * y
torch.roll(A, (1, 1), (0, 1))
torch.logit(p, eps=0.4)
x.masked_fill(torch.tensor([True, False, False]), float('-inf')).softmax(0)
A.masked_fill(torch.triu(torch.ones(2, 3), diagonal=1) == 0, 0.0)
y.clone().add_(x).mul_(2)
(x * 2).clamp_(min=0) * y
x.std(0, keepdim=True) * x
torch.einsum('ij,j->i', A, y)
torch.einsum('ij->ji', A)
torch.einsum('ii->', S)
torch.einsum('bi,bj->bij', A, A)
g = x * 2; g[0] = 5.0 :: g * y
g = torch.zeros(2, 3); g[0] = x; g[1] = y :: g
g = x * 1.0; g += y; g *= 2 :: g
h = A[0]; h2 = h * 2 :: h2 + x
a, b = A :: a * b
z = [t * 2 for t in x] :: torch.stack(z)
q = x.pow(2); q2 = q.detach(); q2b = q2 + x :: q2b * q
m, i = A.max(dim=1) :: m * i
torch.median(A) * x.median()
A.median(1).values * A.median(dim=1)[1]
A.median(0, keepdim=True)[0] * A
F.scaled_dot_product_attention(A, A, A * 2)
F.scaled_dot_product_attention(A, x.expand(2, 3), A, is_causal=True)
F.scaled_dot_product_attention(T, T, T, attn_mask=torch.tensor([[True, False], [True, True]]))
F.scaled_dot_product_attention(S, S, S, attn_mask=torch.tensor([[0.0, -1.0], [2.0, 0.0]]))
torch.zeros(3, layout=torch.strided) + x
torch.set_default_device('cpu') :: x * y
torch.from_numpy(np.array([1.0, 2.0, 4.0])) * x
torch.concatenate([x, y])
x.to(torch.device('cpu')) * y
torch.set_default_dtype(torch.float64); torch.set_printoptions(precision=3); torch.manual_seed(0) :: x * y
w = torch.nn.parameter.Parameter(torch.tensor([1.0, 2.0, 3.0])) :: w * x
torch.randn(3) * 0 + x
torch.rand(2, 3).ge(0) * A
torch.randn_like(x) * 0 + y
torch.rand_like(x).lt(1) * x
torch.sort(torch.randperm(3)).values * x
w = nn.init.xavier_uniform_(torch.empty(2, 3)) :: (w.abs() <= (6 / 5) ** 0.5) * A
w = nn.init.kaiming_uniform_(torch.empty(2, 3), nonlinearity='relu') :: (w.abs() <= 2 ** 0.5) * A
w = nn.init.xavier_normal_(torch.empty(2, 3)) :: w * 0 + A
w = nn.init.kaiming_normal_(torch.empty(2, 3), mode='fan_out') :: w * 0 + A
torch.zeros(3).normal_() * 0 + x
torch.zeros(3).uniform_(1, 2).ge(1) * x
x.cpu().float().double() * y.long().int().bool()
x.dim() * x.numel() * x.size(0) * x.nelement() * y.ndimension() * x
torch.tensor(x.tolist()) * y
torch.tensor(x.detach().numpy()) * y
x.is_floating_point() * x.type_as(y)
A.view_as(A).reshape_as(A).contiguous()
x.data.clone() * y + x.detach() * 2
torch.arcsin(p) + torch.arccos(p) * torch.arcsinh(y)
torch.arccosh(p + 1.0) + torch.arctanh(p)
torch.arctan2(x, y)
torch.absolute(x) + torch.negative(y)
torch.sgn(x) * y + torch.fix(x)
torch.lt(x, y).float() * x
torch.less(x, y) * x
torch.le(x, 0.5) * x
torch.less_equal(x, 0.5) * y
torch.gt(x, y) * x
torch.greater(x, y).double() * y
torch.ge(x, 0.5) * x
torch.greater_equal(x, 0.5) * y
torch.eq(x, 0.5) * x
torch.ne(x, 0.5) * x
torch.not_equal(x, 0.5) * y
torch.subtract(x, y)
torch.multiply(x, y)
torch.divide(x, y)
torch.div(x, y, rounding_mode='trunc') + x
torch.heaviside(x.detach(), torch.tensor(0.5)) * x
torch.masked_fill(x, x < 0, 2.0)
torch.clip(x, -1.0, 1.0)
torch.logical_and(x > 0, x < 1) * x
torch.logical_or(x < 0, x > 1) * x
torch.logical_not(x > 0) * x
torch.amax(A, 1) * torch.amin(A, dim=1)
torch.amax(A) * torch.amin(A)
torch.argmax(A, dim=1) * A[:, 0]
torch.argmin(A, dim=0) * A[1]
torch.argmin(A) * x
torch.all(A > -2, dim=1) * A[:, 1]
torch.any(A > 2.6, dim=0) * A[0]
torch.argsort(x) * y
torch.argsort(x, descending=True) * y
torch.min(A, 1).indices * A[:, 0]
torch.reshape(A, (3, 2))
torch.ravel(A)
torch.squeeze(A[:1])
torch.t(A)
torch.swapdims(A, 0, 1)
torch.broadcast_to(x, (2, 3))
torch.tile(x, (2, 2))
torch.gather(A, 1, torch.tensor([[0], [2]]))
torch.concat([x, y])
torch.row_stack((x, y))
torch.vdot(x, y)
torch.Tensor([1.0, 2.0, 4.0]) * x
torch.FloatTensor([1.0, 2.0, 4.0]) * x
torch.DoubleTensor([1.0, 2.0, 4.0]) * x
A[:, torch.LongTensor([2, 0])]
torch.as_tensor([1.0, 2.0, 4.0]) * x
torch.asarray([1.0, 2.0, 4.0]) * x
torch.as_tensor(x) * y
torch.full_like(x, 2.5) * x
torch.full((2, 3), 0.5) * A
torch.zeros_like(x) + x
torch.randint(2, 3, (3,)) * x
torch.numel(A) * x
torch.is_tensor(x) * x
torch.allclose(x, x + 1e-9) * x
torch.allclose(x, y) * x + y
torch.isnan(x / (x - 0.5) * 0) * x
torch.pi * x + torch.e * y
torch.tensor([1.0, torch.inf, 2.0]).clamp(max=3.0) * x
torch.isnan(torch.tensor([torch.nan, 1.0, 2.0])) * x
torch.selu(x)
torch.celu(x)
torch.prelu(x, torch.tensor(0.25))
torch.dropout(x, 0.5, False)
x.to(torch.float) * y.to(torch.double)
x.type(torch.float64) * y
torch.tensor([1.7, -2.7, 0.2]).to(torch.int) * x
torch.tensor([1.7, -2.7, 0.2]).to(torch.int64) * x
torch.tensor([1.7, -2.7, 0.2]).to(torch.long) * x
torch.tensor([1.7, -2.7, 0.2]).to(torch.int32) * x
torch.tensor([0.0, -2.7, 0.2]).to(torch.bool) * x
torch.tensor([1, 2, 3], dtype=torch.float32) * x
torch.tensor([1, 2, 3], dtype=torch.int16) * x
torch.tensor([1, 2, 3], dtype=torch.uint8) * x
torch.tensor([1, 2, 3], dtype=torch.int8) * x
torch.tensor([1, 2, 3], dtype=torch.short) * x
torch.tensor([1, 2, 3], dtype=torch.float16) * x
torch.tensor([1, 2, 3], dtype=torch.half) * x
torch.tensor([1, 2, 3], dtype=torch.bfloat16) * x
torch.addmm(S, A, B, beta=0.5, alpha=2)
torch.addmm(S, A, B, beta=0.5)
F.hardsigmoid(x).detach() * y
F.sigmoid(x) * F.tanh(y)
F.dropout(x, 0.5, training=False)
F.dropout(x, p=0.0)
F.celu(x, alpha=0.5)
F.softplus(x * 2, beta=3)
F.margin_ranking_loss(x, y, torch.tensor([1.0, -1.0, 1.0]), margin=0.5)
F.avg_pool1d(A.view(1, 2, 3), 2, 1)
F.avg_pool2d(T, 2, stride=1, padding=1)
F.avg_pool2d(T, kernel_size=(1, 2), stride=1)
F.max_pool2d(T, (2, 1), 1)
F.conv2d(T.view(1, 2, 2, 2), T.view(2, 2, 1, 2), stride=1, padding=(0, 1), dilation=1)
F.conv1d(A.view(1, 2, 3), T.view(2, 2, 2), torch.tensor([0.5, -0.5]), stride=2, padding=1)
F.conv1d(A.view(1, 2, 3), T.view(2, 2, 2), dilation=2)
F.embedding(torch.tensor([[1, 0], [1, 1]]), A)
F.binary_cross_entropy_with_logits(x, torch.tensor([1.0, 0.0, 1.0]), pos_weight=torch.tensor([2.0, 0.5, 3.0]))
F.kl_div(F.log_softmax(A, 1), F.log_softmax(A * 2, 1), log_target=True, reduction='sum')
F.kl_div(F.log_softmax(A, 1), torch.tensor([[0.2, 0.3, 0.5], [0.0, 1.0, 0.0]]), reduction='none')
F.cross_entropy(A, torch.tensor([2, 0]), weight=torch.tensor([1.0, 2.0, 0.5]), reduction='none')
F.nll_loss(F.log_softmax(A, 1), torch.tensor([1, 2]), weight=torch.tensor([1.0, 2.0, 0.5]), reduction='sum')
nn.ReLU6()(x * 4)
nn.ELU(alpha=0.5)(x)
nn.SELU()(x)
nn.CELU(alpha=2.0)(x)
nn.GELU()(x)
nn.GELU(approximate='tanh')(x)
nn.SiLU()(x)
nn.Mish()(x)
nn.Softplus(beta=2)(x)
nn.Softsign()(x)
nn.LogSigmoid()(x)
nn.Sigmoid()(x)
nn.Tanhshrink()(x)
nn.Hardtanh(-0.5, 1.5)(x)
nn.Hardsigmoid()(x).detach() * y
nn.MaxPool1d(2, stride=1)(A)
nn.AvgPool1d(2, stride=1)(A)
nn.AvgPool2d(2)(T.view(1, 2, 2, 2))
nn.LogSoftmax(dim=1)(A)
nn.Softmin(dim=1)(A)
nn.L1Loss()(x, y)
nn.SmoothL1Loss(beta=0.5)(x, y)
nn.HuberLoss(delta=2.0)(x, y)
nn.BCELoss(reduction='sum')(p, torch.tensor([1.0, 0.0, 1.0]))
nn.NLLLoss()(F.log_softmax(A, 1), torch.tensor([1, 2]))
nn.KLDivLoss(reduction='batchmean')(F.log_softmax(A, 1), torch.tensor([[0.2, 0.3, 0.5], [0.1, 0.8, 0.1]]))
nn.CrossEntropyLoss(weight=torch.tensor([1.0, 2.0, 0.5]), reduction='sum')(A, torch.tensor([1, 0]))
nn.Dropout(0.5).eval()(x)
nn.Identity()(x) * 2
m = nn.Linear(3, 2); nn.init.constant_(m.weight, 0.25); nn.init.ones_(m.bias) :: m(A)
m = nn.Linear(3, 2, bias=False); nn.init.constant_(m.weight, -0.5) :: m(x)
m = nn.Linear(3, 2); m.weight.data = torch.tensor([[1.0, 2.0, 3.0], [0.5, -1.0, 0.25]]); m.bias.data.zero_() :: m(A).pow(2)
m = nn.Conv1d(2, 1, 2); nn.init.constant_(m.weight, 0.5); nn.init.zeros_(m.bias) :: m(A.view(1, 2, 3))
m = nn.Conv2d(2, 1, kernel_size=2, padding=1, stride=2); nn.init.constant_(m.weight, 0.5); nn.init.constant_(m.bias, -1.0) :: m(T.view(1, 2, 2, 2))
m = nn.Embedding(3, 2); nn.init.constant_(m.weight, 0.5) :: m(torch.tensor([0, 2])) * S
m = nn.BatchNorm1d(3) :: m(A) * A
m = nn.BatchNorm1d(3, affine=False) :: m(torch.cat([A, A * A]))
m = nn.LayerNorm(3, elementwise_affine=False) :: m(A)
m = nn.Sequential(nn.Linear(3, 2), nn.ReLU()); nn.init.constant_(m[0].weight, 0.25); nn.init.zeros_(m[0].bias) :: m(A)
ms = nn.ModuleList([nn.Tanh(), nn.Sigmoid()]); h = x; h = ms[0](h); h = ms[1](h) :: h
w = nn.Parameter(torch.tensor([1.0, 2.0, 3.0])) :: w * x
w = torch.empty(2, 3); w = nn.init.normal_(w, 1.5, 0.0) :: w * A
w = torch.zeros(2, 3); w = nn.init.uniform_(w, 0.5, 0.5) :: w * A
torch.autograd.Variable(torch.tensor([1.0, 2.0, 3.0])) * x
torch.special.expm1(x) + torch.special.log1p(p) + torch.special.sinc(x) * torch.special.exp2(y)
torch.linalg.matmul(A, B)
torch.special.erf(x) + torch.special.erfc(y)
(x * 1.0).sub_(y).div_(2.0).pow_(3)
(x * 1.0).fill_(2.0) * y
(x * 1.0).zero_() + y
(x * 1.0).exp_() * y
(x * 1.0).relu_() * y
(x * 1.0).sigmoid_() * y
(x * 1.0).tanh_() * y
(x * 1.0).masked_fill_(x < 0, 0.5) * y
(x * 1.0).abs_() * y
(p * 1.0).sqrt_().mul(2).neg_()
w = torch.empty_like(A).fill_(0.5) :: w * A
torch.zeros(3).copy_(x) * y
x.dot(y) + x.norm() + x.std() + x.var() + x.prod()
x.ge(0.5) * x + x.lt(0.5) * y + x.eq(0.5) * 2.0
A.index_select(0, torch.tensor([1, 1]))
A.narrow(1, 0, 2) @ S
A.T.contiguous().view(-1)
A.repeat(1, 2).chunk(2, dim=1)[1]
A.unbind(1)[0] * A.split(1, dim=1)[2].squeeze(1)
A.expand_as(A) * A.size(1)
A.argmax(1) * A.max(1).values
A.any(1) * A.all(1) * A[:, 0] + A[:, 1]
A.cumsum(0).cumprod(1)
A.logsumexp(1) + A.log_softmax(1).sum(1)
S.inverse() + S.det() + S.tril() + S.triu()
A.topk(2).values.sort(descending=False).values
x.outer(y).flatten() * x.repeat(3)
x.where(x > 0, y)
'''
exprs = EXPRESSIONS.strip().split('\n')
out = []
for e in exprs:
    e = e.strip()
    if not e or e.startswith('#'): continue
    pre = ''
    if ' :: ' in e: pre, e = e.split(' :: ')
    names = [n for n in V if re.search(r'(?<![\w.\'"])%s(?![\w\'"(=])' % n, pre + ' ' + e)]
    lines = ['%s = torch.tensor(%s, requires_grad=True)' % (n, V[n]) for n in names]
    lines += [l for l in pre.split('; ') if l]
    lines += ['f = ' + e]
    text = '\n'.join(lines)
    env = {'np': np, 'torch': torch, 'F': F, 'nn': nn}
    try:
        exec(text, env)
        f = env['f']
        n = f.numel(); shape = list(f.shape)
        tail = 'loss = f\nloss.backward()' if f.dim() == 0 else 'loss = (f * torch.linspace(0.5, 1.75, %d).reshape(%s)).sum()\nloss.backward()' % (n, ', '.join(map(str, shape)))
        exec(tail, env)
    except Exception as ex:
        print('FAILED', e, type(ex), str(ex)[:100], file=sys.stderr); continue
    out.append({'text': text + '\n' + tail, 'loss': env['loss'].item(), 'gradients': {n: (env[n].grad.tolist() if env[n].grad is not None else None) for n in names}})
here = os.path.dirname(os.path.abspath(__file__))
path = os.path.join(here, 'torchExpressions.json')
json.dump(out, open(path, 'w'), indent=0)
subprocess.run(['npx', 'biome', 'format', '--write', path], check=True, cwd=os.path.dirname(os.path.dirname(here)))
