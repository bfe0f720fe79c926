# Cumulative hazards, exp(-H) survival, robust errors, restricted mean contrasts, follow-up and confidence bands.
#
# survRM2 and km.ci are not needed: contrasts follow from summary(rmean =), and the bands' critical values are computed here by
# another method than the library's (sine series and Kummer functions instead of images and an oscillator in a box).

curve_fit <- function(frame, formula, stype, ctype, confType, weights, cluster, robust) {
  arguments <- list(as.formula(formula), frame, stype = stype, ctype = ctype, conf.type = confType)
  if (!is.null(weights)) arguments$weights <- as.name(weights)
  if (!is.null(cluster)) arguments$cluster <- as.name(cluster)
  if (!is.null(robust)) arguments$robust <- robust
  do.call(survfit, arguments)
}

parts_of <- function(fit) {
  groups <- if (is.null(fit$strata)) "all" else names(fit$strata)
  index <- if (is.null(fit$strata)) rep(1L, length(fit$time)) else rep(seq_along(groups), fit$strata)
  list(groups = groups, index = index)
}

# Two corrections of survfit 3.5-3, each where it contradicts itself:
#
# * `logse` tells whether std.err is that of log S. For robust errors it is set by the wrong type: std.err belongs to S for stype 1
#   and to log S for stype 2, whatever ctype is (the product limit of ctype 1 and 2 is one curve with one error). The limits follow it.
# * quantile() reads limits with approx(), which sorts them. Where a limit goes up again after a time (the upper one can, late in a
#   small group), that finds a time at which it was not crossed. Used here is the first time at which it is, as in print().
corrected <- function(fit, stype, robust, confType) {
  fit$logse <- !robust || stype == 2
  limits <- survival:::survfit_confint(fit$surv, fit$std.err, fit$logse, confType, fit$conf.int)
  fit$lower <- limits$lower
  fit$upper <- limits$upper
  fit
}

limit_quantiles <- function(given, time, limit, probabilities) {
  known <- !is.na(limit)
  if (!is.unsorted(rev(limit[known]))) return(given)
  vapply(probabilities, function(p) {
    reached <- known & 1 - limit >= p - sqrt(.Machine$double.eps)
    if (any(reached)) time[which(reached)[1]] else NA_real_
  }, 0)
}

hazard_case <- function(name, data, formula, stype = 1, ctype = 1, confType = "log", weights = NULL, cluster = NULL, robust = NULL,
                        each = NULL) {
  frame <- read_data(data)
  # R requires a cluster for robust errors of (start, stop] data; `each` gives every row its own.
  if (!is.null(each)) { frame[[".row"]] <- seq_len(nrow(frame)); cluster <- ".row" }
  isRobust <- if (is.null(robust)) !is.null(cluster) || (!is.null(weights) && any(frame[[weights]] != floor(frame[[weights]]))) else robust
  fit <- corrected(curve_fit(frame, formula, stype, ctype, confType, weights, cluster, robust), stype, isRobust, confType)
  parts <- parts_of(fit)
  se <- if (fit$logse) fit$std.err * fit$surv else fit$std.err
  probabilities <- c(0.1, 0.25, 0.5, 0.75)
  quantiles <- quantile(fit, probabilities)
  of_group <- function(m, g) unname(if (is.matrix(m)) m[g, ] else m)
  list(name = name, data = data, formula = formula, weights = weights, cluster = if (is.null(each)) cluster, robust = robust,
       each = !is.null(each), isRobust = isRobust, survivalMethod = stype, hazardMethod = ctype, confType = confType,
       curves = lapply(seq_along(parts$groups), function(g) {
         here <- parts$index == g
         lower <- limit_quantiles(of_group(quantiles$lower, g), fit$time[here], fit$lower[here], probabilities)
         upper <- limit_quantiles(of_group(quantiles$upper, g), fit$time[here], fit$upper[here], probabilities)
         list(group = group_names(parts$groups[g]), time = array_of(fit$time[here]), survival = array_of(fit$surv[here]),
              se = array_of(se[here]), lower = array_of(fit$lower[here]), upper = array_of(fit$upper[here]),
              hazard = array_of(fit$cumhaz[here]), hazardError = array_of(fit$std.chaz[here]),
              quantiles = lapply(1:4, function(q) list(
                p = probabilities[q], estimate = of_group(quantiles$quantile, g)[q], lower = lower[q], upper = upper[q])))
       }))
}

hazard_cases <- function() {
  cases <- list()
  add <- function(label, ..., stypes = 1:2, ctypes = 1:2, types = "log") {
    for (stype in stypes) for (ctype in ctypes) for (type in types)
      cases[[length(cases) + 1L]] <<- hazard_case(sprintf("%s, stype %d, ctype %d, %s", label, stype, ctype, type), ..., stype = stype,
                                                  ctype = ctype, confType = type)
  }
  all <- confidence_types
  add("ovarian by rx", "ovarian", "Surv(futime, fustat) ~ rx", types = all)
  add("lung by sex", "lung", "Surv(time, status) ~ sex")
  add("veteran by celltype", "veteran", "Surv(time, status) ~ celltype")
  add("heart by transplant", "heart", "Surv(start, stop, event) ~ transplant")
  add("rats by rx", "rats", "Surv(time, status) ~ rx")
  add("ties by group", "ties", "Surv(time, status) ~ group", types = all)
  add("test1", "test1", "Surv(time, status) ~ 1")
  add("test3, integer weights", "test3", "Surv(time, status) ~ 1", weights = "w")
  add("weights by arm, not robust", "weights", "Surv(time, status) ~ arm", weights = "w", robust = FALSE)
  add("truncation", "truncation", "Surv(entry, exit, status) ~ group")
  add("truncation, weights, not robust", "truncation", "Surv(entry, exit, status) ~ group", weights = "w", robust = FALSE)
  add("early zero", "early-zero", "Surv(entry, exit, status) ~ 1")
  add("edges, no event", "edges", "Surv(time, none) ~ 1")
  add("edges, all tied", "edges", "Surv(same, status) ~ 1")

  add("lung by sex, robust", "lung", "Surv(time, status) ~ sex", robust = TRUE)
  add("ties by group, robust", "ties", "Surv(time, status) ~ group", robust = TRUE, types = all)
  add("edges, no censoring, robust", "edges", "Surv(time, all) ~ 1", robust = TRUE, types = all)
  add("weights by arm, robust by default", "weights", "Surv(time, status) ~ arm", weights = "w", types = all)
  add("weights by arm, integer weights, robust", "weights", "Surv(time, status) ~ arm", weights = "k", robust = TRUE)
  add("lung by centre", "lung", "Surv(time, status) ~ sex", cluster = "inst")
  add("kidney by patient", "kidney", "Surv(time, status) ~ sex", cluster = "id", types = all)
  add("rats by litter", "rats", "Surv(time, status) ~ rx", cluster = "litter")
  add("heart by patient", "heart", "Surv(start, stop, event) ~ 1", cluster = "id")
  add("heart by patient and transplant", "heart", "Surv(start, stop, event) ~ transplant", cluster = "id")
  add("truncation, each row", "truncation", "Surv(entry, exit, status) ~ group", each = TRUE)
  add("truncation, weights, each row", "truncation", "Surv(entry, exit, status) ~ group", weights = "w", each = TRUE)
  cases
}

# --- Restricted means of two groups or more, as survRM2::rmst2 without covariates: every group against the first ----------------

contrast_case <- function(name, data, formula, tau, level = 0.95, weights = NULL) {
  fit <- curve_fit(read_data(data), formula, 1, 1, "log", weights, NULL, if (is.null(weights)) NULL else FALSE)
  table <- summary(fit, rmean = tau)$table
  m <- table[, "rmean"]
  s <- table[, "se(rmean)"]
  z <- qnorm(1 - (1 - level) / 2)
  effect <- function(estimate, se, back = identity) {
    list(estimate = back(estimate), se = se, lower = back(estimate - z * se), upper = back(estimate + z * se),
         p = 2 * pnorm(-abs(estimate / se)))
  }
  ratio <- function(a, b, sa, sb) effect(log(a / b), sqrt((sa / a)^2 + (sb / b)^2), exp)
  list(name = name, data = data, formula = formula, weights = weights, tau = tau, level = level,
       contrasts = lapply(2:length(m), function(g) list(
         group = group_names(names(fit$strata)[g]), reference = group_names(names(fit$strata)[1]),
         difference = effect(unname(m[g] - m[1]), unname(sqrt(s[g]^2 + s[1]^2))),
         ratio = ratio(unname(m[g]), unname(m[1]), unname(s[g]), unname(s[1])),
         timeLostRatio = ratio(unname(tau - m[g]), unname(tau - m[1]), unname(s[g]), unname(s[1])))))
}

contrast_cases <- function() list(
  contrast_case("lung by sex to 500", "lung", "Surv(time, status) ~ sex", 500),
  contrast_case("lung by sex to 365, 0.9", "lung", "Surv(time, status) ~ sex", 365, 0.9),
  contrast_case("ovarian by rx to 730", "ovarian", "Surv(futime, fustat) ~ rx", 730),
  contrast_case("veteran by celltype to 200", "veteran", "Surv(time, status) ~ celltype", 200),
  contrast_case("weights by arm to 20", "weights", "Surv(time, status) ~ arm", 20, weights = "k"),
  contrast_case("truncation by group to 15", "truncation", "Surv(entry, exit, status) ~ group", 15),
  contrast_case("mgus2 by sex to 240", "mgus2", "Surv(futime, death) ~ sex", 240))

# --- Median follow-up: reverse Kaplan-Meier ----------------------------------------------------------------------------------------

follow_up_case <- function(name, data, formula, reversed, weights = NULL) {
  fit <- curve_fit(read_data(data), reversed, 1, 1, "log", weights, NULL, NULL)
  parts <- parts_of(fit)
  q <- quantile(fit, 0.5)
  list(name = name, data = data, formula = formula, weights = weights, curves = lapply(seq_along(parts$groups), function(g) {
    here <- parts$index == g
    list(group = group_names(parts$groups[g]), survival = array_of(fit$surv[here]), se = array_of(fit$std.err[here] * if (fit$logse) fit$surv[here] else 1),
         median = list(estimate = unname(q$quantile[g]), lower = unname(q$lower[g]), upper = unname(q$upper[g])))
  }))
}

follow_up_cases <- function() list(
  follow_up_case("lung by sex", "lung", "Surv(time, status) ~ sex", "Surv(time, status == 1) ~ sex"),
  follow_up_case("mgus2", "mgus2", "Surv(futime, death) ~ 1", "Surv(futime, 1 - death) ~ 1"),
  follow_up_case("ovarian by rx", "ovarian", "Surv(futime, fustat) ~ rx", "Surv(futime, 1 - fustat) ~ rx"),
  follow_up_case("truncation by group", "truncation", "Surv(entry, exit, status) ~ group", "Surv(entry, exit, 1 - status) ~ group"),
  follow_up_case("weights by arm, robust by default", "weights", "Surv(time, status) ~ arm", "Surv(time, 1 - status) ~ arm", weights = "w"))

# --- Bands ---------------------------------------------------------------------------------------------------------------------------

# P(|bridge| <= k on [a, b]): the heat kernel between -k and k as a sine series, with the bridge's ends integrated out.
hall_wellner_probability <- function(a, b, k) {
  modes <- seq(1, ceiling(sqrt(40 * 8 * k^2 / (pi^2 * (b - a)))), 2)
  integral <- function(variance, n) integrate(function(x) dnorm(x, 0, sqrt(variance)) * sin(n * pi * (x + k) / (2 * k)), -k, k,
                                              rel.tol = 1e-12, subdivisions = 4000)$value
  sqrt(2 * pi) * sum(vapply(modes, function(n) integral(a, n) * integral(1 - b, n) / k * exp(-n^2 * pi^2 * (b - a) / (8 * k^2)), 0))
}

# P(|bridge(u)| <= c sqrt(u (1 - u)) on [a, b]): an Ornstein-Uhlenbeck process in (-c, c). Its even eigenfunctions are Kummer's
# M(-l/2, 1/2, x^2/2), its eigenvalues l those that make them 0 at c.
kummer <- function(l, x) {
  sum <- term <- 1
  for (j in 0:400) {
    term <- term * (j - l / 2) / (j + 0.5) * (x^2 / 2) / (j + 1)
    sum <- sum + term
    if (j > l + 8 && abs(term) < 1e-18 * max(1, abs(sum))) break
  }
  sum
}

equal_precision_probability <- function(a, b, c) {
  time <- log(b * (1 - a) / (a * (1 - b))) / 2
  grid <- seq(1e-6, 32 / time, length.out = 600)
  values <- vapply(grid, kummer, 0, x = c)
  total <- 0
  for (k in which(values[-1] * values[-length(values)] < 0)) {
    l <- uniroot(kummer, grid[k + 0:1], x = c, tol = 1e-15)$root
    mode <- function(x) vapply(x, function(at) kummer(l, at), 0)
    one <- integrate(function(x) dnorm(x) * mode(x), -c, c, rel.tol = 1e-10, stop.on.error = FALSE)$value
    two <- integrate(function(x) dnorm(x) * mode(x)^2, -c, c, rel.tol = 1e-10, stop.on.error = FALSE)$value
    total <- total + exp(-l * time) * one^2 / two
  }
  total
}

critical_value <- function(type, a, b, level) {
  probability <- if (type == "hall-wellner") hall_wellner_probability else equal_precision_probability
  range <- if (type == "hall-wellner") c(qnorm((1 + level) / 2) * sqrt(max(a * (1 - a), b * (1 - b))), 1.8) else c(qnorm((1 + level) / 2), 4.2)
  uniroot(function(x) probability(a, b, x) - level, range, tol = 1e-12)$root
}

# Klein and Moeschberger (2003), section 4.4, each transformation as written there; their "log" is log-log.
band_limits <- function(scale, type, s, v, n, critical) {
  width <- if (type == "hall-wellner") critical * (1 + n * v) / sqrt(n) else critical * sqrt(v)
  cut <- function(x) pmin(pmax(x, 0), 1)
  switch(scale,
         plain = list(lower = cut(s - width * s), upper = cut(s + width * s)),
         log = list(lower = s * exp(-width), upper = pmin(1, s * exp(width))),
         "log-log" = { theta <- exp(width / log(s)); list(lower = s^(1 / theta), upper = s^theta) },
         arcsin = {
           half <- 0.5 * width * sqrt(s / (1 - s))
           list(lower = sin(pmax(0, asin(sqrt(s)) - half))^2, upper = sin(pmin(pi / 2, asin(sqrt(s)) + half))^2)
         })
}

band_case <- function(name, data, formula, type, scale, from, to, level = 0.95, weights = NULL) {
  frame <- read_data(data)
  fit <- curve_fit(frame, formula, 1, 1, "log", weights, NULL, NULL)
  n <- if (is.null(weights)) fit$n else sum(frame[[weights]])
  here <- fit$time >= from & fit$time <= to
  start <- max(which(fit$time <= from))
  rows <- unique(c(start, which(here)))
  v <- fit$std.err[rows]^2
  a <- n * v / (1 + n * v)
  critical <- critical_value(type, a[1], a[length(a)], level)
  limits <- band_limits(scale, type, fit$surv[rows], v, n, critical)
  list(name = name, data = data, formula = formula, weights = weights, type = type, confType = scale, level = level, from = from, to = to,
       a = array_of(c(a[1], a[length(a)])), criticalValue = critical, time = array_of(pmax(from, fit$time[rows])),
       survival = array_of(fit$surv[rows]), lower = array_of(limits$lower), upper = array_of(limits$upper))
}

band_cases <- function() {
  cases <- list()
  for (type in c("hall-wellner", "equal-precision")) for (scale in c("plain", "log", "log-log", "arcsin")) {
    add <- function(label, ...) cases[[length(cases) + 1L]] <<- band_case(sprintf("%s, %s, %s", label, type, scale), ..., type = type, scale = scale)
    add("lung", "lung", "Surv(time, status) ~ 1", from = 100, to = 600)
    add("ovarian, 0.9", "ovarian", "Surv(futime, fustat) ~ 1", from = 59, to = 638, level = 0.9)
    if (scale == "log-log") {
      add("test3, integer weights", "test3", "Surv(time, status) ~ 1", from = 1, to = 2, weights = "w")
      add("truncation, 0.99", "truncation", "Surv(entry, exit, status) ~ 1", from = 3, to = 20, level = 0.99)
    }
  }
  cases
}

critical_cases <- function() {
  cases <- list()
  for (type in c("hall-wellner", "equal-precision")) for (level in c(0.9, 0.95, 0.99))
    for (ab in list(c(0.02, 0.1), c(0.1, 0.6), c(0.1, 0.9), c(0.3, 0.5), c(0.02, 0.98)))
      cases[[length(cases) + 1L]] <- list(name = sprintf("%s, %g, from %g to %g", type, level, ab[1], ab[2]), type = type, level = level,
                                          from = ab[1], to = ab[2], value = critical_value(type, ab[1], ab[2], level))
  cases
}

curves_content <- function() {
  lists <- list(hazards = hazard_cases(), contrasts = contrast_cases(), followUp = follow_up_cases(), bands = band_cases())
  for (cases in lists) stopifnot(!anyDuplicated(vapply(cases, `[[`, "", "name")))
  c(list(session = session(), datasets = datasets_of(unlist(unname(lists), recursive = FALSE))), lists, list(criticalValues = critical_cases()))
}
