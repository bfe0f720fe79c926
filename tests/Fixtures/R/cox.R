# Cox regression: coxph(), its summary(), basehaz(), residuals() and cox.zph().
#
# coxph.control(eps = 2e-12, iter.max = 40): converged well below the 1e-8 that the tests require. (eps bounds the relative
# change of the log-likelihood; the coefficients are accurate only to its square root, before one more Newton step, and 1e-11 left 1e-9 in
# one of them.) R's default eps is 1e-9, so `iterations` can be more than a fit with the defaults takes. The convergence is
# checked by one more Newton step below.

control <- coxph.control(eps = 2e-12, iter.max = 40)
furthest_step <- 0

test_of <- function(value, df) {
  value <- as.vector(value)
  list(value = value, df = df, p = pchisq(value, df, lower.tail = FALSE), logP = log_chisq_p(value, df))
}

cox_case <- function(name, data, formula, ties = "efron", weights = NULL, robust = NULL, baseline = FALSE, residuals = FALSE,
                     zph = character(), tags = character()) {
  frame <- read_data(data)
  arguments <- list(as.formula(formula), frame, ties = ties, control = control, x = TRUE)
  if (!is.null(weights)) arguments$weights <- as.name(weights)
  if (!is.null(robust)) arguments$robust <- robust
  warned <- character()
  fit <- withCallingHandlers(do.call(coxph, arguments), warning = function(w) {
    warned <<- c(warned, conditionMessage(w))
    invokeRestart("muffleWarning")
  })
  if (!inherits(fit, "coxph")) class(fit) <- "coxph" # survival 3.5-3 forgets it for ties = "exact" with (start, stop] data.
  beta <- coef(fit)
  result <- list(name = name, data = data, formula = formula, ties = ties, weights = weights,
                 robust = !is.null(fit$naive.var), tags = array_of(tags), warnings = array_of(trimws(warned)), n = fit$n,
                 events = fit$nevent, omitted = length(fit$na.action))
  if (is.null(beta))
    return(c(result, list(names = array_of(character()), loglik = list(null = fit$loglik[1], model = fit$loglik[1]),
                          aic = AIC(fit), bic = BIC(fit), baseline = if (baseline) baseline_of(fit))))

  if (length(warned) == 0L && !anyNA(beta)) check_converged(fit, arguments, name)
  used <- !is.na(beta)
  df <- sum(used)
  se <- sqrt(diag(as.matrix(fit$var)))
  naive <- if (result$robust) sqrt(diag(as.matrix(fit$naive.var))) else se
  se[!used] <- NA
  naive[!used] <- NA
  z <- beta / se
  width <- qnorm(0.975) * se
  concordance <- fit$concordance
  c(result, list(
    names = array_of(names(beta)), coef = array_of(beta), se = array_of(naive),
    robustSe = if (result$robust) array_of(se), z = array_of(z), p = array_of(2 * pnorm(-abs(z))),
    logP = array_of(log(2) + pnorm(-abs(z), log.p = TRUE)), hazardRatio = array_of(exp(beta)),
    lower = array_of(exp(beta - width)), upper = array_of(exp(beta + width)), means = array_of(fit$means),
    var = as.matrix(fit$var), naiveVar = if (result$robust) as.matrix(fit$naive.var),
    loglik = list(null = fit$loglik[1], model = fit$loglik[2]), iterations = fit$iter,
    lr = test_of(2 * diff(fit$loglik), df), wald = test_of(fit$wald.test, df), score = test_of(fit$score, df),
    robustScore = if (!is.null(fit$rscore)) test_of(fit$rscore, df),
    concordance = list(estimate = concordance[["concordance"]], std = concordance[["std"]],
                       concordant = concordance[["concordant"]], discordant = concordance[["discordant"]],
                       tiedX = concordance[["tied.x"]], tiedY = concordance[["tied.y"]], tiedXY = concordance[["tied.xy"]]),
    aic = AIC(fit), bic = BIC(fit)),
    if (baseline) list(baseline = baseline_of(fit)),
    if (residuals) list(residuals = residuals_of(fit)),
    if (length(zph)) list(zph = lapply(zph, zph_of, fit = fit)))
}

# One more Newton step from the solution must not move it.
check_converged <- function(fit, arguments, name) {
  arguments$init <- coef(fit)
  again <- suppressWarnings(do.call(coxph, arguments))
  step <- max(abs(coef(again) - coef(fit)) / pmax(abs(coef(fit)), 1e-3 * sqrt(diag(as.matrix(fit$var)))))
  furthest_step <<- max(furthest_step, step)
  if (step > 1e-9) stop(name, ": not converged, one more step moves a coefficient by ", format(step))
}

# The cumulative baseline hazard at covariates of 0 (Breslow's or Efron's, as the ties of the fit). With an offset() it is
# at the mean offset, because coxph centres offsets: `offsetMean` says which.
baseline_of <- function(fit) {
  hazard <- if (is.null(coef(fit))) basehaz(fit) else basehaz(fit, centered = FALSE)
  stratum <- if (is.null(hazard$strata)) rep("all", nrow(hazard)) else group_names(as.character(hazard$strata))
  offset <- model.offset(model.frame(fit))
  lapply(unique(stratum), function(s) c(
    list(stratum = s, time = array_of(hazard$time[stratum == s]), hazard = array_of(hazard$hazard[stratum == s])),
    if (!is.null(offset)) list(offsetMean = mean(offset))))
}

# Rows in the order of the data file, except the two Schoenfeld kinds: one row an event, ordered by stratum and time.
residuals_of <- function(fit) {
  p <- length(coef(fit))
  rows <- function(type) matrix(residuals(fit, type), ncol = p)
  schoenfeld <- residuals(fit, "schoenfeld")
  strata <- attr(schoenfeld, "strata")
  time <- if (is.matrix(schoenfeld)) rownames(schoenfeld) else names(schoenfeld)
  list(linearPredictor = array_of(fit$linear.predictors), martingale = array_of(residuals(fit, "martingale")),
       deviance = array_of(residuals(fit, "deviance")), score = rows("score"), dfbeta = rows("dfbeta"),
       dfbetas = rows("dfbetas"), eventTime = array_of(as.numeric(time)),
       eventStratum = if (!is.null(strata)) array_of(rep(group_names(names(strata)), strata)),
       schoenfeld = matrix(schoenfeld, ncol = p), scaledSchoenfeld = rows("scaledsch"))
}

# Tests a term and a coefficient; for a small fit also the scaled residuals `y` that the plot shows, one row an event.
zph_of <- function(transform, fit) {
  row <- function(test, i) list(name = rownames(test$table)[i], chisq = test$table[i, "chisq"], df = test$table[i, "df"],
                                p = test$table[i, "p"])
  test <- cox.zph(fit, transform)
  last <- nrow(test$table)
  by_coefficient <- cox.zph(fit, transform, terms = FALSE)
  c(list(transform = transform, terms = lapply(seq_len(last - 1L), row, test = test),
         coefficients = lapply(seq_len(nrow(by_coefficient$table) - 1L), row, test = by_coefficient),
         global = row(test, last)[-1L]),
    if (fit$nevent <= 60) list(time = array_of(test$time), x = array_of(test$x), y = unname(by_coefficient$y)))
}

cox_cases <- function() {
  cases <- list()
  add <- function(label, ..., ties = c("efron", "breslow")) for (t in ties)
    cases[[length(cases) + 1L]] <<- cox_case(sprintf("%s, %s", label, t), ..., ties = t)
  every <- c("km", "identity", "rank", "log")

  # Public data: one and several covariates, factors, interactions, functions.
  add("lung age", "lung", "Surv(time, status) ~ age", zph = "km")
  add("lung age sex ph.ecog", "lung", "Surv(time, status) ~ age + sex + ph.ecog", baseline = TRUE, zph = every)
  add("lung factor(ph.ecog)", "lung", "Surv(time, status) ~ age + factor(sex) + factor(ph.ecog)", zph = "km")
  add("lung all clinical covariates", "lung",
      "Surv(time, status) ~ age + sex + ph.ecog + ph.karno + pat.karno + meal.cal + wt.loss")
  add("lung age*sex", "lung", "Surv(time, status) ~ age * sex", ties = "efron")
  add("lung age:sex", "lung", "Surv(time, status) ~ age:sex", ties = "efron")
  add("lung factor interaction", "lung", "Surv(time, status) ~ factor(sex) * ph.karno", ties = "efron")
  add("lung functions", "lung", "Surv(time, status) ~ log(age) + I(ph.karno / 10) + I(age^2)", ties = "efron")
  add("lung strata sex", "lung", "Surv(time, status) ~ age + ph.ecog + strata(sex)", baseline = TRUE, zph = c("km", "log"))
  add("lung strata inst", "lung", "Surv(time, status) ~ age + sex + wt.loss + strata(inst)", ties = "efron")
  add("lung cluster inst", "lung", "Surv(time, status) ~ age + sex + ph.ecog + cluster(inst)")
  add("lung robust", "lung", "Surv(time, status) ~ age + sex", robust = TRUE, ties = "efron")
  add("lung null model", "lung", "Surv(time, status) ~ 1", baseline = TRUE)
  add("veteran karno celltype", "veteran", "Surv(time, status) ~ karno + celltype", zph = every)
  add("veteran full", "veteran", "Surv(time, status) ~ trt + celltype + karno + diagtime + age + factor(prior)",
      baseline = TRUE, zph = "identity")
  add("veteran trt*celltype", "veteran", "Surv(time, status) ~ trt * celltype", ties = "efron", zph = "km")
  add("veteran factor:factor", "veteran", "Surv(time, status) ~ factor(trt) * celltype + karno", ties = "efron")
  add("veteran strata celltype", "veteran", "Surv(time, status) ~ trt + karno + strata(celltype)", baseline = TRUE)
  add("veteran strata interaction", "veteran", "Surv(time, status) ~ karno * strata(trt)", ties = "efron",
      tags = "strata-interaction")
  add("veteran offset", "veteran", "Surv(time, status) ~ trt + karno + offset(age / 50)", baseline = TRUE)
  add("ovarian age rx", "ovarian", "Surv(futime, fustat) ~ age + rx", baseline = TRUE, residuals = TRUE, zph = every)
  add("ovarian age rx strata", "ovarian", "Surv(futime, fustat) ~ age + rx + strata(resid.ds)", residuals = TRUE)
  add("kidney", "kidney", "Surv(time, status) ~ age + sex + disease", zph = "rank")
  add("kidney cluster id", "kidney", "Surv(time, status) ~ age + sex + disease + cluster(id)")
  add("pbc", "pbc", "Surv(time, status == 2) ~ age + edema + log(bili) + log(protime) + log(albumin)",
      zph = c("km", "log"), tags = "status-expression")
  add("pbc sex trt", "pbc", "Surv(time, status == 2) ~ sex + trt + factor(stage)", tags = "status-expression")
  add("rats", "rats", "Surv(time, status) ~ rx + sex", ties = "efron")
  add("rats strata litter", "rats", "Surv(time, status) ~ rx + strata(litter)")
  add("rats cluster litter", "rats", "Surv(time, status) ~ rx + sex + cluster(litter)")
  add("colon marginal", "colon", "Surv(time, status) ~ rx + sex + nodes + strata(etype) + cluster(id)", ties = "efron")
  add("bladder marginal", "bladder", "Surv(stop, event) ~ rx + size + number + strata(enum) + cluster(id)")
  add("bladder strata interaction", "bladder", "Surv(stop, event) ~ (rx + size + number) * strata(enum) + cluster(id)",
      ties = "efron", tags = "strata-interaction")
  add("heart", "heart", "Surv(start, stop, event) ~ age + year + surgery + transplant", baseline = TRUE, zph = c("km", "log"))
  add("heart interaction", "heart", "Surv(start, stop, event) ~ age * factor(transplant) + surgery + year")
  add("heart strata", "heart", "Surv(start, stop, event) ~ age + year + strata(surgery)", baseline = TRUE)
  add("heart cluster id", "heart", "Surv(start, stop, event) ~ age + surgery + transplant + cluster(id)")
  add("mgus2 death", "mgus2", "Surv(futime, death) ~ age + sex + hgb + creat + mspike", zph = "km")
  add("mgus2 progression", "mgus2", "Surv(ptime, pstat) ~ age + sex + mspike", ties = "efron")

  # Simulated: weights, truncation, clusters, ties, offsets, scales.
  add("weights, model variance", "weights", "Surv(time, status) ~ x + z + arm", weights = "w", robust = FALSE, baseline = TRUE,
      zph = "identity")
  add("weights, robust by default", "weights", "Surv(time, status) ~ x + z + arm", weights = "w")
  add("weights, integer", "weights", "Surv(time, status) ~ x + z + arm", weights = "k", baseline = TRUE)
  add("strata, weights and cluster", "strata",
      "Surv(time, status) ~ x1 + x2 + arm + strata(centre) + cluster(practice)", weights = "w")
  add("strata, offset", "strata", "Surv(time, status) ~ x1 + x2 + arm + offset(off) + strata(centre)", baseline = TRUE)
  add("truncation", "truncation", "Surv(entry, exit, status) ~ x + group", baseline = TRUE, zph = every)
  add("truncation, weights", "truncation", "Surv(entry, exit, status) ~ x + group", weights = "w", robust = FALSE,
      baseline = TRUE)
  add("recurrent, clusters", "recurrent", "Surv(start, stop, event) ~ treated + age + dose + cluster(id)")
  add("recurrent, strata and weights", "recurrent", "Surv(start, stop, event) ~ treated * dose + strata(clinic) + cluster(id)",
      weights = "w")
  add("recurrent, strata", "recurrent", "Surv(start, stop, event) ~ treated + dose + strata(clinic)", baseline = TRUE,
      zph = "km")
  add("ties", "ties", "Surv(time, status) ~ x + factor(y)", baseline = TRUE, residuals = TRUE, zph = "identity")
  add("near ties", "near-ties", "Surv(time, status) ~ x + group", baseline = TRUE)
  add("scales, shifted by 1e9", "scales", "Surv(time, status) ~ shifted", tags = "badly-scaled")
  add("scales, small and large", "scales", "Surv(time, status) ~ small + large", tags = "badly-scaled")
  add("scales, huge times", "scales", "Surv(huge, status) ~ x + z", baseline = TRUE)
  add("test1", "test1", "Surv(time, status) ~ x", baseline = TRUE, residuals = TRUE)
  add("test2", "test2", "Surv(start, stop, event) ~ x", baseline = TRUE, residuals = TRUE)
  add("test3", "test3", "Surv(time, status) ~ x", weights = "w", robust = FALSE, baseline = TRUE, residuals = TRUE)

  # Fits that fail: a redundant column (R gives NA) and a coefficient that goes to infinity.
  add("edges, redundant column", "edges", "Surv(time, status) ~ z + twice", tags = "singular")
  add("edges, separation", "edges", "Surv(time, status) ~ x", tags = "separation", ties = "efron")
  add("edges, one event", "edges", "Surv(time, one) ~ z", tags = "separation", ties = "efron")

  # The exact partial likelihood.
  exact <- function(label, ..., tags = "exact") add(label, ..., ties = "exact", tags = tags)
  exact("test1", "test1", "Surv(time, status) ~ x", tags = c("exact", "separation"))
  exact("ties", "ties", "Surv(time, status) ~ x + factor(y)")
  exact("ovarian age rx", "ovarian", "Surv(futime, fustat) ~ age + rx")
  exact("lung age sex ph.ecog", "lung", "Surv(time, status) ~ age + sex + ph.ecog")
  exact("rats strata litter", "rats", "Surv(time, status) ~ rx + strata(litter)")
  exact("test2", "test2", "Surv(start, stop, event) ~ x")
  cat(sprintf("one more Newton step moves no coefficient by more than %.1e of itself\n", furthest_step))
  cases
}
