/**
 * Functions of NumPy, SciPy, PyTorch, JAX, TensorFlow and Python's math that this language has not, or not by that name. Each
 * has a meaning of its own there, so that none of them is a spelling mistake of one of ours.
 */
const NAMES = `
absolute acosh adaptive_avg_pool2d addmm allclose amax amin angle append apply argmax argmin argsort around
array array_split as_tensor asarray asinh atanh atleast_1d atleast_2d autocast avg_pool1d avg_pool2d
baddbmm batch_norm bce bce_loss bce_with_logits bernoulli bessel beta betainc binary_cross_entropy
binary_cross_entropy_with_logits bincount block bmm broadcast broadcast_to bucketize cat cdist ceil celu chain
cholesky choose chunk clip_by_value column_stack comb complex compress cond conj conv1d conv2d conv3d convolve
copysign corrcoef cos_similarity cosine_similarity count_nonzero cov cross cross_entropy ctc_loss cummax cummin cumprod
cumsum deg2rad degrees det diag diag_embed diagflat diagonal diff digamma digitize dirac dist divide divmod dropout
dsplit dstack eig eigh eigvals ellipj elu embedding empty entr entropy equal erfc erfcinv erfcx erfi erfinv
expand expand_dims expi expit expn exprel fabs factorial fft fill fix flip fliplr flipud float_power fmax fmin fmod
frexp full_like fused gamma gammainc gammaln gather gcd gelu geometric ger get getitem glu gradient greater greater_equal
group_norm gumbel_softmax hamming hann hardshrink hardsigmoid hardswish hardtanh heaviside hinge histogram hsplit hstack
huber huber_loss i0 i1 ifft ifelse imag index_add index_select inner inv inverse irfft isclose isfinite isin isinf isnan
item iter jn jv kaiming_uniform kl_div kron kthvalue kv l1_loss layer_norm lcm ldexp leaky_relu leakyrelu lerp less
less_equal lgamma linear_sum linspace log_ndtr log_sigmoid log_softmax logaddexp logaddexp2 logdet logical_and
logical_not logical_or logical_xor logit logsigmoid logspace lstsq lu ma margin_ranking_loss masked_fill masked_select
matmul matrix_power matrix_rank maxpool max_pool1d max_pool2d maximum median meshgrid minimum mish mod modf
moveaxis mse_loss multi_dot multinomial multiply mv nan_to_num nanmax nanmean nanmin nansum ndtr ndtri negative nll_loss
nonzero normal normalize not_equal nuclear_norm one_hot onehot ones_like ordqz orgqr outer pad partition percentile
permute pinv pixel_shuffle poisson polar poly polygamma polyval prelu product psi ptp put qr quantile rad2deg radians
randint random randperm ravel real reciprocal reduce_max reduce_mean reduce_min reduce_sum relu6 remainder renorm repeat
resize rfft rint rms_norm roll rolled roots rot90 round_ row_stack rrelu rsqrt scatter scatter_add searchsorted select
selu set shape sign_ sgn sigmoid_cross_entropy silu sinc sinpi size slice slogdet smooth_l1_loss softmin softshrink
softsign solve sort sparse spence split squeeze stddev std stop_gradient sub subtract svd swapaxes swish take
take_along_axis tanhshrink tensor tensordot tile top_k topk trace trapezoid trapz triangular tri tril triu true_divide
trunc_divide unbind unfold uniform unique unravel_index unsqueeze unstack upsample vander var vdot view vsplit vstack
where_ xlog1py xlogy y0 y1 yn zeros_like zeta
`

const known: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/))

/** Whether a library that people know has a function of that name. */
export const isLibraryName = (name: string): boolean => known.has(name)
