# R's answers to the questions of the fuzz: one list of numbers a question, flattened as length and values of each key, in the order of the
# keys; -1 where R has no such number.

control <- coxph.control(eps = 2e-12, iter.max = 100)

# The columns of a set lie behind one another in the file "set"; a text column holds the places of its letters.
fuzz_frame <- function(rows, names, text) {
  values <- matrix(read_doubles("set", rows * length(names)), nrow = rows)
  frame <- as.data.frame(values)
  names(frame) <- names
  for (j in which(text)) frame[[j]] <- letters[frame[[j]] + 1]
  frame
}

fuzz_ask <- function(kind, rows, names, text, formula, options, keys) {
  frame <- fuzz_frame(rows, names, text)
  answer <- get(paste0("fuzz_", kind))(frame, as.formula(formula), options)
  unlist(lapply(keys, function(key) if (is.null(answer[[key]])) -1 else c(length(answer[[key]]), as.double(answer[[key]]))))
}

attempt <- function(expression) tryCatch(expression, error = function(problem) NULL)

common <- function(frame, formula, options, arguments = list()) {
  arguments <- c(list(formula, quote(frame)), arguments)
  if (!is.null(options$weights)) arguments$weights <- as.name(options$weights)
  if (!is.null(options$cluster)) arguments$cluster <- as.name(options$cluster)
  arguments
}

fuzz_km <- function(frame, formula, options) {
  environment(formula) <- environment()
  # Rows of weight 0 say nothing; R has their times, and joins near ties by them.
  if (!is.null(options$weights)) frame <- frame[frame[[options$weights]] > 0, ]
  fit <- do.call(survfit, common(frame, formula, options, list(
    conf.type = options$conf.type, conf.int = options$level, stype = options$stype, ctype = options$ctype)))
  quantiles <- attempt(quantile(fit, c(.25, .5, .75)))
  mean <- attempt(summary(fit, rmean = options$tau)$table)
  if (!is.null(mean) && !is.matrix(mean)) mean <- t(mean)
  list(groups = if (is.null(fit$strata)) length(fit$time) else fit$strata, time = fit$time, n.risk = fit$n.risk, n.event = fit$n.event,
       n.censor = fit$n.censor, surv = fit$surv, std.err = if (isFALSE(fit$logse)) fit$std.err else fit$std.err * fit$surv, lower = fit$lower,
       upper = fit$upper, cumhaz = fit$cumhaz, std.chaz = fit$std.chaz, quantile = t(quantiles$quantile), quantile.lower = t(quantiles$lower),
       quantile.upper = t(quantiles$upper), rmean = mean[, grep("^rmean$|^[*]rmean$", colnames(mean))],
       rmean.se = mean[, grep("se[(]rmean", colnames(mean))])
}

fuzz_logrank <- function(frame, formula, options) {
  environment(formula) <- environment()
  test <- survdiff(formula, frame, rho = options$rho)
  total <- function(x) if (is.matrix(x)) rowSums(x) else x
  list(observed = total(test$obs), expected = total(test$exp), variance = test$var, chisq = test$chisq)
}

# b' V^-1 b with a matrix whose diagonal is 1, so that the units of the columns do not matter.
quadratic_form <- function(b, V) {
  s <- 1 / sqrt(diag(V))
  sum(b * s * qr.solve(V * outer(s, s), b * s, tol = 1e-14))
}

# The score test by the sums of each cluster's score residuals at coefficients of 0, the offset where it is.
robust_score <- function(frame, formula, options, used) {
  none <- coxph.control(iter.max = 0)
  start <- suppressWarnings(do.call(coxph, common(frame, formula, options, list(ties = options$ties, control = none, init = rep(0, length(used)), x = TRUE,
                                                                           model = TRUE))))
  sums <- as.matrix(residuals(start, "score", weighted = TRUE))[, used, drop = FALSE]
  if (!is.null(options$cluster)) sums <- rowsum(sums, model.extract(model.frame(start), "cluster"))
  quadratic_form(colSums(sums), crossprod(sums))
}

# 0 converged, 1 separation, 2 singular, 3 no events, 4 the limit of iterations, 5 anything else that R warns of.
cox_status <- function(fit, warned) {
  if (fit$nevent == 0) 3
  else if (any(grepl("converged before|infinite", warned))) 1
  else if (anyNA(coef(fit))) 2
  else if (any(grepl("Ran out of iterations", warned))) 4
  else if (length(warned)) 5
  else 0
}

fuzz_cox <- function(frame, formula, options) {
  environment(formula) <- environment()
  # R takes no weight of 0 here; such a row says nothing.
  zeros <- !is.null(options$weights) && any(frame[[options$weights]] == 0)
  if (zeros) {
    frame <- frame[complete.cases(frame), ]
    frame[] <- lapply(frame, function(x) if (is.character(x)) factor(x) else x)
    frame <- frame[frame[[options$weights]] > 0, ]
  }
  warned <- character()
  fit <- withCallingHandlers(
    do.call(coxph, common(frame, formula, options, list(ties = options$ties, control = control, x = TRUE, model = TRUE))),
    warning = function(w) {
      warned <<- c(warned, conditionMessage(w))
      invokeRestart("muffleWarning")
    })
  if (!inherits(fit, "coxph")) class(fit) <- "coxph" # survival 3.5-3 forgets it for ties = "exact" with (start, stop] data.
  used <- !is.na(coef(fit))
  na <- function(x) ifelse(used, x, NA)
  robust <- !is.null(fit$naive.var)
  se <- na(sqrt(diag(as.matrix(fit$var))))
  answer <- list(
    status = cox_status(fit, warned), coef = coef(fit), se = if (robust) na(sqrt(diag(as.matrix(fit$naive.var)))) else se,
    robust.se = if (robust) se, loglik = fit$loglik[c(1, length(fit$loglik))], lr = 2 * diff(fit$loglik), wald = if (any(used)) fit$wald.test, score = fit$score,
    robust.score = fit$rscore, df = sum(used), concordance = fit$concordance[["concordance"]], concordance.se = fit$concordance[["std"]],
    x.size = apply(abs(fit$x), 2, max))
  # Of exact ties there are these two only; for (start, stop] data R computes others as if the ties were Breslow's.
  if (any(used)) answer$wald.defined <- attempt(quadratic_form(coef(fit)[used], as.matrix(fit$var)[used, used, drop = FALSE]))
  if (robust && any(used)) answer$robust.score.defined <- attempt(robust_score(frame, formula, options, used))
  for (kind in c("martingale", "deviance", if (options$ties != "exact") c("score", "schoenfeld", "scaledsch", "dfbeta", "dfbetas")))
    answer[[paste0("residual.", kind)]] <- attempt(as.vector(suppressWarnings(residuals(fit, kind))))
  # What is derived of a coefficient that is not there is not there either.
  for (kind in c("scaledsch", "dfbeta", "dfbetas")) if (length(values <- answer[[paste0("residual.", kind)]]))
    answer[[paste0("residual.", kind)]] <- ifelse(rep(used, each = length(values) / length(used)), values, NA)
  lp <- attempt(predict(fit, type = "lp", se.fit = TRUE))
  answer$lp <- lp$fit
  answer$lp.se <- lp$se.fit
  answer$expected <- attempt(predict(fit, type = "expected"))
  if (zeros) return(answer) # Curves have their times.
  hazard <- attempt(basehaz(fit, centered = FALSE))
  answer$baseline.time <- hazard$time
  answer$baseline <- hazard$hazard
  curve <- attempt(survfit(fit))
  answer$curve.n.risk <- curve$n.risk
  answer$curve.surv <- curve$surv
  answer$curve.std.err <- curve$std.err
  answer$curve.lower <- curve$lower
  answer$curve.upper <- curve$upper
  zph <- attempt(cox.zph(fit, transform = options$transform, terms = TRUE))
  answer$zph <- zph$table[, "chisq"]
  answer$zph.df <- zph$table[, "df"]
  answer
}
