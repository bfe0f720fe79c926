# Interval-censored times: survreg() of type interval2, and the masses of Turnbull's estimate by long runs of the EM algorithm.
# Cosmetic deterioration of breast cancer patients: Finkelstein and Wolfe (1985), Biometrics 41, 933-945, table 1.

cosmesis_data <- function() {
  rad <- c(45,NA, 25,37, 37,NA, 6,10, 46,NA, 0,5, 0,7, 26,40, 18,NA, 46,NA, 46,NA, 24,NA, 46,NA, 27,34, 36,NA, 7,16, 36,44, 5,11, 17,NA,
           46,NA, 19,35, 7,14, 36,48, 17,25, 37,44, 37,NA, 24,NA, 0,8, 40,NA, 32,NA, 4,11, 17,25, 33,NA, 15,NA, 46,NA, 19,26, 11,15,
           11,18, 37,NA, 22,NA, 38,NA, 34,NA, 46,NA, 5,12, 36,NA, 46,NA)
  both <- c(8,12, 0,5, 30,34, 0,22, 5,8, 13,NA, 24,31, 12,20, 10,17, 17,27, 11,NA, 8,21, 17,23, 33,40, 4,9, 24,30, 31,NA, 11,NA, 16,24,
            13,39, 14,19, 13,NA, 19,32, 4,8, 11,13, 34,NA, 34,NA, 16,20, 13,NA, 30,36, 18,25, 16,24, 18,24, 17,26, 35,NA, 16,60, 32,NA,
            15,22, 35,39, 23,NA, 11,17, 21,NA, 44,48, 22,32, 11,20, 14,17, 10,35, 48,NA)
  limits <- matrix(c(rad, both), ncol = 2, byrow = TRUE)
  stopifnot(nrow(limits) == 94L)
  data.frame(left = limits[, 1], right = limits[, 2], treatment = rep(c("Rad", "RadChem"), c(46L, 48L)))
}

# Exact, right-, left- and interval-censored times together, with weights and strata.
simulate_intervals <- function() {
  set.seed(107)
  n <- 160
  x <- round(rnorm(n), 2)
  centre <- sample(1:2, n, TRUE)
  time <- rweibull(n, 1.4, 12 * exp(0.4 * x))
  kind <- sample(c("exact", "visits", "once"), n, TRUE, c(3, 5, 2))
  visit <- round(runif(n, 1, 4), 1)
  left <- ifelse(kind == "exact", round(time, 1) + 0.1, ifelse(kind == "visits", visit * floor(time / visit), 9))
  right <- ifelse(kind == "exact", left, ifelse(kind == "visits", left + visit, 9))
  once <- kind == "once"
  right[once & time > 9] <- NA
  left[once & time <= 9] <- NA
  late <- !is.na(left) & left > 20
  right[late] <- NA
  left[late] <- 20
  data.frame(left = round(left, 1), right = round(right, 1), x, centre, w = round(runif(n, 0.4, 2), 2))
}

interval_case <- function(name, data, terms, dist, weights = NULL) {
  frame <- read_data(data)
  frame$left[!is.na(frame$left) & frame$left == 0] <- NA
  formula <- paste0("Surv(left, right, type = \"interval2\") ~ ", terms)
  arguments <- list(as.formula(formula), frame, dist = dist,
                    control = survreg.control(maxiter = 200, rel.tolerance = 1e-14, toler.chol = 1e-14))
  if (!is.null(weights)) arguments$weights <- as.name(weights)
  fit <- do.call(survreg, arguments)
  estimated <- nrow(fit$var) > length(coef(fit))
  list(name = name, data = data, formula = formula, dist = dist, weights = weights, n = length(fit$linear.predictors),
       names = array_of(names(coef(fit))), estimates = array_of(unname(c(coef(fit), if (estimated) log(fit$scale)))),
       se = array_of(unname(sqrt(diag(fit$var)))), loglik = list(null = fit$loglik[1], model = fit$loglik[2]))
}

# The masses of Turnbull's estimate over the innermost intervals, (left, right] or single times.
turnbull <- function(left, right, weights = rep(1, length(left))) {
  left[is.na(left)] <- -Inf
  right[is.na(right)] <- Inf
  exact <- left == right
  limits <- rbind(data.frame(time = left, kind = ifelse(exact, 0, 2)), data.frame(time = right, kind = 1))
  limits <- limits[order(limits$time, limits$kind), ]
  at <- which(limits$kind[-1] == 1 & limits$kind[-nrow(limits)] != 1)
  lower <- limits[at, ]
  upper <- limits[at + 1, ]
  key <- function(time, kind) rank(c(limits$time + 0), ties.method = "min")[match(time, limits$time)] * 3 + kind
  covers <- outer(key(left, ifelse(exact, 0, 2)), key(lower$time, lower$kind), "<=") &
    outer(key(right, 1), key(upper$time, 1), ">=")
  p <- rep(1 / length(at), length(at))
  total <- sum(weights)
  for (i in 1:200000) {
    derivative <- drop(crossprod(covers, weights / drop(covers %*% p))) / total
    p <- p * derivative
    if (i %% 1000 == 0) p[p < 1e-14] <- 0
    if (max(derivative) - 1 < 1e-11 && max(p * abs(derivative - 1)) < 1e-12) break
  }
  kept <- p > 1e-9
  list(lower = array_of(lower$time[kept]), upper = array_of(upper$time[kept]), mass = array_of(p[kept] / sum(p[kept])),
       loglik = sum(weights * log(drop(covers %*% p))))
}

turnbull_case <- function(name, data, rows = TRUE, weights = NULL) {
  frame <- read_data(data)[rows, ]
  c(list(name = name, data = data, weights = weights),
    turnbull(frame$left, frame$right, if (is.null(weights)) rep(1, nrow(frame)) else frame[[weights]]))
}

interval_content <- function() {
  write_data("cosmesis", cosmesis_data())
  write_data("intervals", simulate_intervals())
  cosmesis <- read_data("cosmesis")
  distributions <- c("exponential", "weibull", "rayleigh", "lognormal", "loglogistic", "gaussian", "logistic", "extreme")
  cases <- unlist(lapply(distributions, function(dist) list(
    interval_case(paste("cosmesis", dist), "cosmesis", "treatment", dist),
    interval_case(paste("intervals", dist), "intervals", "x", dist))), recursive = FALSE)
  cases <- c(cases, list(
    interval_case("intervals strata", "intervals", "x + strata(centre)", "weibull"),
    interval_case("intervals weights", "intervals", "x + factor(centre)", "loglogistic", "w")))
  curves <- list(
    turnbull_case("cosmesis Rad", "cosmesis", cosmesis$treatment == "Rad"),
    turnbull_case("cosmesis RadChem", "cosmesis", cosmesis$treatment == "RadChem"),
    turnbull_case("cosmesis all", "cosmesis"),
    turnbull_case("intervals", "intervals"),
    turnbull_case("intervals weights", "intervals", weights = "w"))
  list(session = session(), datasets = datasets_of(c(cases, curves)), cases = cases, curves = curves)
}
