# Kaplan-Meier curves: survfit(), its summary(), quantile() and restricted mean.
#
# `quantiles` are those of quantile(), `printedMedian` is the one of print() and summary(). They differ where the curve (or a
# limit) stays at exactly one half until its end: quantile() takes the middle of that flat part, print() its beginning.

confidence_types <- c("log", "plain", "log-log", "logit", "arcsin")

km_case <- function(name, data, formula, confType = "log", level = 0.95, tau, times, weights = NULL, robust = FALSE) {
  frame <- read_data(data)
  arguments <- list(as.formula(formula), frame, conf.type = confType, conf.int = level, robust = robust)
  if (!is.null(weights)) arguments$weights <- as.name(weights)
  fit <- do.call(survfit, arguments)
  grouped <- !is.null(fit$strata)
  groups <- if (grouped) names(fit$strata) else "all"
  quantiles <- quantile(fit, c(0.25, 0.5, 0.75))
  table <- summary(fit, rmean = tau)$table
  if (!is.matrix(table)) table <- t(table)
  # std.err is on the scale of log S, or of S itself when the variance is the robust one.
  se <- if (fit$logse) fit$std.err * fit$surv else fit$std.err
  index <- if (grouped) rep(seq_along(groups), fit$strata) else rep(1L, length(fit$time))

  curve <- function(g) {
    here <- index == g
    list(group = group_names(groups[g]), n = fit$n[g], events = sum(fit$n.event[here]), time = array_of(fit$time[here]),
         atRisk = array_of(fit$n.risk[here]), nEvents = array_of(fit$n.event[here]), nCensored = array_of(fit$n.censor[here]),
         survival = array_of(fit$surv[here]), se = array_of(se[here]), lower = array_of(fit$lower[here]),
         upper = array_of(fit$upper[here]),
         quantiles = lapply(1:3, function(q) {
           pick <- function(m) if (grouped) m[g, q] else m[q]
           list(p = c(0.25, 0.5, 0.75)[q], estimate = unname(pick(quantiles$quantile)), lower = unname(pick(quantiles$lower)),
                upper = unname(pick(quantiles$upper)))
         }),
         printedMedian = list(estimate = unname(table[g, "median"]), lower = unname(table[g, paste0(level, "LCL")]),
                              upper = unname(table[g, paste0(level, "UCL")])),
         rmst = list(tau = tau, estimate = unname(table[g, "rmean"]), se = unname(table[g, "se(rmean)"])))
  }
  asked <- summary(fit, times = times, extend = TRUE)
  rows <- lapply(seq_along(asked$time), function(i) list(
    group = if (grouped) group_names(as.character(asked$strata[i])) else "all", time = asked$time[i], atRisk = asked$n.risk[i],
    nEvents = asked$n.event[i], nCensored = asked$n.censor[i], survival = asked$surv[i], se = asked$std.err[i],
    lower = asked$lower[i], upper = asked$upper[i]))
  list(name = name, data = data, formula = formula, weights = weights, robust = robust, confType = confType, level = level,
       omitted = length(fit$na.action), curves = lapply(seq_along(groups), curve), at = rows)
}

km_cases <- function() {
  cases <- list()
  add <- function(label, ..., types = "log", levels = 0.95) {
    for (level in levels) for (type in types)
      cases[[length(cases) + 1L]] <<- km_case(sprintf("%s, %s, %s", label, type, level), ..., confType = type, level = level)
  }
  all <- confidence_types
  add("ovarian", "ovarian", "Surv(futime, fustat) ~ 1", tau = 1000, times = c(0, 300, 563, 2000), types = all)
  add("ovarian by rx", "ovarian", "Surv(futime, fustat) ~ rx", tau = 730, times = c(100, 365, 638, 1500), types = all,
      levels = c(0.95, 0.9))
  add("ovarian by rx, late tau", "ovarian", "Surv(futime, fustat) ~ rx", tau = 1300, times = c(59, 1227))
  add("veteran by celltype", "veteran", "Surv(time, status) ~ celltype", tau = 200, times = c(30, 90, 180, 600), types = all)
  add("veteran by trt", "veteran", "Surv(time, status) ~ trt", tau = 365, times = c(50, 100, 999), types = c("log", "log-log"),
      levels = 0.9)
  add("lung", "lung", "Surv(time, status) ~ 1", tau = 365, times = c(0, 180, 365, 1100), types = c("log", "log-log"))
  add("lung", "lung", "Surv(time, status) ~ 1", tau = 730, times = c(5, 180, 365), types = "plain", levels = 0.9)
  add("lung by sex", "lung", "Surv(time, status) ~ sex", tau = 500, times = c(100, 310, 500, 1000), types = all)
  add("lung by sex", "lung", "Surv(time, status) ~ sex", tau = 1022, times = c(1, 426, 2000), levels = 0.9)
  add("lung by sex and ph.ecog", "lung", "Surv(time, status) ~ sex + ph.ecog", tau = 400, times = c(150, 300, 600))
  add("kidney by sex", "kidney", "Surv(time, status) ~ sex", tau = 150, times = c(10, 30, 130, 562), types = c("log", "logit"))
  add("kidney by disease", "kidney", "Surv(time, status) ~ disease", tau = 100, times = c(7, 30, 500), types = "arcsin")
  add("heart", "heart", "Surv(start, stop, event) ~ 1", tau = 365, times = c(4.5, 30, 365, 1800), types = c("log", "log-log"))
  add("heart by transplant", "heart", "Surv(start, stop, event) ~ transplant", tau = 300, times = c(1, 30, 100, 1000),
      types = c("log", "plain"), levels = c(0.95, 0.9))
  add("heart by surgery", "heart", "Surv(start, stop, event) ~ surgery", tau = 500, times = c(50, 365))
  add("mgus2", "mgus2", "Surv(futime, death) ~ 1", tau = 240, times = c(12, 60, 120, 400), types = "log-log")
  add("mgus2 by sex, progression", "mgus2", "Surv(ptime, pstat) ~ sex", tau = 180, times = c(60, 120, 420))
  add("rats by rx", "rats", "Surv(time, status) ~ rx", tau = 100, times = c(34, 80, 104), types = c("log", "arcsin"))
  add("rats by rx and sex", "rats", "Surv(time, status) ~ rx + sex", tau = 100, times = c(60, 104), types = "logit")
  add("pbc by trt, deaths", "pbc", "Surv(time, status == 2) ~ trt", tau = 3650, times = c(365, 1825, 4000), types = "log-log")

  add("test1", "test1", "Surv(time, status) ~ 1", tau = 7, times = c(0.5, 1, 6, 10), types = all)
  add("test1 by x", "test1", "Surv(time, status) ~ x", tau = 8, times = c(1, 6, 9), types = c("log", "plain"))
  add("test2", "test2", "Surv(start, stop, event) ~ 1", tau = 10, times = c(1, 5, 9, 20), types = c("log", "plain"))
  add("test3, integer weights", "test3", "Surv(time, status) ~ 1", tau = 4, times = c(1, 2, 5), weights = "w",
      types = c("log", "plain"))
  add("weights", "weights", "Surv(time, status) ~ 1", tau = 20, times = c(1, 10, 30), weights = "w")
  add("weights by arm", "weights", "Surv(time, status) ~ arm", tau = 20, times = c(2, 10, 25, 40), weights = "w", types = all)
  add("weights by arm, integer weights", "weights", "Surv(time, status) ~ arm", tau = 20, times = c(2, 10, 25), weights = "k")
  add("weights by arm, robust", "weights", "Surv(time, status) ~ arm", tau = 20, times = c(2, 10, 25), weights = "w",
      robust = TRUE, types = c("log", "plain"))
  add("truncation", "truncation", "Surv(entry, exit, status) ~ 1", tau = 20, times = c(1, 5, 20, 50), types = all)
  add("truncation by group", "truncation", "Surv(entry, exit, status) ~ group", tau = 15, times = c(2, 10, 30),
      types = c("log", "log-log"), levels = c(0.95, 0.9))
  add("truncation by group, weights", "truncation", "Surv(entry, exit, status) ~ group", tau = 15, times = c(2, 10, 30),
      weights = "w")
  add("early zero", "early-zero", "Surv(entry, exit, status) ~ 1", tau = 7, times = c(1, 3, 6, 9), types = c("log", "plain"))
  add("strata by arm", "strata", "Surv(time, status) ~ arm", tau = 40, times = c(5, 20, 60), types = "logit")
  add("ties by group", "ties", "Surv(time, status) ~ group", tau = 5, times = c(1, 3, 6), types = c("log", "logit"))
  add("near ties", "near-ties", "Surv(time, status) ~ group", tau = 8, times = c(2, 5, 7, 11), types = c("log", "plain"))
  add("edges, all tied", "edges", "Surv(same, status) ~ 1", tau = 4, times = c(3, 4, 5), types = c("log", "plain"))
  add("edges, no event", "edges", "Surv(time, none) ~ 1", tau = 5, times = c(1, 6), types = all)
  add("edges, one event", "edges", "Surv(time, one) ~ 1", tau = 5, times = c(2, 3, 6), types = all)
  add("edges, flat at one half", "edges", "Surv(time, half) ~ 1", tau = 5, times = c(2, 3, 6), types = c("log", "log-log"))
  add("edges, no censoring", "edges", "Surv(time, all) ~ 1", tau = 5, times = c(2, 3, 6), types = all)
  add("huge times", "scales", "Surv(huge, status) ~ 1", tau = 1e13, times = c(1e12, 1e13), types = "log")
  cases
}
