# Comparisons of curves that survdiff() does not do itself: the whole weighted family with gamma, left truncation, trend, pairs
# and MaxCombo. The statistics are computed here from their definitions, by a loop over event times; where a
# package computes the same, the two are compared, and the script stops where they differ.

comparison_weights <- list(
  "G(0, 1)" = list(family = "fleming-harrington", rho = 0, gamma = 1),
  "G(1, 1)" = list(family = "fleming-harrington", rho = 1, gamma = 1),
  "G(0.5, 2)" = list(family = "fleming-harrington", rho = 0.5, gamma = 2),
  "G(0, 0)" = list(family = "fleming-harrington", rho = 0, gamma = 0),
  gehan = list(family = "gehan", rho = 0, gamma = 0),
  "tarone-ware" = list(family = "tarone-ware", rho = 0, gamma = 0),
  peto = list(family = "peto", rho = 0, gamma = 0),
  "modified-peto" = list(family = "modified-peto", rho = 0, gamma = 0))

# Observed, expected and covariances of one stratum for a list of weights at once: column k of `observed` belongs to weight k,
# variance[, , k, l] is sum w_k w_l V.
weighted_sums <- function(start, stop, event, group, levels, weights) {
  n_groups <- length(levels)
  k <- length(weights)
  observed <- expected <- matrix(0, n_groups, k)
  variance <- array(0, c(n_groups, n_groups, k, k))
  survival <- 1
  peto <- 1
  for (time in sort(unique(stop[event]))) {
    risk <- start < time & stop >= time
    n <- sum(risk)
    n_g <- vapply(levels, function(g) sum(risk & group == g), 0)
    d_g <- vapply(levels, function(g) sum(event & stop == time & group == g), 0)
    d <- sum(d_g)
    peto <- peto * (1 - d / (n + 1))
    w <- vapply(weights, function(weight) switch(weight$family,
      "fleming-harrington" = survival^weight$rho * (1 - survival)^weight$gamma,
      gehan = n, "tarone-ware" = sqrt(n), peto = peto, "modified-peto" = peto * n / (n + 1)), 0)
    survival <- survival * (1 - d / n)
    v <- if (n > 1) d * (n - d) / (n - 1) * (diag(n_g / n, n_groups) - outer(n_g, n_g) / n^2) else matrix(0, n_groups, n_groups)
    observed <- observed + outer(d_g, w)
    expected <- expected + outer(d * n_g / n, w)
    variance <- variance + outer(v, outer(w, w))
  }
  list(observed = observed, expected = expected, variance = variance)
}

comparison_frame <- function(data, formula) {
  frame <- model.frame(as.formula(formula), read_data(data))
  response <- unclass(aeqSurv(frame[[1]]))
  strata <- grep("^strata\\(", names(frame))
  groups <- setdiff(seq_along(frame), c(1, strata))
  counting <- ncol(response) == 3
  list(start = if (counting) response[, 1] else rep(-Inf, nrow(frame)), stop = response[, ncol(response) - 1],
       event = response[, ncol(response)] == 1, group = strata(frame[groups]), omitted = length(attr(frame, "na.action")),
       stratum = if (length(strata)) as.integer(strata(frame[strata], shortlabel = TRUE)) else rep(1L, nrow(frame)))
}

sums_of <- function(x, weights, levels = base::levels(droplevels(x$group))) {
  parts <- lapply(sort(unique(x$stratum)), function(s) {
    rows <- x$stratum == s
    weighted_sums(x$start[rows], x$stop[rows], x$event[rows], as.character(x$group)[rows], levels, weights)
  })
  lapply(c(observed = "observed", expected = "expected", variance = "variance"), function(name) Reduce(`+`, lapply(parts, `[[`, name)))
}

chisq_of <- function(observed, expected, variance) {
  used <- which(expected > 0)[-1]
  if (length(used) == 0) return(c(0, 0))
  difference <- (observed - expected)[used]
  c(sum(difference * solve(variance[used, used, drop = FALSE], difference)), length(used))
}

weighted_case <- function(data, formula, weight_name) {
  weight <- comparison_weights[[weight_name]]
  x <- comparison_frame(data, formula)
  sums <- sums_of(x, list(weight))
  variance <- sums$variance[, , 1, 1]
  chisq <- chisq_of(sums$observed, sums$expected, variance)
  if (weight_name == "G(0, 0)" && all(x$start == -Inf))
    stopifnot(all.equal(chisq[1], survdiff(as.formula(formula), read_data(data))$chisq, tolerance = 1e-10))
  levels <- base::levels(droplevels(x$group))
  scores <- seq_along(levels)^2
  trend <- function(s) {
    value <- sum(s * (sums$observed - sums$expected))^2 / drop(s %*% variance %*% s)
    list(chisq = value, logP = log_chisq_p(value, 1))
  }
  # With the discrete likelihood the score test of a Cox model is Tarone's, whatever the ties. (R takes too long for many ties
  # and for counting-process data.)
  if (weight_name == "G(0, 0)" && max(table(x$stop[x$event])) <= 8 && (all(x$start == -Inf) || length(x$stop) < 20)) {
    cox <- suppressWarnings(coxph(Surv(pmax(x$start, min(x$stop) - 1), x$stop, x$event) ~ match(x$group, levels) + strata(x$stratum),
                                  ties = "exact"))
    stopifnot(all.equal(unname(cox$score), trend(seq_along(levels))$chisq, tolerance = 1e-8))
  }
  list(name = sprintf("%s, %s, %s", data, sub(".*~ ", "", formula), weight_name), data = data, formula = formula, family = weight$family,
       rho = weight$rho, gamma = weight$gamma, omitted = x$omitted, groups = array_of(group_names(levels)), observed = array_of(sums$observed),
       expected = array_of(sums$expected), variance = variance, chisq = chisq[1], df = chisq[2], logP = log_chisq_p(chisq[1], chisq[2]),
       trend = trend(seq_along(levels)), trendOfSquares = trend(scores))
}

pairwise_case <- function(data, formula, rho) {
  frame <- read_data(data)
  x <- comparison_frame(data, formula)
  kept <- if (x$omitted) frame[-attr(model.frame(as.formula(formula), frame), "na.action"), ] else frame
  levels <- base::levels(droplevels(x$group))
  pairs <- combn(length(levels), 2)
  tests <- apply(pairs, 2, function(pair) {
    fit <- survdiff(as.formula(formula), kept[x$group %in% levels[pair], ], rho = rho)
    c(fit$chisq, pchisq(fit$chisq, 1, lower.tail = FALSE))
  })
  list(name = sprintf("%s, %s, rho %s", data, sub(".*~ ", "", formula), rho), data = data, formula = formula, rho = rho,
       first = array_of(group_names(levels[pairs[1, ]])), second = array_of(group_names(levels[pairs[2, ]])), chisq = array_of(tests[1, ]),
       p = array_of(tests[2, ]), none = array_of(p.adjust(tests[2, ], "none")), holm = array_of(p.adjust(tests[2, ], "holm")),
       bonferroni = array_of(p.adjust(tests[2, ], "bonferroni")), bh = array_of(p.adjust(tests[2, ], "BH")))
}

adjust_case <- function(name, p) list(
  name = name, p = array_of(p), none = array_of(p.adjust(p, "none")), holm = array_of(p.adjust(p, "holm")),
  bonferroni = array_of(p.adjust(p, "bonferroni")), bh = array_of(p.adjust(p, "BH")))

# The tail of the maximum from mvtnorm: exact for two statistics, for three and one side by TVPACK; else by Genz and Bretz with
# many points, and then with the error that mvtnorm gives.
maximum_tail <- function(correlation, bound, two_sided) {
  k <- nrow(correlation)
  set.seed(7)
  # A correlation below 1 by rounding would be a difference of 1e-8 between the variables.
  correlation[correlation > 1 - 1e-12] <- 1
  exact <- k == 2 || (k == 3 && !two_sided && det(correlation) > 1e-8)
  algorithm <- if (exact) mvtnorm::TVPACK(1e-14) else mvtnorm::GenzBretz(maxpts = 5e6, abseps = 1e-9, releps = 0)
  if (k == 1) return(c(if (two_sided) 2 * pnorm(-bound) else pnorm(-bound), 0))
  box <- function(lower, upper) mvtnorm::pmvnorm(rep(lower, k), rep(upper, k), corr = correlation, algorithm = algorithm)
  # TVPACK takes one-sided boxes only: two sides of two variables are four of them.
  if (exact && two_sided) {
    corner <- function(s1, s2) mvtnorm::pmvnorm(c(-Inf, -Inf), c(s1, s2) * bound, corr = correlation, algorithm = algorithm)
    inside <- corner(1, 1) - corner(-1, 1) - corner(1, -1) + corner(-1, -1)
    return(c(1 - inside, 1e-14))
  }
  inside <- box(if (two_sided) -bound else -Inf, bound)
  c(1 - inside, if (exact) 1e-14 else attr(inside, "error"))
}

maxcombo_case <- function(data, formula, label, powers) {
  x <- comparison_frame(data, formula)
  weights <- lapply(powers, function(p) list(family = "fleming-harrington", rho = p[1], gamma = p[2]))
  sums <- sums_of(x, weights)
  k <- length(weights)
  covariance <- matrix(sums$variance[2, 2, , ], k, k)
  z <- (sums$observed - sums$expected)[2, ] / sqrt(diag(covariance))
  correlation <- cov2cor(covariance)
  tail <- function(bound, two_sided) {
    value <- maximum_tail(correlation, bound, two_sided)
    list(p = value[1], error = value[2])
  }
  list(name = sprintf("%s, %s, %s", data, sub(".*~ ", "", formula), label), data = data, formula = formula,
       rho = array_of(vapply(powers, `[`, 0, 1)), gamma = array_of(vapply(powers, `[`, 0, 2)), z = array_of(z), correlation = correlation,
       twoSided = tail(max(abs(z)), TRUE), secondLivesLonger = tail(max(-z), FALSE), secondLivesShorter = tail(max(z), FALSE))
}

comparison_content <- function() {
  formulas <- list(
    c("lung", "Surv(time, status) ~ sex"), c("lung", "Surv(time, status) ~ ph.ecog + strata(sex)"), c("veteran", "Surv(time, status) ~ celltype"),
    c("ovarian", "Surv(futime, fustat) ~ rx"), c("kidney", "Surv(time, status) ~ disease"), c("ties", "Surv(time, status) ~ group"),
    c("ties", "Surv(time, status) ~ group + strata(y)"), c("near-ties", "Surv(time, status) ~ group"),
    c("strata", "Surv(time, status) ~ arm + strata(centre)"), c("truncation", "Surv(entry, exit, status) ~ group"),
    c("recurrent", "Surv(start, stop, event) ~ clinic"), c("recurrent", "Surv(start, stop, event) ~ treated + strata(clinic)"),
    c("test1", "Surv(time, status) ~ x"), c("test2", "Surv(start, stop, event) ~ x"))
  weighted <- unlist(lapply(formulas, function(f) lapply(names(comparison_weights), function(w) weighted_case(f[1], f[2], w))), FALSE)
  pairwise <- unlist(lapply(list(
    c("veteran", "Surv(time, status) ~ celltype"), c("veteran", "Surv(time, status) ~ celltype + strata(trt)"),
    c("lung", "Surv(time, status) ~ ph.ecog"), c("kidney", "Surv(time, status) ~ disease"), c("colon", "Surv(time, status) ~ rx + strata(etype)"),
    c("ties", "Surv(time, status) ~ group")), function(f) lapply(c(0, 1), function(rho) pairwise_case(f[1], f[2], rho))), FALSE)
  sets <- list("two" = list(c(0, 0), c(0, 1)), "three" = list(c(0, 0), c(0, 1), c(1, 1)),
               "default" = list(c(0, 0), c(0, 1), c(1, 1), c(1, 0)), "twice the same" = list(c(1, 0), c(1, 0)), "one" = list(c(0, 0)))
  maxcombo <- unlist(lapply(list(
    c("lung", "Surv(time, status) ~ sex"), c("lung", "Surv(time, status) ~ sex + strata(ph.ecog)"), c("veteran", "Surv(time, status) ~ trt"),
    c("ovarian", "Surv(futime, fustat) ~ rx"), c("truncation", "Surv(entry, exit, status) ~ group"), c("near-ties", "Surv(time, status) ~ group"),
    c("test1", "Surv(time, status) ~ x")),
    function(f) lapply(names(sets), function(s) maxcombo_case(f[1], f[2], s, sets[[s]]))), FALSE)
  adjust <- list(
    adjust_case("plain", c(0.01, 0.02, 0.03, 0.04, 0.05)), adjust_case("unordered with ties", c(0.04, 0.001, 0.04, 0.2, 0.001, 1)),
    adjust_case("tiny", c(1e-300, 3e-300, 0.5)), adjust_case("one", 0.3), adjust_case("zeros and ones", c(0, 1, 0, 1)))
  all <- c(weighted, pairwise, maxcombo)
  stopifnot(!anyDuplicated(vapply(weighted, `[[`, "", "name")), !anyDuplicated(vapply(maxcombo, `[[`, "", "name")))
  list(session = c(session(), list(mvtnorm = utils::packageDescription("mvtnorm")$Version)), datasets = datasets_of(all), cases = weighted,
       pairwise = pairwise, maxCombo = maxcombo, adjust = adjust)
}
